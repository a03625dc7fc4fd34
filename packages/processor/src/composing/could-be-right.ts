import { nothing } from '@tulkka/shared/grading';
import { hasLearnerError } from '../analysis/learner-errors/find-learner-errors.ts';
import { wordsOf } from '../language/tokens.ts';
import { irregularForm } from '../language/verb-forms.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { isState, saysWhen } from './tense-certainty.ts';
import { impossibleForms, isIllFormed, verbSlot } from './verb-slot.ts';

const oneWord = (piece: string): boolean => piece !== nothing && !piece.includes(' ');

/**
 * Whether the learner's version could be right as well once the sentence stands alone: "We wait for the food" is a mistake
 * only where the talk is about last Friday. Such an item would punish a learner who is right.
 */
export function couldBeRight(blank: GrammarBlank, lexicon: Lexicon): boolean {
  const { right, wrong, category, before, after } = blank;
  if (category !== 'tense' && category !== 'conditional') return false;
  const around = [...before.slice(-2), ...(wrong === nothing ? [] : wrong.split(' ')), ...after.slice(0, 4)];
  if (wrong === nothing || right === nothing || isIllFormed(around, lexicon)) return false;
  if (hasLearnerError(wordsOf([...before, wrong, ...after].join(' ')))) return false;
  const time = saysWhen(blank.sentence);
  const wrongMain = lexicon.lemma(wrong.split(' ').at(-1) ?? '', 'verb');
  const slot = oneWord(wrong) ? verbSlot(before, lexicon) : null;
  if (slot !== null && impossibleForms(right.toLowerCase(), slot, lexicon).includes(wrong.toLowerCase())) return false;
  if (category === 'conditional') return !/\bif\b|\bwhen\b|\bunless\b/i.test(blank.sentence);
  if (/\b\w+ing$/.test(wrong) && isState(wrongMain)) return false;
  return !settles(time, blank);
}

/** Whether the time that the sentence names leaves only the right form. */
function settles(time: ReturnType<typeof saysWhen>, { right, wrong, before }: GrammarBlank): boolean {
  const isPerfect = /\b(?:have|has|had)\b/i.test([...before.slice(-2), right].join(' '));
  if (time === 'lasting') return isPerfect;
  if (time === 'habit') return /ing$/.test(wrong) && !/ing$/.test(right);
  return time !== null;
}

type Time = 'past' | 'present' | 'progressive' | 'perfect' | 'past perfect' | 'future' | 'imagined';

/** The tense of a verb phrase; null where it is none or cannot be told. */
function tenseOf(phrase: string, lexicon: Lexicon): Time | null {
  const words = wordsOf(phrase.replace(/n['’]t\b/gi, ' not'));
  const [first = '', ...rest] = words;
  const main = words.at(-1) ?? '';
  if (/^(?:would|could|might)$/.test(first)) return 'imagined';
  if (/^(?:will|shall)$/.test(first)) return 'future';
  if (/^(?:have|has)$/.test(first) && rest.length > 0) return 'perfect';
  if (first === 'had' && rest.length > 0) return 'past perfect';
  if (/^(?:am|is|are)$/.test(first)) return /ing$/.test(main) ? 'progressive' : 'present';
  if (/^(?:was|were|did)$/.test(first)) return 'past';
  if (/^(?:do|does)$/.test(first)) return 'present';
  if (words.length > 1 || !lexicon.partsOfSpeech(lexicon.lemma(first, 'verb')).includes('verb')) return null;
  const form = irregularForm(first);
  if (form?.past === true && form.base !== first && !/^(?:has|does|goes)$/.test(first)) return 'past';
  if (/ed$/.test(first) && lexicon.lemma(first, 'verb') !== first) return 'past';
  return /ing$/.test(first) ? null : 'present';
}

/** What a class says of the time that only one of the two forms can tell. */
const cues: readonly { right: Time; wrong: readonly Time[]; says: string }[] = [
  { right: 'past', wrong: ['present', 'progressive', 'future'], says: 'It happened in the past.' },
  { right: 'past', wrong: ['perfect', 'past perfect'], says: 'It happened at a time that is over.' },
  { right: 'present', wrong: ['progressive'], says: 'It is always or usually so.' },
  { right: 'progressive', wrong: ['present'], says: 'It is going on now.' },
  { right: 'perfect', wrong: ['present', 'progressive'], says: 'It began earlier and goes on until now.' },
  {
    right: 'past perfect',
    wrong: ['past', 'perfect', 'present'],
    says: 'It happened before something else in the past.',
  },
  { right: 'imagined', wrong: ['present', 'future'], says: 'It is only imagined.' },
  { right: 'future', wrong: ['present', 'progressive'], says: 'It is decided now, about later.' },
];

/** The words beside a question that leave only the right tense possible; null where no few words can. */
export function timeCue({ right, wrong, before, category }: GrammarBlank, lexicon: Lexicon): string | null {
  if (category !== 'tense' && category !== 'conditional') return null;
  // of "I have been there" the blank may hold the second half only
  const helper = /^(?:have|has|had|will|would|am|is|are|was|were)$/i.exec(before.at(-1) ?? '')?.[0];
  const whole = (piece: string): string => (helper === undefined ? piece : `${helper} ${piece}`);
  const [rightTime, wrongTime] = [tenseOf(whole(right), lexicon), tenseOf(whole(wrong), lexicon)];
  if (rightTime === null || wrongTime === null) return null;
  return cues.find((cue) => cue.right === rightTime && cue.wrong.includes(wrongTime))?.says ?? null;
}
