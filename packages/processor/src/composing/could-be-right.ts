import { nothing } from '@tulkka/shared/grading';
import { hasLearnerError } from '../analysis/learner-errors/find-learner-errors.ts';
import { wordsOf } from '../language/tokens.ts';
import { irregularForm } from '../language/verb-forms.ts';
import { auxiliaries } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { isState, saysWhen } from './tense-certainty.ts';
import { impossibleForms, isIllFormed, verbSlot } from './verb-slot.ts';
import { isRegularisedPast } from './word-forms.ts';

const oneWord = (piece: string): boolean => piece !== nothing && !piece.includes(' ');

const agreeing = /^(?:is|are|was|were|has|have|do|does|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/i;

/** "They cut down the tree", "the trees": after a word that goes with one and with many, only a verb tells which. */
function isEitherNumber({ right, wrong, before, after }: GrammarBlank, lexicon: Lexicon): boolean {
  if (!oneWord(right) || !oneWord(wrong) || lexicon.lemma(right, 'noun') !== lexicon.lemma(wrong, 'noun')) return false;
  const [counting = '', last = ''] = before.slice(-2);
  const goesWithBoth = /^(?:the|my|your|his|her|our|their)$/i.test(last) && !/^(?:of|all|both|most)$/i.test(counting);
  return goesWithBoth && lexicon.isWord(wrong) && !agreeing.test(after[0] ?? '');
}

/**
 * Whether the learner's version could be right as well once the sentence stands alone: "We wait for the food" is a mistake
 * only where the talk is about last Friday. Such an item would punish a learner who is right.
 */
export function couldBeRight(blank: GrammarBlank, lexicon: Lexicon): boolean {
  const { right, wrong, category, before, after } = blank;
  if (category === 'agreement') return isEitherNumber(blank, lexicon);
  if (category !== 'tense' && category !== 'conditional') return false;
  const around = [...before.slice(-2), ...(wrong === nothing ? [] : wrong.split(' ')), ...after.slice(0, 4)];
  if (wrong === nothing || right === nothing || isIllFormed(around, lexicon)) return false;
  if (isNeverRight(blank, lexicon)) return false;
  if (hasLearnerError(wordsOf([...before, wrong, ...after].join(' ')))) return false;
  const time = saysWhen(blank.sentence);
  const wrongMain = lexicon.lemma(wrong.split(' ').at(-1) ?? '', 'verb');
  const slot = oneWord(wrong) ? verbSlot(before, lexicon) : null;
  if (slot !== null && impossibleForms(right.toLowerCase(), slot, lexicon).includes(wrong.toLowerCase())) return false;
  if (category === 'conditional') return !/\bif\b|\bwhen\b|\bunless\b/i.test(blank.sentence);
  if (/\b\w+ing$/.test(wrong) && isState(wrongMain)) return false;
  return !settles(time, blank);
}

const beForm = /^(?:am|is|are|was|were)$/i;

/** Whether the learner's piece is wrong whatever the talk was about: no verb, no such form, no helping verb in a question. */
function isNeverRight({ right, wrong, before, after, sentence }: GrammarBlank, lexicon: Lexicon): boolean {
  const [first = '', ...rest] = right.split(' ');
  const last = before.at(-1)?.toLowerCase() ?? '';
  const isPlainVerb = (word: string): boolean => lexicon.partsOfSpeech(word.toLowerCase())[0] === 'verb';
  if (wrong.split(' ').some(isRegularisedPast)) return true;
  // "my company also on the brink", "they still here": a clause without any verb
  const isHelping = (word: string): boolean =>
    auxiliaries.has(word.toLowerCase()) || /['’](?:s|m|re|ve|ll|d)$/.test(word);
  if (beForm.test(first) && rest.join(' ') === wrong && ![...before, ...after].some(isHelping)) return true;
  if (/^(?:do|does|did)$/i.test(first) && rest.join(' ') === wrong && /\?$/.test(sentence)) return true;
  if (/^to$/i.test(right) && /^for$/i.test(wrong) && isPlainVerb(after[0] ?? '')) return true;
  if (/^there$/.test(last) && /^(?:are|were)$/i.test(right) && /^(?:is|was)$/i.test(wrong)) return true;
  if (!/ing$/.test(right)) return false;
  return (
    (/^(?:suggest|enjoy|finish|mind|avoid|keep)(?:s|ed|ing)?$/.test(last) && isPlainVerb(wrong)) ||
    (/^(?:go|goes|went|going)$/.test(last) && !/ing$/.test(wrong))
  );
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
const cues: readonly { right: Time; wrong: readonly Time[]; says: string; rule: string }[] = [
  {
    right: 'past',
    wrong: ['present', 'progressive', 'future'],
    says: 'It happened in the past.',
    rule: 'What happened in the past takes the past form.',
  },
  {
    right: 'past',
    wrong: ['perfect', 'past perfect'],
    says: 'It happened at a time that is over.',
    rule: 'A time that is over takes the past, without “have” or “had”.',
  },
  {
    right: 'present',
    wrong: ['progressive'],
    says: 'It is always or usually so.',
    rule: 'For what is usual or always true we use the simple form, without “be”.',
  },
  {
    right: 'progressive',
    wrong: ['present'],
    says: 'It is going on now.',
    rule: 'What is going on now takes “am”, “is” or “are” and -ing.',
  },
  {
    right: 'perfect',
    wrong: ['present', 'progressive'],
    says: 'It began earlier and goes on until now.',
    rule: 'What began earlier and still goes on takes “have” or “has”.',
  },
  {
    right: 'past perfect',
    wrong: ['past', 'perfect', 'present'],
    says: 'It happened before something else in the past.',
    rule: 'What happened before something else in the past takes “had”.',
  },
  {
    right: 'imagined',
    wrong: ['present', 'future'],
    says: 'It is only imagined.',
    rule: 'What is only imagined takes “would”.',
  },
  {
    right: 'future',
    wrong: ['present', 'progressive'],
    says: 'It is decided now, about later.',
    rule: 'What is decided now about later takes “will”.',
  },
];

const reports = /^(?:said|told|asked|thought|knew|promised)$/i;
/** Of these one can say that they go on; what is done once does not begin and last. */
const lasts = /^(?:be|live|work|study|learn|teach|play|wait|stay|sleep|run|use|do|make|travel|drive|speak)$/;

/** The words beside a question that leave only the right tense possible, with the rule; null where no few words can. */
export function timeCue(
  { right, wrong, before, category, sentence }: GrammarBlank,
  lexicon: Lexicon,
): { says: string; rule: string } | null {
  if (category !== 'tense' && category !== 'conditional') return null;
  // "she said that she would": what was said takes a past of its own
  if (before.some((word) => reports.test(word))) return null;
  // "I wish I didn't have to": nothing of it is past
  if (before.some((word) => /^(?:wish|wishes)$/i.test(word))) return null;
  // of "I have been there" the blank may hold the second half only
  const helper = /^(?:have|has|had|will|would|am|is|are|was|were)$/i.exec(before.at(-1) ?? '')?.[0];
  const whole = (piece: string): string => (helper === undefined ? piece : `${helper} ${piece}`);
  const [rightTime, wrongTime] = [tenseOf(whole(right), lexicon), tenseOf(whole(wrong), lexicon)];
  if (rightTime === null || wrongTime === null) return null;
  // without a condition "would" may also be what somebody said of later
  if (rightTime === 'imagined' && category !== 'conditional' && !/\b(?:if|wish|unless)\b/i.test(sentence)) return null;
  const main = lexicon.lemma(right.split(' ').at(-1)?.toLowerCase() ?? '', 'verb');
  if (rightTime === 'perfect' && !isState(main) && !lasts.test(main)) return null;
  return cues.find((cue) => cue.right === rightTime && cue.wrong.includes(wrongTime)) ?? null;
}
