import { phrasedAs } from '../move.ts';

/** It ends the call. */
export const saysGoodbye = phrasedAs({
  name: 'says goodbye',
  says: 'It ends the call.',
  patterns: [
    /\b(?:bye|see you (?:next|on|tomorrow|soon|then|later)|good ?bye|take care|have a (?:nice|good|great|lovely) (?:day|week|weekend|evening))\b/i,
  ],
  finds: ['Bye, see you next week.', 'Have a nice weekend.'],
  leaves: ['I see her every week.', 'We had a nice weekend.'],
});
