import { phrasedAs } from '../move.ts';

/** It greets, or asks for a moment. */
export const greets = phrasedAs({
  name: 'greets',
  says: 'It greets, or asks for a moment.',
  patterns: [
    /\b(?:how are (?:you|things)|how's (?:it going|everything|your day)|nice to (?:see|meet)|good (?:morning|afternoon|evening)|come on in|hello|hi|sorry|one (?:second|sec|minute|moment)|hang on|hold on|wait)\b/i,
  ],
  finds: ['Good morning, how are you?', 'One moment.'],
  leaves: ['The morning was cold.', 'She met him in the evening.'],
});
