import type { Gate } from './gate.ts';

const courtesy =
  /\b(?:thank you|thanks)(?: very much)? for (?:your |the )?(?:listening|coming|time|lesson|watching|joining|waiting|today)\b|^see you (?:on|next|tomorrow|later|soon|then)\b|^have a (?:nice|good|great|lovely) (?:day|week|weekend|evening|time)\b/i;

/** What opens and closes every call is nothing that this lesson taught. */
export const ofTheLesson: Gate = {
  name: 'of the lesson',
  says: 'It belongs to the beginning or end of the call.',
  stops: ({ text }) => courtesy.test(text),
  examples: {
    stops: ['Thank you for your listening.', 'See you on Thursday.'],
    passes: ['Thank you for the flowers.', 'I see you every day.'],
  },
};
