import { nothing } from '../../grading/resolve-option.ts';
import { commonWords } from './common-words.ts';
import { fold, foldAlike, foldedWords, holdsWords } from './fold.ts';
import type { ItemView } from './item-view.ts';
import type { QualityRule } from './rule.ts';

const fewestWords = 4;
const mostWords = 20;
const filler = /(?<![\p{L}-])(?:u+m+|u+h+|e+r+m*|h+m+|m+h*m+|e+h+m+)(?![\p{L}-])/iu;

function bag(tokens: readonly string[]): string {
  return [...tokens].sort().join('\u0000');
}

const letters = (text: string): string => fold(text).replaceAll(' ', '');

/** "hang" and "hung", "study" and "studied": inflected forms share at least their beginning. */
function shareBeginning(word: string, other: string): boolean {
  return word.slice(0, 2) === other.slice(0, 2);
}

/** Whether the text stands there in quotation marks. */
const quotes = (whole: string, text: string): boolean =>
  ['"', '“', "'"].some((open) => ['"', '”', "'"].some((close) => whole.includes(`${open}${text}${close}`)));

function hintTells({ hint, answer, kind }: ItemView): boolean {
  if (hint === null || answer === nothing) return false;
  // a hint for an article or a preposition speaks in sentences that may need that word itself; a term may not stand in its own hint
  if (kind === 'grammar' && foldedWords(answer).every((word) => word.length < 5))
    return quotes(hint.toLowerCase(), answer.toLowerCase());
  return holdsWords(hint, answer);
}

/** The rules on an item's own make-up, which need nothing beside the item. */
export const shapeRules: readonly QualityRule[] = [
  {
    name: 'one-blank',
    reason: 'A question needs exactly one blank.',
    broken: ({ blank }) => blank !== null && blank.count !== 1,
  },
  {
    name: 'three-or-four-options',
    reason: 'A question needs three or four options.',
    broken: ({ blank }) => blank !== null && (blank.options.length < 3 || blank.options.length > 4),
  },
  {
    name: 'distinct-options',
    reason: 'Options must differ from each other.',
    broken({ blank }) {
      if (blank === null) return false;
      const seen = new Set(blank.options.map((option) => (option === nothing ? option : fold(option))));
      return seen.size !== blank.options.length || seen.has('');
    },
  },
  {
    name: 'answer-among-options',
    reason: 'The right answer must be one of the options.',
    broken: ({ blank, answer }) => blank !== null && !blank.options.includes(answer),
  },
  {
    name: 'capital-and-end-mark',
    reason: 'A sentence begins with a capital and ends with a mark.',
    broken: ({ sentences }) =>
      sentences.some((text) => !/^["'“‘(]?\p{Lu}/u.test(text.trim()) || !/[.!?]["'”’)]?$/.test(text.trim())),
  },
  {
    name: 'enough-words',
    reason: 'A sentence of fewer than four words gives no context.',
    broken: ({ sentences }) => sentences.some((text) => foldedWords(text).length < fewestWords),
  },
  {
    name: 'not-too-long',
    reason: 'A sentence of more than twenty words is too long to build.',
    broken: ({ kind, sentences }) =>
      kind === 'sentence_builder' && sentences.some((text) => foldedWords(text).length > mostWords),
  },
  {
    name: 'no-fillers',
    reason: 'The sentence holds an "um" or the like.',
    broken: ({ shown }) => shown.some((text) => filler.test(text)),
  },
  {
    name: 'no-stutter',
    reason: 'The sentence repeats a word as speech does.',
    broken: ({ sentences }) =>
      sentences.some((text) =>
        /(?<![\p{L}'’-])(the|a|an|i|to|of|in|on|at|is|are|was|he|she|we|they|it|my|your|and|for|with)\s+\1(?![\p{L}'’-])/iu.test(
          text,
        ),
      ),
  },
  {
    name: 'tokens-make-the-sentence',
    reason: 'The tokens, put together, must give the sentence.',
    broken: ({ tokens, answer }) => tokens !== null && letters(tokens.all.join(' ')) !== letters(answer),
  },
  {
    name: 'orders-use-the-tokens',
    reason: 'Every accepted order must use exactly the tokens.',
    broken: ({ tokens }) =>
      tokens !== null &&
      (tokens.sequences.length === 0 || tokens.sequences.some((sequence) => bag(sequence) !== bag(tokens.all))),
  },
  {
    name: 'given-order-accepted',
    reason: 'The order of the sentence itself must be accepted.',
    broken: ({ tokens }) =>
      tokens !== null && !tokens.sequences.some((sequence) => sequence.join('\u0000') === tokens.all.join('\u0000')),
  },
  {
    name: 'distractor-is-no-token',
    reason: 'A distractor must not be one of the tokens.',
    broken({ tokens }) {
      if (tokens === null) return false;
      const own = new Set(tokens.all.map(fold));
      return tokens.distractors.some((distractor) => own.has(fold(distractor)) || fold(distractor) === '');
    },
  },
  {
    name: 'example-holds-the-word',
    reason: 'The example must hold the word.',
    broken({ word }) {
      if (word === null) return false;
      const example = foldedWords(word.example);
      const parts = foldedWords(word.text);
      // "hang" and "hung" share little more than a letter, and the particle of "put off" may stand apart
      const near = (part: string): boolean => part.length < 4 || example.some((other) => other[0] === part[0]);
      return !parts.every(near) || !parts.some((part) => example.some((other) => shareBeginning(part, other)));
    },
  },
  {
    name: 'worth-learning',
    reason: 'The word is one that every learner knows.',
    broken: ({ kind, answer }) =>
      (kind === 'flashcards' || kind === 'spelling') && (fold(answer) === '' || commonWords.has(fold(answer))),
  },
  {
    name: 'can-be-spelled',
    reason: 'A spelling question needs a word of at least four letters and nothing but letters.',
    broken: ({ kind, answer }) =>
      kind === 'spelling' && (!/^\p{L}[\p{L}' -]*$/u.test(answer) || fold(answer).length < 4),
  },
  { name: 'hint-keeps-the-secret', reason: 'The hint tells the answer.', broken: hintTells },
  {
    name: 'options-differ-in-meaning',
    reason: 'Two options say the same in different writing.',
    broken: ({ blank }) =>
      blank !== null &&
      new Set(blank.options.map((option) => (option === nothing ? option : foldAlike(option)))).size !==
        blank.options.length,
  },
];
