import { nothing } from '@tulkka/shared/grading';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "everything what you need": after such words "that", or nothing. */
export const everythingThat: Slip = {
  name: 'everything that',
  rule: 'After everything, something, anything or all we say “that” or leave it out, never “what”.',
  forms: ({ right, before }) =>
    /^(?:everything|something|anything|nothing|all)$/.test(lastOf(before)) && (right === nothing || right === 'that')
      ? ['what', 'who', 'how']
      : [],
  examples: {
    offers: [
      [
        ['Take everything', 'what', nothing, 'you need'],
        ['what', 'who'],
      ],
    ],
    leaves: [['Take the bag', 'what', 'that', 'you need']],
  },
};
