import type { Gate } from './gate.ts';

const courtesy =
  /\b(?:thank you|thanks)(?: very much)? for (?:your |the )?(?:listening|coming|time|lesson|watching|joining|waiting|today)\b|^see you (?:on|next|tomorrow|later|soon|then)\b|^home ?work\b[,:]? (?:write|read|draw|do|learn|finish|five|six|ten)\b|^(?:for )?next (?:week|time|lesson),? (?:write|read|do|learn|prepare|bring)\b|^have a (?:nice|good|great|lovely) (?:day|week|weekend|evening|time)\b/i;

/** What opens and closes every call is nothing that this lesson taught. */
export const ofTheLesson: Gate = {
  name: 'of the lesson',
  says: 'It belongs to the beginning or end of the call.',
  stops: ({ text }) => courtesy.test(text),
  examples: {
    stops: [
      'Thank you for your listening.',
      'See you on Thursday.',
      'Homework, write your plan, eight lines.',
      'Next week, bring your list.',
    ],
    passes: [
      'Thank you for the flowers.',
      'I see you every day.',
      'Next week we write a test.',
      'Homework is good for you.',
    ],
  },
};
