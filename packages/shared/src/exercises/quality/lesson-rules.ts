import { nothing } from '../../grading/resolve-option.ts';
import { findPrivateSpans } from '../../transcripts/private-details/index.ts';
import { namesThatAreWords } from './common-words.ts';
import { fold, foldAlike } from './fold.ts';
import { fillBlank, type ItemView } from './item-view.ts';
import type { FoldedEvidence, QualityRule } from './rule.ts';

/** Whether folded words stand in a folded text. */
function holdsPart(text: string, part: string): boolean {
  return part !== '' && ` ${text} `.includes(` ${part} `);
}

/** Whether a text calls a person of the lesson by name. "Will you come?" does not name Will. */
function names(text: string, people: readonly string[]): boolean {
  return people.some((name) => {
    if (!text.includes(name)) return false;
    const isWord = namesThatAreWords.has(name.toLowerCase());
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
      const [before = '', after = ''] = [text[at - 1], text[at + name.length]];
      if (!/[\p{L}-]/u.test(before) && !/[\p{L}-]/u.test(after) && (at > 0 || !isWord)) return true;
    }
    return false;
  });
}

/** Whether a text shows the learner's mistake as if it were right; a mistake inside what put it right is no mistake. */
function showsMistake(text: string, { wrong, right }: { wrong: string; right: string }): boolean {
  // one lone everyday word ("if" for "when") is no proof: the sentence may be about something else
  if (wrong.includes(' ')) return holdsPart(text, wrong) && !holdsPart(right, wrong);
  if (wrong.length <= 3 || holdsPart(right, wrong)) return false;
  // "deadline → deadlines" was wrong where several were meant: "a deadline" is none
  return right.startsWith(wrong) ? standsAsMany(text, wrong) : holdsPart(text, wrong);
}

const oneOf = /^(?:an?|the|one|this|that|each|every|my|your|his|her|its|our|their|to|at|in|of|from|for|on)$/;

/** Whether a word stands anywhere without what makes it one thing of many: "meet deadline", "he drink". */
function standsAsMany(text: string, word: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && words.some((each, at) => each === word && !oneOf.test(words[at - 1] ?? ''));
}

function isAlsoRight(item: ItemView, { goodSentences }: FoldedEvidence): boolean {
  const { blank } = item;
  if (blank === null) return false;
  const own = foldAlike(fillBlank(blank.text, item.answer));
  return blank.options.some((option) => {
    if (option === item.answer) return false;
    const filled = foldAlike(fillBlank(blank.text, option));
    return filled === own || goodSentences.has(filled);
  });
}

/** The rules that hold an item against the lesson it came from. */
export const lessonRules: readonly QualityRule[] = [
  {
    name: 'quote-stands-in-the-transcript',
    reason: 'The quote does not stand in the transcript.',
    broken: ({ quote }, { transcript }) => transcript !== null && !holdsPart(transcript, fold(quote)),
  },
  {
    name: 'options-are-words',
    reason: 'An option of a lesson’s question must be words, not a dash.',
    // the starter content may ask "or nothing at all?"; in a lesson's own set the blank takes a neighbour in instead
    broken: ({ blank }, { transcript }) => transcript !== null && blank?.options.includes(nothing) === true,
  },
  {
    name: 'nothing-private',
    reason: 'The item would tell something private.',
    broken: ({ everything }, { privateSpans }) =>
      everything.some((text) => findPrivateSpans(text).length > 0) ||
      (privateSpans.length > 0 &&
        everything.map(fold).some((text) => privateSpans.some((span) => holdsPart(text, span)))),
  },
  {
    name: 'nobody-named',
    reason: 'The item names a person of the lesson.',
    broken: ({ shown, hint }, { people }) => [...shown, hint ?? ''].some((text) => names(text, people)),
  },
  {
    name: 'no-mistake-shown-as-right',
    reason: 'The item shows a mistake of the lesson as correct language.',
    broken: ({ shown }, { corrections }) =>
      shown.map(fold).some((text) => corrections.some((correction) => showsMistake(text, correction))),
  },
  {
    name: 'one-right-answer',
    reason: 'Another option would be right as well.',
    broken: isAlsoRight,
  },
  {
    name: 'of-the-lesson',
    reason: 'The sentence is about the call or about private matters, not of the lesson.',
    broken: ({ sentences }, { setAside }) => setAside.size > 0 && sentences.some((text) => setAside.has(fold(text))),
  },
];
