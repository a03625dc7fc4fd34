import type { GoodSentence } from '@tulkka/shared/exercises';
import { wordsOf } from '../language/tokens.ts';
import { auxiliaries, determiners, questionWords, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { withNames } from './proper-names.ts';
import { soundsWrong } from './sounds-wrong.ts';

/** A sentence of fewer words gives no context. */
export const fewestWords = 4;

const letterRow = /(?:^|[\s-])\p{L}(?:[\s-]+\p{L}){2,}(?=[\s.,!?-]|$)/u;

/** "What does he write.": the recorder put no mark of a question. */
const asksWithoutMark =
  /^(?:what|where|when|why|how|who) (?:is|are|was|were|do|does|did|can|could|will|would|have|has) (?:i|you|he|she|it|we|they|the|your|my|his|her|this|that)\b[^,]*\.$/i;

/** With the capitals that captions lack; told as a question, meant as an answer: "Your brother drinks chocolate milk?" is a statement to practise with. */
export function asStatement(sentence: GoodSentence): GoodSentence {
  const words = wordsOf(sentence.text);
  const first = words[0]?.split(/['’]/)[0] ?? '';
  const isStatement =
    sentence.text.endsWith('?') &&
    (subjectPronouns.has(first) || determiners.has(first) || first === 'there') &&
    !auxiliaries.has(first) &&
    !/\b(?:right|okay|or|(?:\w+n't|do|does|did|is|are|was|were|have|has|had|can|will|would) (?:you|he|she|it|we|they|i))\?$/i.test(
      sentence.text,
    );
  const text = withNames(sentence.text);
  if (asksWithoutMark.test(text)) return { ...sentence, text: `${text.slice(0, -1)}?` };
  return { ...sentence, text: isStatement ? `${text.slice(0, -1)}.` : text };
}

/** One word with a capital and without in the same sentence ("and scratch Itchy my arm is itchy"): two sentences ran into one. */
function runsOn(text: string): boolean {
  const words: string[] = text.match(/\p{L}+/gu) ?? [];
  return words.slice(1).some((word) => /^\p{Lu}\p{Ll}/u.test(word) && words.includes(word.toLowerCase()));
}

/** "Should have arrived.": a helping verb at the head, and nobody behind it who does it. */
function isHeadless(text: string): boolean {
  const [first = '', second = ''] = wordsOf(text);
  return /^(?:should|would|could|must|might)$/.test(first) && /^(?:have|be|not|never|also|always)$/.test(second);
}

/** A sentence that answers or praises first ("That's right, he wakes up at seven") or spells a word is none to practise. */
export function isClean({ text }: GoodSentence): boolean {
  return (
    !letterRow.test(text) &&
    !runsOn(text) &&
    !/^(?:hello|hi|hey|bye|good (?:morning|evening|afternoon))\b/i.test(text) &&
    !/,\s*no\b/i.test(text) &&
    !/^(?:no|yes|oh),? (?:no|yes)\b/i.test(text) &&
    !isHeadless(text) &&
    !/^(?:i see|guess what|you know what),/i.test(text) &&
    // "Where are you looking, online?", "Roll out, just so we agree?"
    !/,\s*(?:\p{L}+|just so .*)\?$/iu.test(text) &&
    !/^(?:that's|it's|you're|is|very|not) (?:right|good|it|true|correct|perfect|better|great|quite)\b,?/i.test(text) &&
    !/,\s*(?:right|okay|ok|look|you know|you see|with(?:out)? (?:an? |the )?\w+)[.?!]$/i.test(text)
  );
}

/** Whether a phrase could stand as a sentence: it begins like one and has enough words. */
export function isWhole(text: string): boolean {
  const words = wordsOf(text);
  const first = words[0]?.split(/['’]/)[0] ?? '';
  return (
    words.length >= fewestWords &&
    (subjectPronouns.has(first) ||
      determiners.has(first) ||
      questionWords.has(first) ||
      auxiliaries.has(first) ||
      /^(?:there|everybody|everyone|nobody|somebody|people)$/.test(first))
  );
}

/** A phrase written as a sentence: a capital and an end mark. */
export function asSentence(text: string): string {
  const trimmed = text.trim().replace(/[,;:]+$/, '');
  const words = wordsOf(trimmed);
  const asks =
    questionWords.has(words[0] ?? '') || (auxiliaries.has(words[0] ?? '') && subjectPronouns.has(words[1] ?? ''));
  const marked = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}${asks ? '?' : '.'}`;
  return marked.charAt(0).toUpperCase() + marked.slice(1);
}

/** Without a verb it is a list or a cry ("A headache, a cold, a fever!"), not a sentence. */
function hasVerb(text: string, lexicon: Lexicon): boolean {
  const words = wordsOf(text);
  return words.some((word, at) => {
    if (auxiliaries.has(word) || /['’](?:s|m|re|ve|ll|d|t)$/.test(word)) return true;
    const [usual] = lexicon.partsOfSpeech(lexicon.lemma(word, 'verb'));
    if (usual === 'verb') return true;
    return (
      usual !== undefined &&
      (subjectPronouns.has(words[at - 1] ?? '') || word !== lexicon.lemma(word, 'verb')) &&
      lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb')
    );
  });
}

/** Whether a sentence may be shown as good English: whole, in one piece, without a slip that can be seen. */
export function isFit(sentence: GoodSentence, lexicon: Lexicon): boolean {
  return isClean(sentence) && hasVerb(sentence.text, lexicon) && !soundsWrong(sentence.text, lexicon);
}
