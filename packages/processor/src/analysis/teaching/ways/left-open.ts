import { phrasing } from '../phrasing.ts';
import { shortTerm } from '../pieces.ts';

/** The teacher leaves the definition to the learner. */
export const leftOpen = phrasing({
  name: 'left open',
  says: 'The teacher leaves the definition to the learner.',
  part: 'noun',
  needs: [' is'],
  pattern: String.raw`^(?:and |so )?(?:an? )(?!(?:\p{L}+ )+(?:that|who|which|with)\b)${shortTerm} is\??$`,
  finds: [
    ['So a plumber is?', { term: 'plumber', definition: null }],
    ['And an orchard is?', { term: 'orchard', definition: null }],
  ],
  leaves: ['What is it?', 'A plumber is here.'],
});
