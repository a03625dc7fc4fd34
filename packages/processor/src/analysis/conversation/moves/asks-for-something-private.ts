import { phrasedAs } from '../move.ts';

/** It asks what is nobody else’s business. */
export const asksForSomethingPrivate = phrasedAs({
  name: 'asks for something private',
  says: 'It asks what is nobody else’s business.',
  patterns: [
    /\b(?:what(?:'s| is)|can i (?:have|take|get)|could i (?:have|take|get)|give me|tell me|and)\b[^.?!]{0,30}\b(?:address|phone(?: number)?|mobile|number|e-?mail|date of birth|password|passport|postcode|surname)\b[^.!]{0,20}\?/i,
  ],
  finds: ["What's your phone number?", 'Can I have your address, please?'],
  leaves: ['What is your favourite number of players.', 'She gave me the address.'],
  needsMarks: 'only a question asks',
});
