import { wordsOf } from '../../../language/tokens.ts';
import { praisesAWord } from '../../conversation/moves/praises-a-word.ts';
import { sentenceWay } from '../way.ts';

const explains = /^(?:it|that)(?:'s| is) (?<definition>(?=(?:an?|the|when|someone|something) )[^?]{8,160})$/iu;
const fewestWords = 5;

/** The teacher says it alone, and what it is in the next sentence. */
export const thenThatIsA = sentenceWay({
  name: 'then that is a',
  says: 'The teacher says it alone, and what it is in the next sentence.',
  part: 'noun',
  look: ({ loneTerm, next }) => {
    const definition = explains.exec(next)?.groups?.definition;
    if (loneTerm === null || definition === undefined) return [];
    return wordsOf(next).length < fewestWords || praisesAWord.isIn(next) ? [] : [{ phrase: loneTerm, definition }];
  },
  finds: [
    [
      "A quay. That's a place where ships are loaded.",
      { term: 'a quay', definition: 'a place where ships are loaded' },
    ],
    ['Dusk. It is when the sun has just gone.', { term: 'dusk', definition: 'when the sun has just gone' }],
  ],
  leaves: ["A quay. That's a good word for us, yes.", 'We waited. It is the end of the story now.'],
  needsMarks: 'it reads two sentences',
});
