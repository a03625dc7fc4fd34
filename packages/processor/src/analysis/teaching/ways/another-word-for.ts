import { phrasing } from '../phrasing.ts';
import { term, where } from '../pieces.ts';

/** The teacher gives a word with the same meaning. */
export const anotherWordFor = phrasing({
  name: 'another word for',
  says: 'The teacher gives a word with the same meaning.',
  needs: [' is '],
  pattern: String.raw`${where}(?:an? |to )?${term} is (?<definition>(?:another (?:word|way|name)|the same as|similar to|like saying|short for|a (?:more )?(?:formal|informal|polite|nice|nicer) (?:word|way)) [^.?!]{3,80})`,
  finds: [
    ['Purchase is a more formal word for buy.', { term: 'purchase', definition: 'a more formal word for buy' }],
    ['A lift is the same as an elevator.', { term: 'lift', definition: 'the same as an elevator' }],
  ],
  leaves: ['I have another word for you.', 'My answer is the right one.'],
  rareBecause: 'teachers of these lessons give opposites and meanings; the phrase is common in others',
});
