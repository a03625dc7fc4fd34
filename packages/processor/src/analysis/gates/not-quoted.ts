import { fold } from '@tulkka/shared/exercises';
import type { Gate } from './gate.ts';

const announces =
  /\b(?:you (?:said|wrote|told me)|your (?:e-?mail|sentence|text|draft|homework)(?: says)?|next (?:line|sentence)|i(?:'ll| will) read (?:it|yours)|we don't say|don't say|not say)\b[^.!?]*$/i;
const introduces = /^(?:somebody|someone|people|the statement|one student) (?:says?|is),/i;
const longestAnnouncement = 12;

/** The learner's own words in the teacher's mouth ("You wrote. I am writing to reply your complain.") are no model. */
export const notQuoted: Gate = {
  name: 'not quoted',
  says: 'The teacher reads or quotes it.',
  stops: ({ text, quote }, { spoken }) => {
    if (introduces.test(text)) return true;
    const said = fold(quote);
    const at = spoken.findIndex(({ raw }) => fold(raw) === said);
    const [before, own] = [spoken[at - 1], spoken[at]];
    if (before === undefined || own === undefined || before.turn !== own.turn || own.role !== 'teacher') return false;
    return before.words.length <= longestAnnouncement && announces.test(before.raw.replace(/[.!?:,]+$/, ''));
  },
  examples: {
    stops: [
      "Somebody says, I'd like to bring up the budget.",
      'The statement is, mobile phones should be banned in schools.',
    ],
    passes: ['Somebody says hello to you every day.', 'The statement is wrong.'],
  },
};
