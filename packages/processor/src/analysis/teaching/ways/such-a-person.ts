import { phrasing } from '../phrasing.ts';

/** The teacher says what such a person or thing does. */
export const suchAPerson = phrasing({
  name: 'such a person',
  says: 'The teacher says what such a person or thing does.',
  part: 'adjective',
  needs: ['person', 'man ', 'child', 'student', 'place', 'thing', 'car ', 'house', 'company', 'friend'],
  pattern: String.raw`^(?:so |and )?an? (?<term>[\p{L}-]+) (?:person|man|woman|child|student|place|thing|car|house|company|friend) (?<definition>(?:is|does|has|wants|likes|can|never|always|doesn't|who|that|thinks|works|makes|tells|gives|knows|feels) [^.?!]{4,140})`,
  finds: [
    ['A stubborn person never changes his mind.', { term: 'stubborn', definition: 'never changes his mind' }],
    ['A spacious house has a lot of room inside.', { term: 'spacious', definition: 'has a lot of room inside' }],
  ],
  leaves: ['A person never knows.', 'The student likes long holidays.'],
});
