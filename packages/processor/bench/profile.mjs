import { Session } from 'node:inspector/promises';

/** Microseconds between two looks at what runs. */
const samplingUs = 200;

/** Runs `work` and says where its time went: for each sample its stack, innermost first, and its milliseconds. */
export async function profiled(work) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingUs });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const time = new Map();
  for (const [i, id] of profile.samples.entries()) time.set(id, (time.get(id) ?? 0) + profile.timeDeltas[i] / 1000);
  return [...time].map(([id, ms]) => {
    const stack = [];
    for (let at = id; at !== undefined; at = parents.get(at)) stack.push(frames.get(at));
    return { stack, ms };
  });
}

/** Adds up samples by what `nameOf` calls them, the dearest first. */
export function summed(samples, nameOf) {
  const sums = new Map();
  for (const { stack, ms } of samples) {
    const name = nameOf(stack);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + ms);
  }
  return [...sums].sort(([, one], [, other]) => other - one);
}
