import { isNumber, questionWords } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';

const helper = /^(?:am|is|are|was|were|do|does|did|have|has|had|will|would|can|could|should|must|may|might)$/;
const frequency = /^(?:always|never|often|usually|sometimes|also|only|just|still|already|really)$/;
const degree = /\b(?:very much|so much|a lot|well|hard|a little)$/;
const reports = /\b(?:know|tell|told|ask|asked|wonder|understand|remember|explain|say|see)\b/;
const beforeOwner = /^(?:both|all|half)$/;

const wordsIn = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Why words that were all there have to stand in another order; one rule for each way in which learners mix them up. */
export function orderRule({ right, wrong, before, after, sentence }: GrammarBlank, lexicon: Lexicon): string {
  const [words, others] = [wordsIn(right), wordsIn(wrong)];
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const ahead = before.map((word) => word.toLowerCase());
  const moved = words.filter((word, at) => others[at] !== word);
  const isAsked = sentence.trim().endsWith('?');
  if (reports.test(ahead.join(' ')) && [...ahead, ...words].some((word) => questionWords.has(word) || word === 'if'))
    return 'A question inside another sentence has the order of a statement: the person, then the verb.';
  if (isAsked && words.some((word) => helper.test(word)))
    return 'In a question the helping verb comes before the person.';
  if (words.includes('more') && words.some(isNumber)) return 'The number comes first, then “more”, then the noun.';
  const owner = moved.find((word) => beforeOwner.test(word));
  if (owner !== undefined) return `“${owner}” comes before “my”, “the” or “these”.`;
  const adverb = words.find((word) => frequency.test(word));
  if (adverb !== undefined) return `“${adverb}” comes before the main verb, and after a form of “be”.`;
  if (degree.test([...words, ...(degree.test(right) ? [] : after.slice(0, 2))].join(' ').toLowerCase()))
    return 'What the verb is about comes right behind it; how much or how well comes later.';
  if (words.includes('not') && words.some((word) => helper.test(word)))
    return '“Not” stands right behind the first helping verb: would not be, has not come.';
  if (words.includes('ago')) return '“Ago” comes after the time.';
  if (words.includes('enough')) return '“Enough” comes after an adjective and before a noun.';
  const partOf = (word: string): string | undefined => lexicon.partsOfSpeech(lexicon.lemma(word))[0];
  if (
    partOf(last) === 'noun' &&
    words.slice(0, -1).some((word) => partOf(word) === 'adjective') &&
    others.at(-1) !== last
  )
    return 'A describing word comes before its noun.';
  if (first === 'there') return 'English begins with “there” where something is somewhere, and names the place later.';
  return 'In English the person comes first, then the verb, then what it is about, then where and when.';
}
