import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher praises it as a word. */
export const goodWord = phrasing({
  name: 'good word',
  says: 'The teacher praises it as a word.',
  loose: true,
  needs: ['word', 'verb', 'adjective', 'noun', 'adverb', 'expression', 'phrase', 'idiom', 'collocation'],
  pattern: String.raw`(?:^|[.,;] )(?:an? |the |to )?${shortTerm} is (?:an? |another )(?:very |really )?(?:good|great|nice|lovely|excellent|useful|important|common|interesting|beautiful|perfect|strong|difficult|tricky|new)?\s?(?:word|verb|adjective|noun|adverb|expression|phrase|idiom|collocation|phrasal verb)\b`,
  finds: [
    ['Gripping is a great word.', { term: 'gripping', definition: null }],
    ['Drizzle is a useful word for us.', { term: 'drizzle', definition: null }],
  ],
  leaves: ['That is a good idea.', 'The word is good.'],
});
