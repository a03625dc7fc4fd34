import { phrasing } from '../phrasing.ts';

/** The teacher says what such things do. */
export const suchThings = phrasing({
  name: 'such things',
  says: 'The teacher says what such things do.',
  part: 'adjective',
  needs: ['things', 'people', 'children', 'places', 'animals', 'food', 'clothes', 'students', 'workers'],
  pattern: String.raw`^(?:so |and )?(?<term>[\p{L}-]{4,}) (?:things|people|children|places|animals|food|clothes|students|workers) (?<definition>(?:are|have|do|don't|can|always|never|often|usually|want|like|make|get|need|break|[\p{L}]+) [^.?!]{3,100})$`,
  finds: [
    ['Fragile things break when they fall.', { term: 'fragile', definition: 'break when they fall' }],
    ["Stray animals don't have a home.", { term: 'stray', definition: "don't have a home" }],
  ],
  leaves: ['The people are very friendly here.', 'Nice people help.'],
});
