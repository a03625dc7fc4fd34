import { type ExerciseKind, fold, holdsWords, type LessonExercises } from '@tulkka/shared/exercises';

/** Where something that was taught is asked in a set, and why not where it is not. */
export interface Fate {
  asked_in: ExerciseKind[];
  not_asked: string | null;
}

type Set = Omit<LessonExercises, 'report'>;

const noRoom = 'The set has no more room for it.';
const shownOnly = 'It was heard too late in a long recording to be looked at.';

/** Why nothing was made of it, of the kinds that would ask it first. */
function reasonIn(
  { quality }: Set,
  kinds: readonly ExerciseKind[],
  isMeant: (what: string) => boolean,
): string | undefined {
  for (const kind of kinds) {
    const dropped = quality.dropped.find((one) => one.kind === kind && isMeant(one.what));
    if (dropped !== undefined) return dropped.reason;
  }
  return undefined;
}

const fateOf = (asked_in: ExerciseKind[], reason: string | undefined, isFull: boolean): Fate => ({
  asked_in,
  not_asked: asked_in.length > 0 ? null : (reason ?? (isFull ? noRoom : shownOnly)),
});

const isFull = ({ quality }: Set): boolean => quality.notes.some((note) => note.includes('the set is full'));

/** Where a taught word is asked: on a card, letter by letter, in a gap. */
export function fateOfWord(term: string, set: Set): Fate {
  const own = fold(term);
  const isOwn = (text: string): boolean => fold(text) === own;
  const asked: [ExerciseKind, boolean][] = [
    ['flashcards', set.flashcards.some(({ word }) => isOwn(word))],
    ['spelling', set.spelling.some(({ word }) => own.split(' ').includes(fold(word)))],
    ['fill_in_blank', set.fill_in_blank.some(({ explanation }) => explanation.includes(`“${term}”`))],
  ];
  return fateOf(
    asked.filter(([, is]) => is).map(([kind]) => kind),
    reasonIn(set, ['flashcards', 'fill_in_blank', 'spelling'], isOwn),
    isFull(set),
  );
}

/** Where a correction is asked: as a question, or as a sentence to build. */
export function fateOfCorrection({ wrong, right }: { wrong: string; right: string }, set: Set): Fate {
  const change = fold(`${wrong} → ${right}`);
  const isOwn = (text: string): boolean => fold(text).endsWith(change);
  const asked: [ExerciseKind, boolean][] = [
    ['grammar', set.grammar.some(({ explanation }) => isOwn(explanation))],
    [
      'sentence_builder',
      right.includes(' ') && set.sentence_builder.some(({ english_sentence }) => holdsWords(english_sentence, right)),
    ],
  ];
  return fateOf(
    asked.filter(([, is]) => is).map(([kind]) => kind),
    reasonIn(set, ['grammar'], (what) => isOwn(what) || holdsWords(what, right)),
    isFull(set),
  );
}
