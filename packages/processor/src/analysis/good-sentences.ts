import type { GoodSentence } from '@tulkka/shared/exercises';
import { unitsOf } from '../language/align.ts';
import { irregularForm } from '../language/verb-forms.ts';
import type { Tagger } from '../language/tagger.ts';
import { articles, auxiliaries, conjunctions, fillers, isContent, possessives, praise, prepositions, questionWords, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { hasLearnerError } from './learner-errors.ts';
import { isClassroomTalk } from './setting-aside.ts';
import { quoteOf } from './turns.ts';
import type { CorrectionReading, Sentence, TermReading, Turn } from './types.ts';

const length = { least: 4, most: 20 };
/** The most sentences we hand on, for lessons short and long. */
const most = { least: 12, perWords: 30, ever: 40 };

const opensBadly = new Set('because or which than like plus whereas although including not'.split(' '));
const endsBadly = new Set([...articles, ...possessives, ...conjunctions, 'to', 'of', 'with', 'is', 'are', 'was', 'am', 'in', 'at', 'for', 'from', 'very', 'um', 'but', 'also', "it's", "i'm", 'not', 'i', 'he', 'she', 'we', 'they', "there's", "that's"].filter((word) => !['before', 'after', 'until', 'since'].includes(word)));
const reaction = /^(?:that's|it's|this is|that is|you're|i'm|i am|how|what an?|good|of course|i think|i know|i see|i don't know|i love (?:it|that|this)|don't worry|never mind|me too|you know)\b/i;
const definition = /^(?:an? [\p{L} -]{2,30} is (?:an?|the|when|someone|something)|to [\p{L} -]{2,40} (?:means|is) to)\b/iu;
const vague = new Set(['it', 'that', 'this', 'they', 'them', 'there', 'one', 'thing', 'things', 'so', 'do', 'did', 'done', 'here']);

interface Judged {
  sentence: Sentence;
  rank: number;
  key: string;
}

const keyOf = (sentence: Sentence) => sentence.core.map((token) => token.lower).join(' ');

/** Whether a sentence stands complete and correct by itself. */
function stands(sentence: Sentence, text: string, tagger: Tagger, lexicon: Lexicon, people: ReadonlySet<string>): boolean {
  const words = sentence.core.map((token) => token.lower);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (words.length < length.least || words.length > length.most) return false;
  if (opensBadly.has(first) || endsBadly.has(last)) return false;
  if (prepositions.has(last) && !sentence.question && ['of', 'to', 'with', 'from', 'for', 'at', 'into', 'than'].includes(last)) return false;
  if (words.some((word) => fillers.has(word) || /^\p{L}(?:-\p{L})+$/u.test(word) || (word.length === 1 && word !== 'a' && word !== 'i'))) return false;
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(sentence.raw)) return false;
  const gaps = text.slice(sentence.core[0]?.start ?? 0, sentence.core.at(-1)?.end ?? 0);
  if ((gaps.match(/,/g)?.length ?? 0) > 3) return false;
  const unknown = sentence.core.filter((token) => !/^\p{Lu}/u.test(token.text) && !known(token.lower, lexicon));
  if (unknown.length > 0) return false;
  if (words.filter((word) => people.has(word)).length > 1) return false;
  if (hasLearnerError(words)) return false;
  return hasClause(words, tagger(sentence.text), lexicon);
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
const pronounLike = new Set(['there', 'this', 'that', 'these', 'those', 'everybody', 'everyone', 'nobody', 'somebody', 'someone', 'who', 'nothing', 'something']);

/** A subject and its verb, or a question that opens with its auxiliary. */
function hasClause(words: readonly string[], tags: readonly string[], lexicon: Lexicon): boolean {
  const first = words[0] ?? '';
  if (questionWords.has(first) && first !== 'when') return words.some((word) => auxiliaries.has(word) || word.includes("'"));
  if (auxiliaries.has(first) || /n't$/.test(first)) {
    const subject = words.slice(1, 4).some((word, i) => subjectPronouns.has(word) || pronounLike.has(word) || nominal.has(tags[i + 1] ?? ''));
    return subject && words.length >= 4;
  }
  const isSubject = (i: number) => subjectPronouns.has(words[i] ?? '') || pronounLike.has(words[i] ?? '') || nominal.has(tags[i] ?? '');
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (/^(?:i|you|he|she|it|we|they|there|that|who|what|[a-z]{3,})'(?:m|re|s|ve|ll|d)$/.test(word) && i + 1 < words.length) return true;
    if (i > 0 && (auxiliaries.has(word) || /n't$/.test(word) || verbish(word, tags[i], lexicon)) && (isSubject(i - 1) || (i > 1 && isSubject(i - 2)) || (i > 2 && isSubject(i - 3)))) return true;
  }
  return false;
}

/** Learners' phrases that were corrected: a sentence that holds one is wrong, whoever says it. */
function wrongPhrases(corrections: readonly CorrectionReading[]): { phrases: string[]; sentences: Set<string> } {
  const phrases: string[] = [];
  const sentences = new Set<string>();
  for (const correction of corrections) {
    const wrong = unitsOf(correction.wrong.split(' ').map((text) => ({ text, lower: text.toLowerCase().replaceAll('’', "'"), start: 0, end: 0 }))).map((unit) => unit.norm);
    const right = ` ${correction.right.toLowerCase()} `;
    if (wrong.filter(isContent).length >= 1 && wrong.length >= 2 && !right.includes(` ${wrong.join(' ')} `)) phrases.push(` ${wrong.join(' ')} `);
    sentences.add(correction.wrong_quote);
  }
  return { phrases, sentences };
}

function limit(sentences: readonly Sentence[]): number {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  return Math.min(most.ever, Math.max(most.least, Math.round(words / most.perWords)));
}

interface Signs {
  words: readonly string[];
  content: number;
  repeated: boolean;
  mended: boolean;
  taught: boolean;
  praised: boolean;
  named: boolean;
  commas: readonly string[];
}

/** How fit a sentence is to practise with. */
function rankOf(sentence: Sentence, signs: Signs): number {
  const { words, commas } = signs;
  let rank = Math.min(signs.content, 5) * 0.4;
  if (signs.repeated) rank += 2.5;
  if (signs.mended) rank += 1.5;
  if (signs.taught) rank += 1;
  if (signs.praised) rank += 1.2;
  if (words.length >= 5 && words.length <= 13) rank += 0.5;
  if (sentence.role === 'student' && !signs.praised && !signs.repeated) rank -= 0.3;
  // "You went in 2019", "She rehearses every day?": the teacher hands the learner's own words back
  if (sentence.role === 'teacher' && /^you(?:'re|'ve)?$/.test(words[0] ?? '') && !sentence.question && !signs.mended) rank -= 0.8;
  if (sentence.question && !auxiliaries.has(words[0] ?? '') && !questionWords.has(words[0] ?? '')) rank -= 1;
  rank -= Math.max(0, commas.length - 1) * 0.5;
  rank -= commas.filter((comma) => subjectPronouns.has(comma.slice(2).toLowerCase())).length * 0.5;
  if (reaction.test(sentence.text)) rank -= 1.2;
  if (vague.has(words[0] ?? '')) rank -= 0.5;
  if (signs.named) rank -= 0.8;
  return rank;
}

/** Whether the teacher praised the learner's sentence right after it. */
function praisedAfter(sentence: Sentence, all: readonly Sentence[]): boolean {
  if (sentence.role !== 'student') return false;
  for (let id = sentence.id + 1; id <= sentence.id + 3; id += 1) {
    const next = all[id];
    if (next === undefined) return false;
    if (next.role !== 'teacher') continue;
    const first = next.words.slice(0, 2).map((token) => token.lower);
    return first.some((word) => praise.has(word) || word === 'yes' || word === 'bingo');
  }
  return false;
}

/** Complete, correct sentences of the lesson, the fittest to practise first. */
export function findGoodSentences(turns: readonly Turn[], corrections: readonly CorrectionReading[], terms: readonly TermReading[], people: ReadonlySet<string>, lexicon: Lexicon, tagger: Tagger): GoodSentence[] {
  const all = turns.flatMap((turn) => turn.sentences);
  const wrong = wrongPhrases(corrections);
  const rights = new Set(corrections.flatMap((correction) => (correction.right_sentence === null ? [] : [correction.right_sentence.toLowerCase()])));
  const rightQuotes = new Set(corrections.map((correction) => correction.right_quote));
  const said = new Map<string, Set<string>>();
  for (const sentence of all) {
    const key = keyOf(sentence);
    const by = said.get(key) ?? new Set<string>();
    by.add(`${sentence.role}${turns[sentence.turn]?.speaker ?? sentence.turn}`);
    said.set(key, by);
  }
  const heads = new Set(terms.flatMap((term) => term.term.toLowerCase().split(' ').filter(isContent)));
  const best = new Map<string, Judged>();
  for (const sentence of all) {
    const text = turns[sentence.turn]?.text ?? '';
    if (sentence.aside !== null && !(sentence.aside === 'classroom' && definition.test(sentence.text))) continue;
    const opened = ` ${unitsOf(sentence.core).map((unit) => unit.norm).join(' ')} `;
    if (wrong.sentences.has(sentence.raw) || wrong.phrases.some((phrase) => opened.includes(phrase))) continue;
    if (!stands(sentence, text, tagger, lexicon, people)) continue;
    const key = keyOf(sentence);
    const words = sentence.core.map((token) => token.lower);
    const content = words.filter((word) => isContent(word) && !vague.has(word)).length;
    if (content === 0) continue;
    const rank = rankOf(sentence, { words, content, repeated: (said.get(key)?.size ?? 0) > 1, mended: rights.has(sentence.text.toLowerCase()) || rightQuotes.has(sentence.raw), taught: words.some((word) => heads.has(lexicon.lemma(word)) || heads.has(word)), praised: praisedAfter(sentence, all), named: words.some((word) => people.has(word)), commas: text.slice(sentence.core[0]?.start ?? 0, sentence.core.at(-1)?.end ?? 0).match(/, (?:\p{L}+)/gu) ?? [] });
    const other = best.get(key);
    if (other === undefined || other.rank < rank) best.set(key, { sentence, rank, key });
  }
  return [...best.values()]
    .sort((a, b) => b.rank - a.rank || a.sentence.id - b.sentence.id)
    .slice(0, limit(all))
    .flatMap(({ sentence }) => {
      const turn = turns[sentence.turn];
      const from = sentence.core[0]?.start ?? sentence.start;
      return turn === undefined ? [] : [{ text: sentence.text, quote: quoteOf(turn, from, sentence.end) }];
    });
}
