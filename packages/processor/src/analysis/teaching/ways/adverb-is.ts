import { phrasing } from '../phrasing.ts';

/** The teacher says what an adverb means. */
export const adverbIs = phrasing({
  name: 'adverb is',
  says: 'The teacher says what an adverb means.',
  part: 'adverb',
  needs: ['ly is'],
  pattern: String.raw`^(?:and )?(?<term>[\p{L}]{3,}ly) is (?<definition>[^.?!]{4,100})`,
  finds: [
    ['Hardly is almost not at all.', { term: 'hardly', definition: 'almost not at all' }],
    ['And rapidly is very fast.', { term: 'rapidly', definition: 'very fast' }],
  ],
  leaves: ['Only is too short.', 'The lily is a flower.'],
});
