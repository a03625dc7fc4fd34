import type { Gate } from './gate.ts';

/** "Tackle, to tackle a problem …", "Complaint, make a complaint.": named first, then used. */
const namedThenUsed = /^(\p{L}{4,}),? (?:to|\p{L}+ (?:an?|the|some)) \1\b|\b(?:in|of|with) (\p{L}{4,}),? to \2\b/iu;
/** "Better, I'm a little bit nervous.": what the teacher thinks of an answer, before its better version. */
const opensWithRemark =
  /^(?:better|nearly|almost|careful|plural|singular|past|present|future|(?:past|present) (?:simple|perfect|tense)), (?!(?:and|or|but)\b)/i;

/** A sentence that begins with something else than itself. */
export const falseStart: Gate = {
  name: 'false start',
  says: 'It begins with a word that is only named, or with what the teacher thinks of an answer.',
  stops: ({ text }) => namedThenUsed.test(text) || opensWithRemark.test(text),
  needsMarks: 'a remark shows by its comma',
  examples: {
    stops: [
      'Haggle, to haggle over a price is fun.',
      'Appointment make an appointment.',
      'They managed with haggle to haggle over it.',
      "Better, I'm very keen on chess.",
      'Past, so they painted it.',
    ],
    passes: [
      'Boys will be boys.',
      'Better late than never.',
      'The past is over.',
      'We drove from town to town.',
      'Children need some rest.',
      'Work is what makes work pleasant.',
    ],
  },
};
