import { sentenceWay } from '../way.ts';

/** The teacher gives the word that the learner was looking for. */
export const missingWord = sentenceWay({
  name: 'missing word',
  says: 'The teacher gives the word that the learner was looking for.',
  loose: true,
  look: ({ loneTerm, isWordWanted }) =>
    loneTerm !== null && isWordWanted ? [{ phrase: loneTerm, definition: null }] : [],
  finds: [
    [
      ['Student: The thing for the walls, how do you say it in English?', 'A roller.'],
      { term: 'a roller', definition: null },
    ],
    [["Student: I don't know the word, for cold food.", 'Fridge.'], { term: 'fridge', definition: null }],
  ],
  leaves: [
    ['Student: I painted the walls.', 'A roller.'],
    ['Student: How do you say it?', 'Wait, I will show you a picture of it.'],
  ],
});
