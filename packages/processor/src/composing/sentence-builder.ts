import { fold, foldAlike, foldedWords, type GoodSentence, type SentenceBuilder } from '@tulkka/shared/exercises';
import { articles, auxiliaries, modals, particles, possessives, prepositions } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { mostOfKind } from './balance.ts';
import { difficultyFrom, hardnessOf } from './difficulty.ts';
import { findTerm } from './find-term.ts';
import type { Composed, CorrectionMaterial, Material } from './material.ts';
import { differences, openTokens } from './minimal-difference.ts';
import { impossibleForms, verbSlot } from './verb-slot.ts';
import { takesAn } from './word-forms.ts';
import { type Order, wordOrders } from './word-orders.ts';
import { wordsToMove } from './words-to-move.ts';

const fewestWords = 4;
const mostWords = 20;
/** More pieces than this are a puzzle rather than practice: words that belong together become one piece. */
const mostTokens = 11;

/** Joins neighbours that stay together in every accepted order, articles first, until the pieces are few enough. */
function piecesOf(words: readonly string[], orders: readonly Order[]): number[][] {
  const together = (left: number, right: number): boolean =>
    orders.every((order) => order.indexOf(right) === order.indexOf(left) + 1);
  let pieces = words.map((_, i) => [i]);
  const tests: ((word: string) => boolean)[] = [
    (word) => articles.has(word) || possessives.has(word),
    (word) => word === 'to',
    (word) => prepositions.has(word),
    (word) => auxiliaries.has(word),
    () => true,
  ];
  for (const test of tests) {
    for (let i = 0; i + 1 < pieces.length && pieces.length > mostTokens; i += 1) {
      const left = pieces[i] ?? [];
      const right = pieces[i + 1] ?? [];
      const last = left.at(-1) ?? 0;
      if (
        left.length > 2 ||
        right.length > 2 ||
        !test((words[last] ?? '').toLowerCase()) ||
        !together(last, right[0] ?? 0)
      )
        continue;
      pieces = [...pieces.slice(0, i), [...left, ...right], ...pieces.slice(i + 2)];
    }
  }
  return pieces;
}

/** Pieces that cannot belong: the learner's own errors for words of this sentence first, then forms that do not fit their place. */
function distractorsFor(
  words: readonly string[],
  corrections: readonly CorrectionMaterial[],
  count: number,
  lexicon: Lexicon,
): string[] {
  if (count === 0) return [];
  const own = new Set(words.map(fold));
  const found: string[] = [];
  for (const correction of corrections) {
    for (const difference of differences(openTokens(correction.wrong), openTokens(correction.right))) {
      const [wrong] = difference.wrong;
      const [right] = difference.right;
      if (difference.wrong.length !== 1 || difference.right.length !== 1 || wrong === undefined || right === undefined)
        continue;
      const at = words.findIndex((word) => fold(word) === fold(right));
      if (at === -1) continue;
      const slot = verbSlot(words.slice(0, at), lexicon);
      if (slot !== null && impossibleForms(right.toLowerCase(), slot, lexicon).includes(wrong.toLowerCase()))
        found.push(wrong.toLowerCase());
    }
  }
  words.forEach((word, at) => {
    const lower = word.toLowerCase();
    const next = words[at + 1] ?? '';
    if (lower === 'a' && !takesAn(next)) found.push('an');
    const lemma = lexicon.lemma(lower, 'verb');
    // "ups" and "cans" are no tempting verbs
    const isVerb = lexicon.partsOfSpeech(lemma)[0] === 'verb' && lexicon.partsOfSpeech(lower)[0] !== 'noun';
    if (at === 0 || !isVerb || modals.has(lower) || prepositions.has(lower) || particles.has(lower)) return;
    const slot = verbSlot(words.slice(0, at), lexicon);
    if (slot !== null)
      found.push(
        ...impossibleForms(lower, slot, lexicon)
          .filter((form) => !form.includes(' '))
          .slice(0, 1),
      );
  });
  return [...new Set(found)].filter((each) => !own.has(fold(each))).slice(0, count);
}

function hintFor(question: boolean, sequences: readonly (readonly string[])[]): string {
  const starts = [...new Set(sequences.map((sequence) => `“${sequence[0] ?? ''}”`))];
  return `${question ? 'A question. ' : ''}Begin with ${starts.join(' or ')}.`;
}

/** So many words stand before the only comma of a sentence; null where it has none or several. */
function commaOf(text: string, lexicon: Lexicon): number | null {
  const [front = '', ...more] = text.split(/,\s/);
  return more.length === 1 ? wordsToMove(front, lexicon).length : null;
}

/** One sentence to build from its pieces. */
export function buildSentence(
  sentence: GoodSentence,
  corrections: readonly CorrectionMaterial[],
  lexicon: Lexicon,
): SentenceBuilder {
  const words = wordsToMove(sentence.text, lexicon);
  const question = /\?["'”’)]*$/.test(sentence.text);
  const orders = wordOrders(words, question, lexicon, commaOf(sentence.text, lexicon));
  const pieces = piecesOf(words, orders);
  const text = (piece: readonly number[]): string => piece.map((i) => words[i] ?? '').join(' ');
  const sequences = orders.map((order) =>
    [...pieces].sort((a, b) => order.indexOf(a[0] ?? 0) - order.indexOf(b[0] ?? 0)).map(text),
  );
  const difficulty = difficultyFrom(hardnessOf(sentence.text, lexicon));
  const distinct = sequences.filter(
    (sequence, i) => sequences.findIndex((other) => other.join('\u0000') === sequence.join('\u0000')) === i,
  );
  const tokens = pieces.map(text);
  const distractors = distractorsFor(words, corrections, { easy: 0, medium: 1, hard: 2 }[difficulty], lexicon).filter(
    (each) => !tokens.some((token) => fold(token) === fold(each)),
  );
  return {
    english_sentence: sentence.text,
    translation: null,
    sentence_tokens: tokens,
    accepted_sequences: distinct,
    distractors,
    hint: hintFor(question, distinct),
    difficulty,
    source_quote: sentence.quote,
  };
}

function alike(one: string, other: string): boolean {
  const a = new Set(foldedWords(one));
  const b = new Set(foldedWords(other));
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared) > 0.7;
}

/** Whether a sentence practises something of the lesson: a taught term or what was put right. */
function isLinked(text: string, material: Material, lexicon: Lexicon): boolean {
  const isMended = material.corrections.some(
    ({ sentence }) => sentence !== null && foldAlike(sentence.text) === foldAlike(text),
  );
  return isMended || material.terms.some((term) => findTerm(text, term.term, lexicon) !== null);
}

/** "A concept is an idea", "To budge is to move": what the card tells, and could be told the other way round. */
function isDefinition(text: string, { terms }: Pick<Material, 'terms'>, lexicon: Lexicon): boolean {
  if (/^to .*\b(?:is|means?)\b/i.test(text)) return true;
  const words = foldedWords(text);
  const at = words.findIndex((word) => /^(?:is|are|means?)$/.test(word));
  if (at < 1 || at > longestNamed) return false;
  const named = words.slice(0, at).join(' ');
  const isTold = /^(?:an?|the|my|your|when|where|something|somebody|someone|that|to)$/.test(words[at + 1] ?? '');
  const isTerm = terms.some(
    ({ term }) => foldedWords(term).length >= at - 1 && findTerm(named, term, lexicon) !== null,
  );
  return isTold && isTerm;
}

/** Of a middling length, neither trivial nor a puzzle. */
const isHandy = (text: string): boolean => foldedWords(text).length >= 5 && foldedWords(text).length <= 14;

/** A name of more words is a sentence's own subject. */
const longestNamed = 5;

/** More than a set can hold, since the rules may drop some. */
const enough = 2 * mostOfKind.sentence_builder;

/** One loose sentence for so many things taught: talk in which nothing was taught is no material. */
const taughtPerLooseSentence = 3;

/** Sentences to put together, from the good sentences of the lesson. */
export function composeSentences(material: Material, lexicon: Lexicon): Composed<SentenceBuilder> {
  const unused: Composed<SentenceBuilder>['unused'] = [];
  const chosen: GoodSentence[] = [];
  const mended = material.corrections.flatMap(({ sentence, explicit }) =>
    sentence !== null && explicit ? [sentence] : [],
  );
  const ranked = [...material.sentences, ...mended]
    .map((sentence, place) => ({
      sentence,
      place,
      linked: isLinked(sentence.text, material, lexicon),
      handy: isHandy(sentence.text),
    }))
    .sort((a, b) => Number(b.linked) - Number(a.linked) || Number(b.handy) - Number(a.handy) || a.place - b.place);
  let loose = Math.floor((material.terms.length + material.corrections.length) / taughtPerLooseSentence);
  for (const { sentence, linked } of ranked) {
    if (chosen.length >= enough) break;
    const length = foldedWords(sentence.text).length;
    const reason =
      length < fewestWords
        ? 'The sentence is too short to build.'
        : length > mostWords
          ? 'The sentence is too long to build.'
          : /[.!?;:]\s/.test(sentence.text)
            ? 'It is more than one sentence.'
            : isDefinition(sentence.text, material, lexicon)
              ? 'It tells what a word means: its card does.'
              : null;
    if (reason !== null) unused.push({ kind: 'sentence_builder', what: sentence.text, reason });
    else if (chosen.some((other) => alike(other.text, sentence.text))) continue;
    else if (linked || (loose > 0 && !material.learnersSentences.has(fold(sentence.text)))) {
      chosen.push(sentence);
      if (!linked) loose -= 1;
    } else
      unused.push({ kind: 'sentence_builder', what: sentence.text, reason: 'It practises nothing that was taught.' });
  }
  return {
    items: chosen.map((sentence) => buildSentence(sentence, material.corrections, lexicon)),
    unused,
  };
}
