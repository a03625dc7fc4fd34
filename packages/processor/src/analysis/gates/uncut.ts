import type { Gate } from './gate.ts';

const head =
  /^(?:exactly|just (?:i|you|he|she|we|they)|last thing|no,? (?:madam|sir)|right (?:i|you|he|she|we|they)|number \w+|i and my|in mine)\b|^(?:my|your|his|her|our|their|the) \p{L}+,? (?:yes|yeah|no),|^the (?:last|next|first|second|third|other) one(?: is)?(?: to\b|,)|^(?:last|next|first) (?:one|question|thing|word)\b|^(?:ten|five|three|six|four|half a|a|one|two) (?:lines?|page|sentences|paragraph)(?:,| about| with| of)/iu;
const tail =
  /(?:,\s*(?:so|yes|yeah|yeah,? i know|finished|for example|but anyway|too,? yes|wow|oh|ouch|well done|that['’]?s (?:beautiful|lovely|funny|it|right|nice|great|all|true|good|better))|\b(?:but anyway|than to say|so|and|but|or|because|the|an?|sorry|yeah|okay))[.!?]+$/i;
/** "Cats and dogs have four.": a number that lost its noun, and what only pointed at something. */
const bareNumber = /\bha(?:ve|s) (?:two|three|four|five|six|seven|eight)[.!?]$/i;

/** "… after a few months much tighter.": how the teacher finds it, behind a sentence that is over. */
const judgedBehind =
  /(?<!\b(?:is|are|was|were|be|feel|feels|look|looks|sound|sounds|get|gets|it|him|her|them|this|that|you) )\bmuch (?:better|tighter|nicer|clearer|stronger|neater)[.!]$|\bha,? ha\b|,\s*(?:ha|exactly|you mean|correct)[.!?]$/i;

/** Whether a meaning or a sentence breaks off before its last word: "a bit more formal than to say". */
export function isCutOff(text: string): boolean {
  return /\b(?:than to say|because|because you have|the|an?|and|or)[.!?]*$/i.test(text.trim());
}

/** Nothing at its ends that belongs to the talk around it, and nothing of it left behind there. */
export const uncut: Gate = {
  name: 'uncut',
  says: 'Its beginning or end belongs to the talk around it.',
  stops: ({ text }) =>
    /,\s*(?:yes|yeah|okay|what|i mean|i know|oh|wow)(?:,|\b(?=[^,]*[.!?]$)(?<=oh|wow))/i.test(text) ||
    head.test(text) ||
    judgedBehind.test(text) ||
    tail.test(text) ||
    bareNumber.test(text),
  needsMarks: 'what is cut in often stands behind a comma',
  examples: {
    stops: [
      'Exactly to delegate is to give part of your work to somebody else.',
      'Just I went to Antalya.',
      'To apologise for something is a bit more formal than to say.',
      'You had a layover of an hour and a half, and the plane was two hours late, so.',
      'In Poland everybody says home office, yeah, I know.',
      'Cats and dogs have four.',
      'A thousand euros a week, wow.',
      'My brother yes, he sings all day.',
      'The last one is to bite your tongue.',
      'Half a page about your summer.',
      'A hinge, yes, is a thing that a door turns on.',
      'There is a kitchen and, what, a balcony.',
      "It's like a drill, I know, it's a trap.",
      'All your ladders, oh no!',
      'We clean the house every week much tighter.',
      'You get snow, ha ha.',
      'A bit nervous, you mean.',
      'Like a wall, ha.',
      'Next one is to put up with.',
      'I am forty years old sorry.',
      "To break the ice, that's beautiful.",
    ],
    passes: [
      'I just went to Antalya.',
      'Everybody thinks so highly of her.',
      'We have four dogs.',
      'I said so yesterday.',
      'The last one is broken.',
      'I like it much better.',
      'The page about the war is missing.',
    ],
  },
};
