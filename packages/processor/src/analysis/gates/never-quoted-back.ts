import { holdsWords } from '@tulkka/shared/exercises';
import { wordsOf } from '../../language/tokens.ts';
import { articles } from '../../language/words.ts';
import type { Sentence } from '../types.ts';
import type { Gate } from './gate.ts';

/** So many words of a learner, said again by the teacher who then says it otherwise, are the learner's mistake. */
const quoted = 3;
/** How a teacher says it otherwise, within this many sentences. */
const within = 8;
const otherwise =
  /\b(?:(?:we|you|i|they)(?:['’]d| would| could| can| should)? (?:say|write|put it|call it)|not|no|instead|means?|better|should be|careful|without)\b/i;
/** A teacher who goes through a list, or tells who said it. */
const lists =
  /^(?:(?:and|so|then|now|okay|ok),? )*(?:you (?:said|wrote|told)|next|then|the (?:next|last|first|second|big)(?: one)?|number (?:one|two|three|four))\b/i;

const praises = /\b(?:lovely|good|great|perfect|excellent|nice|brilliant|well done)\b/i;

const runsOf = (words: readonly string[]): string[] =>
  words.slice(quoted - 1).map((_, at) => words.slice(at, at + quoted).join(' '));
const wordsOfSentence = ({ words }: Sentence): string[] => words.map(({ lower }) => lower);

/** So many words may be negated in a sentence of their own. */
const longestNegated = 4;
const bare = (words: readonly string[]): string => words.filter((word) => !articles.has(word)).join(' ');

/** What learners said and the teacher said again to put it otherwise; kept for as long as its lesson is. */
const known = new WeakMap<readonly Sentence[], ReadonlySet<string>>();

function quotedBack(spoken: readonly Sentence[]): ReadonlySet<string> {
  const made = known.get(spoken);
  if (made !== undefined) return made;
  const learners = new Set(
    spoken.filter(({ role }) => role === 'student').flatMap((one) => runsOf(wordsOfSentence(one))),
  );
  const found = new Set<string>();
  for (const [at, one] of spoken.entries()) {
    if (one.role !== 'teacher' || !lists.test(one.raw)) continue;
    // "And fifteen percents, no S." says both in one breath
    const behind = spoken.slice(at, at + 1 + within).filter(({ role }) => role === 'teacher');
    // praise, or the next of the list, ends what is said of this one
    const end = behind.findIndex(({ raw }, i) => i > 0 && (lists.test(raw) || praises.test(raw)));
    const answers = end < 0 ? behind : behind.slice(0, end);
    const first = answers.findIndex(({ raw }, i) => otherwise.test(i === 0 ? raw.replace(lists, '') : raw));
    if (first < 0) continue;
    const right = answers
      .slice(Math.max(first, 1), first + 2)
      .map((answer) => wordsOfSentence(answer).join(' '))
      .join(' ');
    for (const run of runsOf(wordsOfSentence(one))) if (learners.has(run) && !holdsWords(right, run)) found.add(run);
  }
  // "We go on a diet. Not do a diet."
  for (const one of spoken) {
    const negated = one.role === 'teacher' ? /^not (.+)$/.exec(bare(wordsOfSentence(one))) : null;
    const words = negated?.[1]?.split(' ') ?? [];
    if (words.length > 1 && words.length <= longestNegated) found.add(words.join(' '));
  }
  known.set(spoken, found);
  return found;
}

/** "You said, the actual situation. … We'd say the current situation.": feedback at the end names what was wrong long before. */
export const neverQuotedBack: Gate = {
  name: 'never quoted back',
  says: 'The teacher said it again to put it otherwise.',
  stops: ({ text }, { spoken }) => {
    const back = quotedBack(spoken);
    if (back.size === 0) return false;
    const words = wordsOf(text);
    const plain = ` ${bare(words)} `;
    return runsOf(words).some((run) => back.has(run)) || [...back].some((run) => plain.includes(` ${run} `));
  },
  examples: {
    stops: [
      'Please do painting, and walk every day.',
      'First, I will paint the actual door.',
      'Our ladder was divided on three parts.',
    ],
    passes: [
      'First, I will paint the current door.',
      'Our ladder was divided into three parts.',
      'The ladder depends on the wall.',
    ],
  },
};
