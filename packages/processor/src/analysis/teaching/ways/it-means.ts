import { phrasing } from '../phrasing.ts';
import { definition, term, where } from '../pieces.ts';

/** The teacher names it and says what it means. */
export const itMeans = phrasing({
  name: 'it means',
  says: 'The teacher names it and says what it means.',
  needs: ['means'],
  pattern: String.raw`${where}(?:an? |the |to )?(?!(?:for the record|by the way|in other words)\b|[^.,;:]*\b(?:(?:that|this) word|would be)\b|in (?:the )?\p{Lu})${term}(?: is (?:a bit |more |very |quite )?[\p{L}]+)?[,.;:]? (?:it|that|this|which) (?:just |basically |also )?means (?:that |to )?${definition}`,
  finds: [
    ['Drowsy, it means that you are nearly asleep.', { term: 'drowsy', definition: 'you are nearly asleep' }],
    [
      'A detour, that means a longer way around something.',
      { term: 'detour', definition: 'a longer way around something' },
    ],
  ],
  leaves: ['Sorry, what does it mean?', 'She means well.'],
});
