import type { Gate } from './gate.ts';

/** "Tackle, to tackle a problem …", "Complaint, make a complaint.": named first, then used. */
const namedThenUsed = /^(\p{L}{4,}),? (?:to|\p{L}+ (?:an?|the|some)) \1\b|\b(?:in|of|with) (\p{L}{4,}),? to \2\b/iu;
/** "Better, I'm a little bit nervous.": what the teacher thinks of an answer, before its better version. */
const opensWithRemark =
  /^(?:better|nearly|almost|careful|plural|singular|past|present|future|(?:past|present) (?:simple|perfect|tense)), (?!(?:and|or|but)\b)/i;

/** "Lovely and a hinge is …", "Here, may cause sleep.": praise or a pointing word, and then what was to be said. */
const opensWithPraise =
  /^(?:lovely|good|great|super|brilliant|perfect|excellent|nice|cool|wow|mhm|yep) (?:so|but|okay|then|now)\b|^(?:lovely|good|great|super|brilliant|perfect|excellent|nice|cool) and (?:(?:\p{L}+ ){1,6}(?:is|are|means)\b|(?:what|how|where|when|why|do|does|did)\b)|^do please\b|^an? \p{L}+, (?:you|we|they|it) |^(?:here|there|now|chat|look), (?:may|can|should|do|does|write|put|read)\b/iu;
/** "Excited I am so excited.", "Break in the break I eat.": the word that was looked for, then its sentence. */
const wordThenSentence =
  /^(\p{L}{4,}) (?:(?:i|you|he|she|it|we|they)\b|(?:in|on|at|for) (?:the|my|our|a)\b)[^,]{0,40}\b\1\b/iu;

/** "How was it's the blue door?": begun with one verb, gone on with another. */
const begunTwice =
  /\b(?:is|was|are|were|am) (?:it|that|there|he|she)['’]s\b|\b(?:is|was|are|were) (?:i['’]m|they['’]re|we['’]re|you['’]re)\b/i;

/** A sentence that begins with something else than itself. */
export const falseStart: Gate = {
  name: 'false start',
  says: 'It begins with a word that is only named, or with what the teacher thinks of an answer.',
  stops: ({ text }) =>
    namedThenUsed.test(text) ||
    opensWithRemark.test(text) ||
    opensWithPraise.test(text) ||
    wordThenSentence.test(text) ||
    begunTwice.test(text),
  needsMarks: 'a remark shows by its comma',
  examples: {
    stops: [
      'Haggle, to haggle over a price is fun.',
      'Appointment make an appointment.',
      'They managed with haggle to haggle over it.',
      "Better, I'm very keen on chess.",
      'Past, so they painted it.',
      'Lovely and a hinge is what a door turns on.',
      'Here, may cause sleep.',
      'Cool and how do you get home.',
      'Nice so read me the next line.',
      'Tired I am so tired.',
      'A race, you run it.',
      'Lunch at the lunch we eat soup.',
      "How was it's the blue door?",
    ],
    passes: [
      'Boys will be boys.',
      'Better late than never.',
      "How is it that he's late?",
      'The past is over.',
      'We drove from town to town.',
      'Children need some rest.',
      'Here, the roads are long.',
      'Sometimes I am tired.',
      'Good and bad news came in one day.',
      'Work is what makes work pleasant.',
    ],
  },
};
