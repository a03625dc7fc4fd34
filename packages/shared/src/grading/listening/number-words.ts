import { type FindNumber, smallNumbers } from '../small-numbers.ts';

const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const values = new Map([
  ...smallNumbers.map((word, value) => [word, value] as const),
  ...tens.map((word, i) => [word, 20 + 10 * i] as const),
]);
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);
/** Ordinals that are not their number with `th`. */
const ordinals = new Map([
  ['first', 'one'],
  ['second', 'two'],
  ['third', 'three'],
  ['fifth', 'five'],
  ['eighth', 'eight'],
  ['ninth', 'nine'],
  ['twelfth', 'twelve'],
]);

const numberIn = (word = ''): number | undefined =>
  values.get(word) ?? (/^\d\d?$/.test(word) ? Number(word) : undefined);
const ordinalIn = (word = ''): number | undefined =>
  numberIn(ordinals.get(word) ?? /^(.+?)(?:th|st|nd|rd)$/.exec(word.replace('ieth', 'yth'))?.[1]);

/** Finds numbers of every size, `th` behind an ordinal: `twenty five`, `a hundred and ten`, `nineteen ninety`, `3rd`. */
export const findNumber: FindNumber = (words, at) => {
  let [total, part, end] = [0, 0, at];
  // The next word must name less than this: after `twenty` a digit fits, after `five` nothing.
  let room = 100;
  let mayBeYear = true;
  if (words[at] === 'a' && scales.has(words[at + 1] ?? '')) [part, room, end] = [1, 0, at + 1];
  for (;;) {
    const scale = scales.get(words[end] ?? '');
    if (scale !== undefined && part > 0) {
      if (scale === 100) part *= scale;
      else [total, part] = [total + part * scale, 0];
      [room, mayBeYear] = [100, false];
      end += 1;
      continue;
    }
    const next = end > at && room === 100 && words[end] === 'and' ? end + 1 : end;
    const ordinal = ordinalIn(words[next]);
    const value = numberIn(words[next]) ?? ordinal;
    if (value === undefined) break;
    if (value >= room) {
      if (!mayBeYear || part < 10 || value < 10) break;
      part *= 100;
      mayBeYear = false;
    }
    part += value;
    room = value >= 20 && value % 10 === 0 ? 10 : 0;
    end = next + 1;
    if (ordinal !== undefined) return { digits: `${total + part}th`, length: end - at };
  }
  return end === at ? null : { digits: String(total + part), length: end - at };
};
