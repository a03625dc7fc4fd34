import type { GoodSentence } from '@tulkka/shared/exercises';
import { unitsOf } from '../../language/align.ts';
import { plainWord } from '../../language/apostrophes.ts';
import { phraseFinder } from '../../language/phrase-finder.ts';
import type { Tagger } from '../../language/tagger.ts';
import { auxiliaries, isContent, praise, questionWords, subjectPronouns } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { quoteOf } from '../conversation/read-turns.ts';
import type { CorrectionReading, Sentence, TermReading, Turn } from '../types.ts';
import { isComplete } from './is-complete.ts';

/** The most sentences we hand on, for lessons short and long. */
const most = { least: 12, perWords: 30, ever: 40 };

const reaction =
  /^(?:that's|it's|this is|that is|you're|i'm|i am|how|what an?|good|of course|i think|i know|i see|i don't know|i love (?:it|that|this)|don't worry|never mind|me too|you know)\b/i;

const definition =
  /^(?:an? [\p{L} -]{2,30} is (?:an?|the|when|someone|something)|to [\p{L} -]{2,40} (?:means|is) to)\b/iu;

const vague = new Set([
  'it',
  'that',
  'this',
  'they',
  'them',
  'there',
  'one',
  'thing',
  'things',
  'so',
  'do',
  'did',
  'done',
  'here',
]);

interface Judged {
  sentence: Sentence;
  rank: number;
  key: string;
}

const keyOf = (sentence: Sentence) => sentence.core.map((token) => token.lower).join(' ');

/** Learners' phrases that were corrected: a sentence that holds one is wrong, whoever says it. */
function wrongPhrases(corrections: readonly CorrectionReading[]): {
  isIn: (words: readonly string[]) => boolean;
  sentences: Set<string>;
} {
  const phrases: string[] = [];
  const sentences = new Set<string>();
  for (const correction of corrections) {
    const wrong = unitsOf(
      correction.wrong.split(' ').map((text) => ({ text, lower: plainWord(text), start: 0, end: 0 })),
    ).map((unit) => unit.norm);
    const right = ` ${correction.right.toLowerCase()} `;
    if (wrong.filter(isContent).length >= 1 && wrong.length >= 2 && !right.includes(` ${wrong.join(' ')} `))
      phrases.push(wrong.join(' '));
    sentences.add(correction.wrong_quote);
  }
  return { isIn: phraseFinder(phrases), sentences };
}

function limit(sentences: readonly Sentence[]): number {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  return Math.min(most.ever, Math.max(most.least, Math.round(words / most.perWords)));
}

interface Signs {
  words: readonly string[];
  content: number;
  repeated: boolean;
  isRightVersion: boolean;
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
  if (signs.isRightVersion) rank += 1.5;
  if (signs.taught) rank += 1;
  if (signs.praised) rank += 1.2;
  if (words.length >= 5 && words.length <= 13) rank += 0.5;
  if (sentence.role === 'student' && !signs.praised && !signs.repeated) rank += 0.2;
  // "You went in 2019", "She rehearses every day?": the teacher hands the learner's own words back
  if (
    sentence.role === 'teacher' &&
    /^you(?:'re|'ve)?$/.test(words[0] ?? '') &&
    !sentence.question &&
    !signs.isRightVersion
  )
    rank -= 0.8;
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
export function findGoodSentences(
  turns: readonly Turn[],
  corrections: readonly CorrectionReading[],
  terms: readonly TermReading[],
  people: ReadonlySet<string>,
  lexicon: Lexicon,
  tagger: Tagger,
): GoodSentence[] {
  const all = turns.flatMap((turn) => turn.sentences);
  const wrong = wrongPhrases(corrections);
  const rights = new Set(
    corrections.flatMap((correction) =>
      correction.right_sentence === null ? [] : [correction.right_sentence.toLowerCase()],
    ),
  );
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
    if (wrong.sentences.has(sentence.raw) || wrong.isIn(unitsOf(sentence.core).map((unit) => unit.norm))) continue;
    if (!isComplete(sentence, text, tagger, lexicon, people)) continue;
    const key = keyOf(sentence);
    const words = sentence.core.map((token) => token.lower);
    const content = words.filter((word) => isContent(word) && !vague.has(word)).length;
    if (content === 0) continue;
    const rank = rankOf(sentence, {
      words,
      content,
      repeated: (said.get(key)?.size ?? 0) > 1,
      isRightVersion: rights.has(sentence.text.toLowerCase()) || rightQuotes.has(sentence.raw),
      taught: words.some((word) => heads.has(lexicon.lemma(word)) || heads.has(word)),
      praised: praisedAfter(sentence, all),
      named: words.some((word) => people.has(word)),
      commas: text.slice(sentence.core[0]?.start ?? 0, sentence.core.at(-1)?.end ?? 0).match(/, (?:\p{L}+)/gu) ?? [],
    });
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
