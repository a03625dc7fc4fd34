import { findPrivateSpans } from '../../transcripts/private-details.ts';
import { namesThatAreWords } from './common-words.ts';
import { fold, foldAlike, holdsWords } from './fold.ts';
import { fillBlank, type ItemView } from './item-view.ts';
import type { Evidence, QualityRule } from './rule.ts';

/** Whether a text calls a person of the lesson by name. "Will you come?" does not name Will. */
function names(text: string, people: readonly string[]): boolean {
  for (const part of people.flatMap((person) => person.split(/[\s.]+/))) {
    if (!/^\p{Lu}/u.test(part) || part.length < 2) continue;
    for (const match of text.matchAll(
      new RegExp(`(?<![\\p{L}-])${part.replace(/[^\p{L}\p{M}'’-]/gu, '.')}(?![\\p{L}-])`, 'gu'),
    )) {
      if (match.index > 0 || !namesThatAreWords.has(part.toLowerCase())) return true;
    }
  }
  return false;
}

/** Whether the text shows the learner's mistake as if it were right; a mistake inside what put it right is no mistake. */
function showsMistake(text: string, { wrong, right }: { wrong: string; right: string }): boolean {
  if (!holdsWords(text, wrong)) return false;
  if (holdsWords(right, wrong)) return false;
  // "if" → "when": one lone everyday word is no proof, the sentence may be about something else
  return fold(wrong).includes(' ') || fold(wrong).length > 3;
}

function isAlsoRight(item: ItemView, evidence: Evidence): boolean {
  const { blank } = item;
  if (blank === null) return false;
  const right = new Set((evidence.goodSentences ?? []).map(foldAlike));
  const own = foldAlike(fillBlank(blank.text, item.answer));
  return blank.options.some((option) => {
    if (option === item.answer) return false;
    const filled = foldAlike(fillBlank(blank.text, option));
    return filled === own || right.has(filled);
  });
}

/** The rules that hold an item against the lesson it came from. */
export const lessonRules: readonly QualityRule[] = [
  {
    name: 'quote-stands-in-the-transcript',
    reason: 'The quote does not stand in the transcript.',
    broken: ({ quote }, { transcriptText }) => transcriptText !== null && !holdsWords(transcriptText, quote),
  },
  {
    name: 'nothing-private',
    reason: 'The item would tell something private.',
    broken: ({ everything }, { privateSpans = [] }) =>
      everything.some(
        (text) => findPrivateSpans(text).length > 0 || privateSpans.some((span) => holdsWords(text, span)),
      ),
  },
  {
    name: 'nobody-named',
    reason: 'The item names a person of the lesson.',
    broken: ({ shown, hint }, { people = [] }) => [...shown, hint ?? ''].some((text) => names(text, people)),
  },
  {
    name: 'no-mistake-shown-as-right',
    reason: 'The item shows a mistake of the lesson as correct language.',
    broken: ({ shown }, { corrections }) =>
      shown.some((text) => corrections.some((correction) => showsMistake(text, correction))),
  },
  {
    name: 'one-right-answer',
    reason: 'Another option would be right as well.',
    broken: isAlsoRight,
  },
  {
    name: 'of-the-lesson',
    reason: 'The sentence is about the call or about private matters, not of the lesson.',
    broken: ({ sentences }, { setAside = [] }) =>
      sentences.some((text) => setAside.some((aside) => fold(aside) === fold(text))),
  },
];
