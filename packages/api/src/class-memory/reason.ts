import type { GameType } from '@tulkka/shared/games';
import type { MemoryStanding } from '@tulkka/shared/memory';

/** What one learner has trouble with in a thing. */
export interface LearnerTrouble {
  standing: MemoryStanding;
  /** How often it was known and forgotten. */
  lapses: number;
  /** Wrong answers of late. */
  wrong: number;
}

/** A thing that learners have trouble with. */
export interface Trouble {
  gameType: GameType;
  itemId: string;
  learners: Map<string, LearnerTrouble>;
}

const weights = { resting: 4, slipping: 1.5, learning: 0, known: 0 } as const satisfies Record<MemoryStanding, number>;
const perLapse = 1;
const perWrong = 0.75;
/** More wrong answers in a row say no more than these. */
const mostWrong = 6;

const weightOf = ({ standing, lapses, wrong }: LearnerTrouble): number =>
  weights[standing] + perLapse * lapses + perWrong * Math.min(wrong, mostWrong);

/** How much a thing deserves to be taken up, and why, in a sentence that needs no explanation. */
export function reasonFor(
  { learners }: Trouble,
  nameOf: (userId: string) => string,
): { weight: number; reason: string } {
  const worst = [...learners].sort(([, a], [, b]) => weightOf(b) - weightOf(a));
  const weight = worst.reduce((sum, [, one]) => sum + weightOf(one), 0);
  const [first, ...others] = worst;
  if (first === undefined) return { weight: 0, reason: '' };
  const [userId, trouble] = first;
  const also = others.length === 0 ? '' : ` ${namesOf(others.map(([id]) => nameOf(id)))} had trouble with it, too.`;
  return { weight, reason: `${sentenceOf(nameOf(userId), trouble)}${also}` };
}

function sentenceOf(name: string, { standing, lapses, wrong }: LearnerTrouble): string {
  if (standing === 'resting') {
    return `${name} learned it and forgot it ${times(lapses)}; practice alone does not help, so it rests.`;
  }
  const got = wrong > 0 ? ` and got it wrong ${times(wrong)} since the last lesson` : '';
  if (lapses > 0)
    return `${name} knew it and forgot it ${times(lapses)}${wrong > 0 ? `, and got it wrong ${times(wrong)} since the last lesson` : ''}.`;
  if (standing === 'slipping') return `${name} knew it${got}, and has probably forgotten it by now.`;
  return wrong > 0 ? `${name} got it wrong ${times(wrong)} since the last lesson.` : `${name} is still learning it.`;
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const namesOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
