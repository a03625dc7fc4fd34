import { ApiProblem, Unreachable } from '../api/problem.ts';
import { sendOver } from './send-over.ts';

interface Stored {
  revision: number;
}
const stale = new ApiProblem(409, { code: 'conflict' });

/** A set of which one has revision 3, and what became of it; `there` is what a reading finds. */
function held(there: Stored | Error) {
  const happened: string[] = [];
  const read = async (): Promise<Stored> => {
    if (there instanceof Error) throw there;
    return there;
  };
  const take = ({ revision }: Stored): void => void happened.push(`took ${revision}`);
  return { happened, set: { revision: () => 3, read, take, lookAgain: () => void happened.push('looks again') } };
}

test('what was stored is stored, also where the set cannot be read afterwards', async () => {
  const sent: number[] = [];
  const send = async (revision: number) => sent.push(revision);
  const lost = held(new Unreachable('Gone.'));
  expect(await sendOver(lost.set, send, () => true)).toBe(1);
  expect(lost.happened).toEqual(['looks again']);
  const read = held({ revision: 4 });
  expect(await sendOver(read.set, send, () => true)).toBe(2);
  expect(read.happened).toEqual(['took 4']);
  expect(sent).toEqual([3, 3]);
});

test('where somebody was faster the change is sent on top of theirs, if it still fits', async () => {
  const sent: number[] = [];
  const send = async (revision: number): Promise<void> => {
    sent.push(revision);
    if (revision === 3) throw stale;
  };
  const fitting = held({ revision: 7 });
  await sendOver(fitting.set, send, ({ revision }) => revision === 7);
  expect(fitting.happened).toEqual(['took 7']);
  const clash = held({ revision: 7 });
  await expect(sendOver(clash.set, send, () => false)).rejects.toBe(stale);
  expect(clash.happened).toEqual([]);
  expect(sent).toEqual([3, 7, 3]);
});

test('a call that is still running is not made a second time', async () => {
  const running = new ApiProblem(409, { code: 'idempotency_in_progress' });
  const sent: number[] = [];
  const send = async (revision: number): Promise<void> => {
    sent.push(revision);
    throw running;
  };
  await expect(sendOver(held({ revision: 4 }).set, send, () => true)).rejects.toBe(running);
  expect(sent).toEqual([3]);
});
