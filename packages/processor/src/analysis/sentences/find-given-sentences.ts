import type { GoodSentence } from '@tulkka/shared/exercises';
import { quoteOf } from '../conversation/read-turns.ts';
import type { Turn } from '../types.ts';

/** How teachers hand a whole sentence over: "The correct sentence is …", "You should say: …", "Say it like this: …". */
const handsOver = new RegExp(
  `(?:${[
    '\\b(?:correct|right|proper|full|whole|complete|better|best) (?:sentence|answer|version|way|question|one)(?: to say (?:it|this|that))?(?: here)? (?:is|was|would be|should be|will be|goes)(?: like this)?',
    '\\byou (?:should|could|need to|have to|must) say',
    '\\bsay it like this',
  ].join('|')})\\s*[:,]?\\s*`,
  'iu',
);
const quotes = /^["“”'‘«]+|["“”’»]+$/gu;
const fewestWords = 4;
const mostWords = 20;
/** "You should say it again": what follows is no sentence of the lesson. */
const noSentence =
  /^(?:it|that|this|so|something|why|what|how|the|a|an|more|sorry|hello)\b(?! (?:is|was|are|were|has|had|will|would)\b)[^,]{0,24}$/i;

/**
 * Sentences that the teacher handed over as right, whether or not the learner's own was heard: they are the lesson's
 * best to practise with.
 */
export function findGivenSentences(turns: readonly Turn[]): GoodSentence[] {
  return turns.flatMap((turn) => {
    if (turn.role === 'student') return [];
    return turn.sentences.flatMap((sentence, i) => {
      const frame = handsOver.exec(sentence.raw);
      if (frame === null) return [];
      const from = sentence.start + frame.index + frame[0].length;
      // "The correct sentence is: She doesn't like coffee." may be cut behind the colon.
      const rest = turn.text.slice(from, sentence.end);
      const next = turn.sentences[i + 1];
      const [start, end] = /\p{L}/u.test(rest) || next === undefined ? [from, sentence.end] : [next.start, next.end];
      return read(turn, start, end) ?? [];
    });
  });
}

function read(turn: Turn, start: number, end: number): GoodSentence[] | null {
  const said = turn.text.slice(start, end).trim();
  const bare = said
    .replaceAll(quotes, '')
    .replace(/["“”’»]*[.!]?["“”’»]*$/u, (mark) => (mark.includes('!') ? '!' : ''));
  const words = bare.split(/\s+/);
  if (words.length < fewestWords || words.length > mostWords || noSentence.test(bare)) return null;
  if (/["“”«»]/u.test(bare)) return null;
  const offset = turn.text.indexOf(bare, start);
  if (offset < 0) return null;
  const text = `${bare.charAt(0).toUpperCase()}${bare.slice(1)}${/[.!?]$/.test(bare) ? '' : '.'}`;
  return [{ text, quote: quoteOf(turn, offset, offset + bare.length) }];
}
