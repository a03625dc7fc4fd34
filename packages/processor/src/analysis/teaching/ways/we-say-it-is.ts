import { phrasing } from '../phrasing.ts';

/** The teacher says when people use the word of a thing. */
export const weSayItIs = phrasing({
  name: 'we say it is',
  says: 'The teacher says when people use the word of a thing.',
  part: 'adjective',
  needs: ['say '],
  pattern: String.raw`\bwe say (?:that )?(?:an? |the )?[\p{L}]+ is (?<term>[\p{L}-]+) (?<definition>(?:when|if|because) [^.?!]{4,140})`,
  finds: [
    ['We say that a road is icy when water freezes on it.', { term: 'icy', definition: 'when water freezes on it' }],
    [
      'We say a film is gripping when you cannot stop watching.',
      { term: 'gripping', definition: 'when you cannot stop watching' },
    ],
  ],
  leaves: ['We say hello when we meet.', 'We say that he is late.'],
});
