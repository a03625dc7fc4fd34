import { phrasing } from '../phrasing.ts';

/** The teacher says what happens when things do it. */
export const whenThingsDo = phrasing({
  name: 'when things do',
  says: 'The teacher says what happens when things do it.',
  part: 'verb',
  needs: ['if ', 'when '],
  pattern: String.raw`^(?:so |and )?(?:if|when) (?:the |your )?[\p{L}]+s (?<term>[\p{L}]+)(?: (?:the |an? )?[\p{L}]+)?, (?<definition>(?:they|it|that)(?:'re|'s)? [^.?!]{4,120})`,
  finds: [
    ['When prices drop, they get lower.', { term: 'drop', definition: 'they get lower' }],
    ["When the leaves rustle, it's a soft sound.", { term: 'rustle', definition: "it's a soft sound" }],
  ],
  leaves: ['When it drops, call me.', 'If she comes, they will go.'],
  needsMarks: 'the comma tells where the meaning begins',
});
