import { foldedWords } from '@tulkka/shared/exercises';
import { auxiliaries } from '../../language/words.ts';
import type { Gate } from './gate.ts';

const finite = (words: readonly string[]): number =>
  words.filter(
    (word) => auxiliaries.has(word) || /['’](?:s|m|re|ve|ll|d|t)$/.test(word) || /^(?:means?|lets?)$/.test(word),
  ).length;
const nounHead = /^(?:the|an?|one|some|people|those|\p{L}+s|our|your|my)$/u;

/** "To give up their seats.", "Getting better at it.": no finite verb behind the head. */
const isVerbal = (words: readonly string[]): boolean => {
  const [first = ''] = words;
  if (first === 'to') return finite(words.slice(1)) === 0;
  return (
    /.{3}ing$/.test(first) &&
    !/^(?:everything|nothing|something|anything|morning|evening|during|bring|king|spring|string)$/.test(first) &&
    finite(words) === 0 &&
    !words.some((word) => /^(?:i|he|she|we|they)$/.test(word))
  );
};

/** "People who live there.", "The email you sent me.": a noun with its clause, and nothing said of it. */
function isNounWithClause(words: readonly string[], text: string): boolean {
  if (!nounHead.test(words[0] ?? '')) return false;
  const at = words.findIndex(
    (word, i) => i > 0 && i < 3 && (/^(?:who|which)$/.test(word) || /^(?:i|you|he|she|we|they)$/.test(word)),
  );
  return at > 0 && words.length - at <= 4 && finite(words) === 0 && !text.endsWith('?');
}

/** "Shortage of chips, two years ago.", "One of our machines.": nouns held together by little words. */
function isNounAlone(words: readonly string[], text: string): boolean {
  if (finite(words) > 0 || words.some((word) => /^(?:i|you|he|she|it|we|they|there|who|this)$/.test(word)))
    return false;
  return /^(?:one of (?:the|our|my|your|these|those) \p{L}+|\p{L}+ of \p{L}+, .*\bago)[.!?]$/iu.test(text);
}

/** "Have you ever eaten.": a question that lost its mark or its end. */
const isHalfQuestion = (words: readonly string[], text: string): boolean =>
  /^(?:do|does|did|have|has|can|could|will|would|are|is|was|were)$/.test(words[0] ?? '') &&
  /^(?:i|you|he|she|it|we|they)$/.test(words[1] ?? '') &&
  !text.endsWith('?');

/** A subject, a finite verb, and all that they need. */
export const standsAlone: Gate = {
  name: 'stands alone',
  says: 'It is only a part of a sentence.',
  stops: ({ text }) => {
    const words = foldedWords(text);
    return isVerbal(words) || isNounWithClause(words, text) || isNounAlone(words, text) || isHalfQuestion(words, text);
  },
  examples: {
    stops: [
      'To give up their seats.',
      'Getting better at it.',
      'People who live there.',
      'The email you sent me.',
      'Shortage of chips, two years ago.',
      'One of our machines.',
      'Have you ever eaten.',
      'To collect, analysing, the interpretation.',
    ],
    passes: [
      'To haggle means to discuss the price of something.',
      'People who live there are lucky.',
      'The email you sent me was long.',
      'Have you ever eaten octopus?',
      'One of our machines is broken.',
    ],
  },
};
