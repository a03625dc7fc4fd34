import { plainWord } from '../language/apostrophes.ts';
import {
  auxiliaries,
  determiners,
  possessives,
  prepositions,
  questionWords,
  subjectPronouns,
} from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { freeOrders, listTurned, phrasesMoved } from './free-orders.ts';
import { backMoved, frontMoved, identityTurned, placeMoved, statementsTurned } from './turned-orders.ts';

/** An order of the words of a sentence, as positions in the given one. */
export type Order = number[];

const day = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?';
const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const part = '(?:morning|afternoon|evening|night|day|week|weekend|month|year|summer|winter|spring|autumn)';
const number = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half past \\w+)';
/** Phrases of time that may stand first or last without changing what is said. */
const timePhrase = new RegExp(
  `^(?:at ${number}(?: o'clock)?|at (?:noon|midnight|night|the moment|the weekend)|(?:every|last|next|this) (?:single )?(?:${part}|${day})|every ${day} ${part}|on ${day}(?: ${part})?|in (?:${month}|(?:19|20)\\d\\d|the ${part})|yesterday|today|tomorrow|tonight|(?:yesterday|tomorrow) ${part}|(?:a|two|three|four|five|six|ten|\\d+) (?:days?|weeks?|months?|years?) ago|after (?:school|work|lunch|breakfast|dinner|class)|before (?:school|work|lunch|breakfast|dinner|class)|for (?:a|two|three|four|five|six|ten|fifteen|\\d+) (?:minutes?|hours?|days?|weeks?|months?|years?)|since (?:${day}|${month}|(?:19|20)\\d\\d)|in the (?:end|past|future)|at the (?:beginning|end)|at first|on average)$`,
);
const joins =
  /^(?:and|but|or|so|because|if|when|while|although|though|that|which|who|until|before|after|than|as|unless|since|what|where|how|why|whether)$/;
/** Conjunctions whose clause may come first or last. */
const movable = /^(?:because|if|when|while|although|though|unless|until|before|after)$/;
const longestTime = 4;

function isStatement(words: readonly string[], question: boolean): boolean {
  const [first = ''] = words;
  return (
    !question &&
    (subjectPronouns.has(first) ||
      determiners.has(first) ||
      /^(?:there|everybody|everyone|nobody|someone|people|i'|he'|she'|it'|we'|they'|you')/.test(first)) &&
    !auxiliaries.has(first)
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

function timeAtTheEnd(words: readonly string[]): Order | null {
  for (let length = longestTime; length > 0; length -= 1) {
    const start = words.length - length;
    if (start < 3 || !timePhrase.test(words.slice(start).join(' '))) continue;
    // "I know he called yesterday": with two verbs the time may belong to either
    if (words.slice(0, start).some((word) => joins.test(word))) return null;
    return [...range(start, words.length), ...range(0, start)];
  }
  return null;
}

function timeAtTheStart(words: readonly string[]): Order | null {
  for (let length = longestTime; length > 0; length -= 1) {
    if (words.length - length < 3 || !timePhrase.test(words.slice(0, length).join(' '))) continue;
    const rest = words.slice(length);
    if (!isStatement(rest, false) || rest.some((word) => joins.test(word))) return null;
    return [...range(length, words.length), ...range(0, length)];
  }
  return null;
}

/** Whether what stands at a conjunction is a clause or a reason that may come first. */
function isMovable(words: readonly string[], at: number, end: number): boolean {
  if (!movable.test(words[at] ?? '') || at < 3 || end - at < 3) return false;
  const next = words[at + 1] ?? '';
  // "because of my dog"; "ask me for help when needed" has no clause to move
  if (words[at] === 'because' && next === 'of') return true;
  if (!(subjectPronouns.has(next) || determiners.has(next))) return false;
  // "an allergy is when…" says what it is, not when it happens; "I know when he comes" has a clause that cannot move
  const held = /^(?:is|are|was|were|know|knew|ask|asked|tell|told|wonder|remember|me|him|her|us|them|see|understand)$/;
  return words[at] === 'because' || !held.test(words[at - 1] ?? '');
}

/** "I stopped when I was ten because I hated it": each of the last two clauses may come first. */
function clausesMoved(words: readonly string[]): Order[] {
  const marks = words.flatMap((word, i) => (joins.test(word) ? [i] : []));
  if (marks.length === 0 || marks.length > 2) return [];
  const ends = [...marks.slice(1), words.length];
  if (!marks.every((at, i) => isMovable(words, at, ends[i] ?? 0))) return [];
  return marks.map((at, i) => {
    const end = ends[i] ?? words.length;
    return [...range(at, end), ...range(0, at), ...range(end, words.length)];
  });
}

/** "To haggle means to talk about a price": what is told and what it means change places. */
function meaningTurned(words: readonly string[]): Order | null {
  const at = words.indexOf('means');
  if (words[0] !== 'to' || words[at + 1] !== 'to' || words.slice(at + 1).some((word) => joins.test(word))) return null;
  return [...range(at + 1, words.length), at, ...range(0, at)];
}

const polite = /^(?:could|can|would|will)$/;

function pleaseMoved(words: readonly string[]): Order[] {
  if (words.at(-1) !== 'please' || words.length < 4) return [];
  const last = words.length - 1;
  const orders: Order[] = [[last, ...range(0, last)]];
  // "Could you please warm it up"
  if (polite.test(words[0] ?? '') && words[1] === 'you') orders.push([0, 1, last, ...range(2, last)]);
  return orders;
}

const separable =
  /^(?:put off|call off|throw away|bring up|turn on|turn off|turn down|turn up|switch on|switch off|draw up|pick up|write down|jot down|fill in|try on|take off|put on|put away|give back|pay back|look up|carry out|set up|work out|clean up|hand in|hand out|ring up|wake up|cut down|make up)$/;

function particleMoved(words: readonly string[], lexicon: Lexicon): Order | null {
  for (let i = 0; i + 3 < words.length + 1; i += 1) {
    const verb = lexicon.lemma(words[i] ?? '', 'verb');
    // "put off the meeting" → "put the meeting off"
    if (
      separable.test(`${verb} ${words[i + 1] ?? ''}`) &&
      (determiners.has(words[i + 2] ?? '') || possessives.has(words[i + 2] ?? '')) &&
      words[i + 3] !== undefined
    ) {
      const end = i + 4;
      const next = words[end];
      if (next !== undefined && !prepositions.has(next) && !joins.test(next)) continue;
      return [...range(0, i + 1), ...range(i + 2, end), i + 1, ...range(end, words.length)];
    }
    // "put the meeting off" → "put off the meeting"
    if (
      (determiners.has(words[i + 1] ?? '') || possessives.has(words[i + 1] ?? '')) &&
      separable.test(`${verb} ${words[i + 3] ?? ''}`) &&
      words[i + 2] !== undefined
    ) {
      const next = words[i + 4];
      if (next !== undefined && !prepositions.has(next) && !joins.test(next)) continue;
      return [...range(0, i + 1), i + 3, i + 1, i + 2, ...range(i + 4, words.length)];
    }
  }
  return null;
}

function adverbMoved(words: readonly string[]): Order | null {
  const at = words.findIndex((word) => /^(?:sometimes|usually)$/.test(word));
  if (at === 1 && subjectPronouns.has(words[0] ?? '')) return [1, 0, ...range(2, words.length)];
  if (at === 0 && subjectPronouns.has(words[1] ?? '') && !auxiliaries.has(words[2] ?? ''))
    return [1, 0, ...range(2, words.length)];
  return null;
}

/** "a play or a concert": two things of one shape, whichever comes first. */
function pairTurned(words: readonly string[]): Order | null {
  const at = words.findIndex((word, i) => i > 2 && (word === 'or' || word === 'and'));
  const next = words[at + 3];
  const isPair =
    at > 0 &&
    determiners.has(words[at - 2] ?? '') &&
    words[at - 2] === words[at + 1] &&
    words[at + 2] !== undefined &&
    (next === undefined || joins.test(next));
  // "between the school and the park", "both the …": a third thing, or a word before it, would hold the order fast
  if (!isPair || /^(?:between|both|either|from|and|or)$/.test(words[at - 3] ?? '')) return null;
  return [...range(0, at - 2), at + 1, at + 2, at, at - 2, at - 1, ...range(at + 3, words.length)];
}

/** So many orders tell what is free; a sentence with more of them would never be refused. */
const mostOrders = 12;

/** Every order that one move makes. */
function movesOf(words: readonly string[], question: boolean, lexicon: Lexicon, comma: number | null): Order[] {
  const found: (Order | null)[] = [
    ...pleaseMoved(words),
    particleMoved(words, lexicon),
    pairTurned(words),
    meaningTurned(words),
    frontMoved(words, comma),
    backMoved(words, comma),
    ...(question ? [] : freeOrders(words, lexicon)),
  ];
  const startsLikeQuestion = question || questionWords.has(words[0] ?? '');
  if (isStatement(words, startsLikeQuestion))
    found.push(timeAtTheEnd(words), ...clausesMoved(words), adverbMoved(words));
  else if (!question) found.push(adverbMoved(words));
  // "every morning" begins as a statement does
  if (!question)
    found.push(timeAtTheStart(words), statementsTurned(words, comma), identityTurned(words), placeMoved(words, comma));
  return found.filter((order) => order !== null && order !== undefined);
}

/**
 * Every order of a sentence that is as good English as the given one, the given one first. Only moves that are right
 * whatever the words mean: time phrases, clauses, "please", particles and a few adverbs; two moves may come together.
 */
export function wordOrders(
  words: readonly string[],
  question: boolean,
  lexicon: Lexicon,
  comma: number | null = null,
): Order[] {
  const lower = words.map(plainWord);
  const given = range(0, words.length);
  const first = movesOf(lower, question, lexicon, comma);
  const second = first.flatMap((order) =>
    [
      ...listTurned(pick(lower, order), lexicon),
      ...(question ? [] : phrasesMoved(pick(lower, order), lexicon)),
      identityTurned(pick(lower, order)),
    ].flatMap((move) => (move === null || question ? [] : [move.map((at) => order[at] ?? 0)])),
  );
  const seen = new Set<string>();
  return [given, ...first, ...second]
    .filter((order) => {
      const key = order.join(' ');
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, mostOrders);
}

const pick = (words: readonly string[], order: Order): string[] => order.map((at) => words[at] ?? '');
