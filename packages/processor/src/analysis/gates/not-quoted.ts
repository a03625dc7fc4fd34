import { fold } from '@tulkka/shared/exercises';
import type { Sentence } from '../types.ts';
import type { Gate } from './gate.ts';

const announces =
  /\b(?:you (?:said|wrote|told me)|your (?:e-?mail|sentence|text|draft|homework)(?: says)?|next (?:line|sentence)|i(?:'ll| will) read (?:it|yours)|we don't say|don't say|not say)\b[^.!?]*$/i;
const introduces =
  /^(?:(?:somebody|someone|people|the statement|one student) (?:says?|is),|(?:(?:and|so|then|next|for now),? )*(?:we|you|i|they)(?:['’]d| would)? say\b|(?:(?:no|yes|oh|and|so)[,.]? )*(?:i|he|she|they) (?:wrote|said|told \p{L}+),)|^(?:on|in|at) [^,]{0,30}\b(?:we|you|people) (?:write|say),/iu;
/** What the learner said is told of for the sake of its words: "You said he is senior than me." */
const tellsOfTheLearner =
  /\byou (?:just )?(?:said|wrote) (?!nothing|hello|goodbye|yes|no\b|sorry|it\b|that to\b|so\b)/i;
const longestAnnouncement = 12;

/** Where each sentence was first said; kept for as long as its lesson is, so that a long one is folded once. */
const known = new WeakMap<readonly Sentence[], ReadonlyMap<string, number>>();

function placesIn(spoken: readonly Sentence[]): ReadonlyMap<string, number> {
  const made = known.get(spoken);
  if (made !== undefined) return made;
  const places = new Map<string, number>();
  for (const [at, { raw }] of spoken.entries()) {
    const said = fold(raw);
    if (!places.has(said)) places.set(said, at);
  }
  known.set(spoken, places);
  return places;
}

/** The learner's own words in the teacher's mouth ("You wrote. I am writing to reply your complain.") are no model. */
export const notQuoted: Gate = {
  name: 'not quoted',
  says: 'The teacher reads or quotes it.',
  stops: ({ text, quote }, { spoken }) => {
    if (/["“”«»]/.test(text) || introduces.test(text) || (tellsOfTheLearner.test(text) && !text.trim().endsWith('?')))
      return true;
    const at = placesIn(spoken).get(fold(quote)) ?? -1;
    const [before, own] = [spoken[at - 1], spoken[at]];
    if (before === undefined || own === undefined || before.turn !== own.turn || own.role !== 'teacher') return false;
    return before.words.length <= longestAnnouncement && announces.test(before.raw.replace(/[.!?:,]+$/, ''));
  },
  needsMarks: 'a comma tells the quote from what announces it',
  examples: {
    stops: [
      "Somebody says, I'd like to bring up the budget.",
      'The statement is, mobile phones should be banned in schools.',
      "We'd say, I have painted the door.",
      'Before we started, you said he is senior than me.',
      'On a card we write, I wish you a quick recovery.',
      'I wrote, please send me the paint.',
      'No. She said, please paint the door.',
      'The, or just "Reception, good evening".',
    ],
    passes: [
      'Somebody says hello to you every day.',
      'The statement is wrong.',
      'He was glad that you said hello to him.',
    ],
  },
};
