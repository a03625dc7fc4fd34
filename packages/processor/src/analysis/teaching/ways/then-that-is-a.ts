import { wordsOf } from '../../../language/tokens.ts';
import { praisesAWord } from '../../conversation/moves/praises-a-word.ts';
import { sentenceWay } from '../way.ts';

const explains = /^(?:it|that)(?:'s| is) (?<definition>(?=(?:an?|the|when|someone|something) )[^?]{8,160})$/iu;
const fewestWords = 5;
/** "Look at my clock. That's a paper clock", "Me neither. That's the worst part": talk of somebody or something that is there. */
const ofSomebody = /\b(?:my|his|her|our|me|i|they'll|we'll|right there|i've)\b/i;
const judges = /^(?:an?|the) (?:worst|best|first|second|third|last|next|only|sad|fair|situation|one|end|answer)\b/i;
/** "It's a verb as well": it is a word, and what it means is told elsewhere. */
const aboutLanguage = /^(?:an?|the) (?:\S+ )?(?:verb|noun|adjective|adverb|idiom|expression)\b/i;
const reacts = /^(?:almost|nearly|close|go on|come on|under|in|on|at)\b/i;

/** The teacher says it alone, and what it is in the next sentence. */
export const thenThatIsA = sentenceWay({
  name: 'then that is a',
  says: 'The teacher says it alone, and what it is in the next sentence.',
  part: 'noun',
  look: ({ loneTerm, next }) => {
    const definition = explains.exec(next)?.groups?.definition;
    if (loneTerm === null || definition === undefined) return [];
    if (ofSomebody.test(`${loneTerm} ${definition}`) || judges.test(definition) || reacts.test(loneTerm)) return [];
    return wordsOf(next).length < fewestWords || praisesAWord.isIn(next)
      ? []
      : [{ phrase: loneTerm, definition: aboutLanguage.test(definition) ? null : definition }];
  },
  finds: [
    [
      "A quay. That's a place where ships are loaded.",
      { term: 'a quay', definition: 'a place where ships are loaded' },
    ],
    ['Dusk. It is when the sun has just gone.', { term: 'dusk', definition: 'when the sun has just gone' }],
  ],
  leaves: [
    "Look at my ladder. That's a ladder with two ends.",
    "A quay. That's a good word for us, yes.",
    'We waited. It is the end of the story now.',
  ],
  needsMarks: 'it reads two sentences',
});
