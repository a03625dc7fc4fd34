import { readEnvironment, readSettings } from '../config/index.ts';
import { diagnose, formatDiagnosis } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run doctor [-- --json]
  Checks everything that a deployment needs and says what to do about what is missing.
  ✓ fine  ! works, but read it  – not set up and not needed  ✗ must be mended
  Ends with code 1 when something must be mended. --json prints the same for a program.`;

await runCommand(help, async () => {
  const { switches } = readArguments(help, { switches: ['json'] });
  const { settings, issues } = readSettings(readEnvironment());
  const diagnosis = await diagnose(settings, issues);
  console.log(switches.json ? JSON.stringify(diagnosis, null, 2) : formatDiagnosis(diagnosis));
  if (!diagnosis.healthy) process.exitCode = 1;
});
