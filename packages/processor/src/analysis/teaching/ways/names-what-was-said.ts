import { phrasing } from '../phrasing.ts';

/** The teacher describes it, then names it. */
export const namesWhatWasSaid = phrasing({
  name: 'names what was said',
  says: 'The teacher describes it, then names it.',
  loose: true,
  needs: ['that'],
  pattern: String.raw`^(?!(?:that|it) (?:means|is)\b|that's\b|it's\b)(?<definition>(?:an?|the|all|any|somebody|someone|something|people|if|when|money|one|\p{L}+s) [^.?!]{14,160}), (?!right, )that(?:'s| is) (?:called |what we call |known as )?(?:your |an? |the )?(?<term>[\p{L}-]+(?: [\p{L}-]+){0,2})$`,
  finds: [
    [
      "A person who looks after sick animals, that's a vet.",
      { term: 'vet', definition: 'A person who looks after sick animals' },
    ],
    [
      "The thing that you put on the floor to wipe your feet, that's called a doormat.",
      { term: 'doormat', definition: 'The thing that you put on the floor to wipe your feet' },
    ],
  ],
  leaves: [
    "No brushes for the painter, that's a joke of his.",
    "That means you are late, that's a pity.",
    "Short word, that's a vet.",
  ],
  needsMarks: 'the comma tells where the description ends',
  rareBecause: 'most teachers name the word first',
});
