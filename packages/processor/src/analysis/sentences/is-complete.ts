import type { Tagger } from '../../language/tagger.ts';
import { irregularForm } from '../../language/verb-forms.ts';
import {
  articles,
  auxiliaries,
  conjunctions,
  fillers,
  possessives,
  prepositions,
  questionWords,
  subjectPronouns,
} from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { hasLearnerError } from '../learner-errors/find-learner-errors.ts';
import type { Sentence } from '../types.ts';

const length = { least: 4, most: 20 };

const opensBadly = new Set('because or which than like plus whereas although including not'.split(' '));

const endsBadly = new Set(
  [
    ...articles,
    ...possessives,
    ...conjunctions,
    'to',
    'of',
    'with',
    'is',
    'are',
    'was',
    'am',
    'in',
    'at',
    'for',
    'from',
    'very',
    'um',
    'but',
    'also',
    "it's",
    "i'm",
    'not',
    'i',
    'he',
    'she',
    'we',
    'they',
    "there's",
    "that's",
  ].filter((word) => !['before', 'after', 'until', 'since'].includes(word)),
);

/** Whether a sentence stands complete and correct by itself. */
export function isComplete(
  sentence: Sentence,
  text: string,
  tagger: Tagger,
  lexicon: Lexicon,
  people: ReadonlySet<string>,
): boolean {
  const words = sentence.core.map((token) => token.lower);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (words.length < length.least || words.length > length.most) return false;
  if (opensBadly.has(first) || endsBadly.has(last)) return false;
  if (
    prepositions.has(last) &&
    !sentence.question &&
    ['of', 'to', 'with', 'from', 'for', 'at', 'into', 'than'].includes(last)
  )
    return false;
  if (
    words.some(
      (word) =>
        fillers.has(word) || /^\p{L}(?:-\p{L})+$/u.test(word) || (word.length === 1 && word !== 'a' && word !== 'i'),
    )
  )
    return false;
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(sentence.raw)) return false;
  const gaps = text.slice(sentence.core[0]?.start ?? 0, sentence.core.at(-1)?.end ?? 0);
  if ((gaps.match(/,/g)?.length ?? 0) > 3) return false;
  const unknown = sentence.core.filter((token) => !/^\p{Lu}/u.test(token.text) && !known(token.lower, lexicon));
  if (unknown.length > 0) return false;
  if (words.filter((word) => people.has(word)).length > 1) return false;
  if (hasLearnerError(words)) return false;
  // most sentences show their verb plainly; only the others are worth a tagger's time
  return hasClause(words, [], lexicon) || hasClause(words, tagger(sentence.text), lexicon);
}

function known(word: string, lexicon: Lexicon): boolean {
  if (word.includes("'") || /\d/.test(word)) return true;
  return word.includes('-') ? word.split('-').every((part) => lexicon.isWord(part)) : lexicon.isWord(word);
}

/** Whether a word can be the verb of its clause; taggers take "rose" and "peaked" for nouns. */
function verbish(word: string, tag: string | undefined, lexicon: Lexicon): boolean {
  if (tag === 'verb' || tag === 'past' || tag === 'modal' || tag === 'participle') return true;
  if (irregularForm(word) !== undefined) return true;
  return /(?:ed|[^s]s)$/.test(word) && lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb');
}

const nominal = new Set(['noun', 'plural', 'name', 'pronoun', 'gerund', 'number']);

const pronounLike = new Set([
  'there',
  'this',
  'that',
  'these',
  'those',
  'everybody',
  'everyone',
  'nobody',
  'somebody',
  'someone',
  'who',
  'nothing',
  'something',
]);

/** A subject and its verb, or a question that opens with its auxiliary. */
function hasClause(words: readonly string[], tags: readonly string[], lexicon: Lexicon): boolean {
  const first = words[0] ?? '';
  if (questionWords.has(first) && first !== 'when')
    return words.some((word) => auxiliaries.has(word) || word.includes("'"));
  if (auxiliaries.has(first) || /n't$/.test(first)) {
    const subject = words
      .slice(1, 4)
      .some((word, i) => subjectPronouns.has(word) || pronounLike.has(word) || nominal.has(tags[i + 1] ?? ''));
    return subject && words.length >= 4;
  }
  const isSubject = (i: number) =>
    subjectPronouns.has(words[i] ?? '') || pronounLike.has(words[i] ?? '') || nominal.has(tags[i] ?? '');
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (
      /^(?:i|you|he|she|it|we|they|there|that|who|what|[a-z]{3,})'(?:m|re|s|ve|ll|d)$/.test(word) &&
      i + 1 < words.length
    )
      return true;
    if (
      i > 0 &&
      (auxiliaries.has(word) || /n't$/.test(word) || verbish(word, tags[i], lexicon)) &&
      (isSubject(i - 1) || (i > 1 && isSubject(i - 2)) || (i > 2 && isSubject(i - 3)))
    )
      return true;
  }
  return false;
}
