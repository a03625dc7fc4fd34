import { findPrivateSpans } from '@tulkka/shared/transcripts';
import type { Aside, Sentence, Turn } from '../types.ts';
import { asksForSomethingPrivate } from './moves/asks-for-something-private.ts';
import { greets } from './moves/greets.ts';
import { opensTheTopic } from './moves/opens-the-topic.ts';
import { runsTheClass } from './moves/runs-the-class.ts';
import { saysGoodbye } from './moves/says-goodbye.ts';
import { talksOfTheCall } from './moves/talks-of-the-call.ts';

/** Letters of other scripts inside English speech: the learner's own language. */
function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > latin;
}

/** Where the lesson's topic begins and ends, as ids of sentences: small talk lies before and after. */
export function topicSpan(sentences: readonly Sentence[]): { first: number; last: number } {
  const limit = Math.max(12, Math.floor(sentences.length * 0.22));
  let first = 0;
  for (const sentence of sentences.slice(0, limit)) {
    if (opensTheTopic.isIn(sentence.raw)) {
      first = sentence.id;
      break;
    }
  }
  // without a marker only the greetings themselves are small talk
  let last = sentences.length - 1;
  while (last > first && last > sentences.length - 12) {
    const sentence = sentences[last];
    if (sentence === undefined || !(saysGoodbye.isIn(sentence.raw) || sentence.words.length <= 3)) break;
    last -= 1;
  }
  return { first, last };
}

const numberLike =
  /\d|\b(?:zero|oh|double|one|two|three|four|five|six|seven|eight|nine|street|road|avenue|floor|dot|at)\b/i;

/** Marks every sentence that is no language to practise, with the reason. */
export function setAside(turns: readonly Turn[]): void {
  const sentences = turns.flatMap((turn) => turn.sentences);
  const { first, last } = topicSpan(sentences);
  for (const [i, turn] of turns.entries()) {
    const secrets = findPrivateSpans(turn.text);
    const asked = asksForSomethingPrivate.isIn(turns[i - 1]?.sentences.at(-1)?.raw ?? '');
    for (const sentence of turn.sentences) {
      const isAnswer = asked && numberLike.test(sentence.raw) && !sentence.question;
      const secret = isAnswer || secrets.some((span) => span.start < sentence.end && span.end > sentence.start);
      sentence.aside = asideOf(sentence, secret, sentence.id < first || sentence.id > last);
    }
  }
  spreadTech(sentences);
}

function asideOf(sentence: Sentence, secret: boolean, outside: boolean): Aside | null {
  if (secret) return 'private';
  if (isForeign(sentence.raw)) return 'foreign';
  if (talksOfTheCall.isIn(sentence.raw)) return 'tech';
  if (outside || (greets.isIn(sentence.raw) && sentence.words.length <= 6)) return 'small talk';
  return runsTheClass.isIn(sentence.raw) ? 'classroom' : null;
}

/** Trouble spreads: a sentence between two about the call is about the call too. */
function spreadTech(sentences: readonly Sentence[]): void {
  let lastTech = -10;
  for (const sentence of sentences) {
    if (sentence.aside !== 'tech') continue;
    if (sentence.id - lastTech <= 6 && lastTech >= 0) {
      for (let id = lastTech + 1; id < sentence.id; id += 1) {
        const between = sentences[id];
        if (between !== undefined && (between.aside === null || between.aside === 'small talk')) between.aside = 'tech';
      }
    }
    lastTech = sentence.id;
  }
}
