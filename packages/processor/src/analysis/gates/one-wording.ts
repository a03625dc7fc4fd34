import { foldedWords } from '@tulkka/shared/exercises';
import { sameBase } from '../../language/inflection.ts';
import { isContent } from '../../language/words.ts';
import type { Gate } from './gate.ts';

/** So many words on either side are looked at. */
const sideLength = 6;

/** "We conducted research, or we conducted a study": the same subject and verb on offer twice. */
function offersTwice(text: string): boolean {
  const [first = '', second = ''] = text.split(/,?\s+or\s+/i, 2).map((part) => foldedWords(part).slice(0, 2).join(' '));
  // "Turn it off, or turn it down"
  if (/^(\p{L}{3,}) (?:it|them|him|her|me|us) .*, or \1 (?:it|them|him|her|me|us)\b/iu.test(text)) return true;
  return (
    second.includes(' ') && first.split(' ')[0] === second.split(' ')[0] && /^(?:i|you|he|she|it|we|they) /.test(second)
  );
}

/** "He go or he goes?", "Used to going or used to go": two forms of the same words to choose from. */
function offersForms(text: string): boolean {
  const words = foldedWords(text);
  return words.some((word, at) => {
    if (word !== 'or') return false;
    const behind = words.slice(at + 1);
    for (let length = 1; length <= Math.min(4, at, behind.length); length += 1) {
      const before = words.slice(at - length, at);
      const pairs = before.map((one, i): [string, string] => [one, behind[i] ?? '']);
      if (pairs.every(([one, other]) => sameBase(one, other)) && pairs.some(([one, other]) => one !== other))
        return true;
    }
    return false;
  });
}

/** "It is in the habit of, or just, I usually do": the second try corrects the first. */
const triesAgain = /,\s*or (?:just|rather|maybe|simply|even better),/i;

/** "Talk about the delivery, discuss the delivery": two wordings side by side with the same end. */
function endsTwice(text: string): boolean {
  const parts = text.split(',').map(foldedWords);
  const [one, other, ...more] = parts;
  if (one === undefined || other === undefined || more.length > 0) return false;
  const tail = one.slice(-2).join(' ');
  return (
    one.length > 2 &&
    other.length > 2 &&
    tail === other.slice(-2).join(' ') &&
    !/^(?:i|you|he|she|it|we|they|if|when)$/.test(one[0] ?? '')
  );
}

/** "More five weeks should be five more weeks", "by Monday rather than until Monday": what is wrong beside what is right. */
function setsSideBySide(text: string): boolean {
  const [one = [], other = []] = text
    .split(/,?\s+(?:should be|should have been|instead of|rather than|not|becomes)\s+/i, 2)
    .map(foldedWords);
  const [first, second] = [one.slice(-sideLength), other.slice(0, sideLength)];
  const shared = second.filter((word) => first.includes(word));
  return one.length <= sideLength && shared.length >= 2 && shared.length * 2 >= second.length && shared.some(isContent);
}

/** A list of what had been said wrongly, put right one by one, is no sentence: "We ate soup, we woke up early, I lost my phone." */
function listsRemarks(text: string): boolean {
  const subjects = text.split(',').map((part) => foldedWords(part)[0] ?? '');
  const isSubject = (word: string): boolean => /^(?:i|you|he|she|we|they)$/.test(word);
  return (
    subjects.length > 2 && subjects.every(isSubject) && new Set(subjects).size > 1 && !/\b(?:and|but|or)\b/i.test(text)
  );
}

/** "We swam, we spoke.": forms in a row. */
const onlyForms = (text: string): boolean => /^(i|you|he|she|we|they) \p{L}+(?:, \1 \p{L}+)+[.!]$/iu.test(text);

/** A teacher who offers two ways of saying it says neither as a sentence. */
export const oneWording: Gate = {
  name: 'one wording',
  says: 'It holds two ways of saying the same, or a list of corrections.',
  stops: ({ text }) =>
    onlyForms(text) ||
    offersForms(text) ||
    triesAgain.test(text) ||
    offersTwice(text) ||
    setsSideBySide(text) ||
    endsTwice(text) ||
    listsRemarks(text),
  needsMarks: 'wordings side by side are told apart by their commas',
  examples: {
    stops: [
      'We ran, we sang.',
      'Switch it off, or switch it down.',
      'They were used to going or used to go?',
      'He paint or he paints?',
      "I'm in the habit of walking, or just, I usually walk.",
      'We conducted research, or we conducted a study.',
      'You can meet a deadline, or you can miss a deadline.',
      'Talk about the delivery, discuss the delivery.',
      'More five weeks should be five more weeks.',
      'We ate soup, we woke up early, I lost my phone.',
    ],
    passes: [
      'Do you brush your teeth before breakfast or after breakfast?',
      'You save time, you save money and you have more flexibility.',
      'The lesson should be on Monday.',
      'I can come on Monday or Tuesday.',
      'It takes a year or two.',
      'If you like the garden, buy the garden.',
    ],
  },
};
