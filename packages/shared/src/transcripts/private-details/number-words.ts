const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What a number word adds to a number that is said digit by digit or in groups. */
export const wordValues: ReadonlyMap<string, number> = new Map([
  ...['zero', 'oh', 'nought'].map((word): [string, number] => [word, 0]),
  ...units.map((word, i): [string, number] => [word, i + 1]),
  ...teens.map((word, i): [string, number] => [word, i + 10]),
  ...tens.map((word, i): [string, number] => [word, (i + 2) * 10]),
]);

const any = [...wordValues.keys()].join('|');

/** A number word, for patterns. */
export const numberWord = `(?:${any})`;

/** A number as it stands before or behind a street: in digits, or in up to three words. */
export const houseNumber = String.raw`(?:\d{1,5}[a-z]?|${numberWord}(?:[\s-]+(?:${any}|hundred|and)){0,3})`;

const unitOrdinal = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)';

/** A day of the month, as it is said. */
export const ordinal = String.raw`(?:${unitOrdinal}|tenth|eleventh|twelfth|\p{L}{3,6}teenth|twentieth|thirtieth|(?:twenty|thirty)[\s-]+${unitOrdinal})`;
