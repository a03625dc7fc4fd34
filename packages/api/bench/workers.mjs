import { childrenOf, measure, measureInTurns, startServer } from './measure.mjs';
import { serviceEnv } from './place.mjs';
import { measured } from './routes.mjs';
import { holdToShare } from './share.mjs';

/** The share of a core that each web process gets where workers are held. */
export const heldShare = 0.35;

/** What is measured once more with workers that are held: a read of some rows, one of a single row, and a write. */
const heldToo = new Set(['items', 'a session', 'record a result']);

/**
 * One worker beside two, 100 connections: first with the whole machine open to all, then with each worker held to a share
 * of a core, where the kernel lets us.
 */
export async function measureWorkers(service, { seconds, rounds, isWanted }) {
  const one = await startServer(service, () => [], serviceEnv);
  const two = await startServer(service, () => [], { ...serviceEnv, WEB_CONCURRENCY: '2' });
  const measureAll = async (held) => {
    const rows = [];
    for (const route of measured.filter(isWanted).filter(({ name }) => !held || heldToo.has(name))) {
      // Two of them have twice the code to compile.
      for (const server of [one, two, two]) await measure(server, route, { connections: 100, seconds: 2 });
      const runs = await measureInTurns({ one, two }, route, { connections: 100, seconds, rounds });
      rows.push({ route: route.name, held, ...runs });
    }
    return rows;
  };
  const free = await measureAll(false);
  const release = holdToShare([one.pid, ...childrenOf(two.pid)], heldShare);
  const held = release ? await measureAll(true) : [];
  for (const server of [one, two]) await server.stop();
  release?.();
  return [...free, ...held];
}
