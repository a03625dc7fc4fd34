import { startAssemblyai } from './assemblyai.ts';
import { startOpenai } from './openai.ts';
import { startZoom } from './zoom.ts';

/**
 * Runs stand-ins as a process: `node --experimental-transform-types tests/vendors/main.ts zoom=4001 assemblyai=4002 openai=4003`
 * (port 0: any). Prints one line of JSON with the addresses when all listen, and ends with SIGTERM.
 */
const starters = { zoom: startZoom, assemblyai: startAssemblyai, openai: startOpenai };
const addresses: Record<string, string> = {};
for (const argument of process.argv.slice(2)) {
  const [name, port] = argument.split('=');
  if (name !== 'zoom' && name !== 'assemblyai' && name !== 'openai') throw new Error(`There is no stand-in ${name}.`);
  const standIn = await starters[name]({ port: Number(port ?? 0) });
  addresses[name] = standIn.url;
}
process.stdout.write(`${JSON.stringify(addresses)}\n`);
process.on('SIGTERM', () => process.exit(0));
