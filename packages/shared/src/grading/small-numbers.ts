/** Numbers that are one word each, in order from zero. */
export const smallNumbers: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** A number in a list of words: its digits, and how many words it takes. */
export interface NumberWords {
  digits: string;
  length: number;
}

/** Finds the number that begins at a place in a list of words. */
export type FindNumber = (words: readonly string[], at: number) => NumberWords | null;

/** Finds numbers up to twenty. */
export const findSmallNumber: FindNumber = (words, at) => {
  const value = smallNumbers.indexOf(words[at] ?? '');
  return value < 0 ? null : { digits: String(value), length: 1 };
};
