import type { Knex } from 'knex';
import { inTransaction } from '../database/index.ts';
import { algorithmOf, type Parameters, replayLog, rested, seedOf } from '../memory/index.ts';
import { practiceSettingsOf } from '../people/person.ts';
import {
  AnswerLog,
  type KeptMemory,
  type LoggedAnswer,
  MemoryParametersRepository,
  MemoryRepository,
  PersonRepository,
} from '../repositories/index.ts';
import { readOldAnswers } from './read-old-answers.ts';

/** What a rebuild found. */
export interface Rebuilt {
  learners: number;
  memories: number;
  /** Memories that were another before, or were not there. */
  changed: number;
  /** Memories of which the log knows nothing. */
  removed: number;
  /** Answers from before there were memories. */
  oldAnswers: number;
}

const learnersAtOnce = 100;

/**
 * Makes the memories of one learner, or of all, anew from the log of answers: from all of it, also what was forgotten on
 * purpose since. Safe to repeat, and beside practice.
 */
export async function rebuildMemories(db: Knex, userId?: string): Promise<Rebuilt> {
  const total: Rebuilt = { learners: 0, memories: 0, changed: 0, removed: 0, oldAnswers: 0 };
  const add = async (id: string): Promise<void> => {
    const one = await inTransaction(db, (transaction) => rebuildLearner(transaction, id, 'all'));
    for (const name of ['memories', 'changed', 'removed', 'oldAnswers'] as const) total[name] += one[name];
    total.learners += 1;
  };
  if (userId !== undefined) {
    await add(userId);
    return total;
  }
  for (let last = ''; ; ) {
    const ids = await new AnswerLog(db).listLearners(last, learnersAtOnce);
    for (const id of ids) await add(id);
    last = ids.at(-1) ?? '';
    if (ids.length < learnersAtOnce) return total;
  }
}

/**
 * Computes the memories that a learner has anew, with the parameters in use. What was withdrawn stays forgotten, and what
 * was mended is made of the answers since it was learned anew.
 */
export async function renewMemories(db: Knex, userId: string): Promise<void> {
  await inTransaction(db, (transaction) => rebuildLearner(transaction, userId, 'kept'));
}

async function rebuildLearner(db: Knex, userId: string, which: 'all' | 'kept'): Promise<Omit<Rebuilt, 'learners'>> {
  const memories = new MemoryRepository(db);
  const at = new Date();
  const before = new Map((await memories.lockAll(userId)).map((kept) => [nameOf(kept), kept]));
  const oldAnswers = which === 'all' ? await readAllOldAnswers(db, userId) : 0;
  const parameters = await new MemoryParametersRepository(db).inUse(userId);
  const isKept = (answer: LoggedAnswer): boolean => {
    const known = before.get(nameOf(answer));
    return known !== undefined && answer.review.answeredAt >= known.firstAt;
  };
  const log = await new AnswerLog(db).listOfLearner(userId);
  const logs = Map.groupBy(which === 'all' ? log : log.filter(isKept), nameOf);
  let changed = 0;
  for (const [name, answers] of logs) {
    const known = before.get(name) ?? null;
    const kept = memoryOf(userId, answers, known?.wokenAt ?? null, parameters);
    before.delete(name);
    if (kept === null || (known !== null && JSON.stringify(kept) === JSON.stringify(known))) continue;
    await memories.save(kept, known?.answers ?? null, at);
    changed += 1;
  }
  for (const { gameType, thing } of before.values()) await memories.delete(userId, gameType, thing);
  return { memories: logs.size, changed, removed: before.size, oldAnswers };
}

async function readAllOldAnswers(db: Knex, userId: string): Promise<number> {
  const person = await new PersonRepository(db).find(userId);
  return readOldAnswers(db, userId, practiceSettingsOf(person?.settings ?? {}));
}

const nameOf = ({ gameType, thing }: Pick<KeptMemory, 'gameType' | 'thing'>): string => `${gameType} ${thing}`;

/** The memory that the answers about one thing make. */
function memoryOf(
  userId: string,
  answers: readonly LoggedAnswer[],
  wokenAt: Date | null,
  parameters: Parameters,
): KeptMemory | null {
  const inOrder = answers.toSorted(
    ({ review: one }, { review: other }) =>
      one.answeredAt.getTime() - other.answeredAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { gameType, thing } = last;
  const reviews = inOrder.map(({ review }) => review);
  const memory = replayLog(reviews, seedOf(userId, gameType, thing), parameters);
  if (memory === null) return null;
  return {
    userId,
    gameType,
    thing,
    itemId: last.itemId,
    memory: rested(memory, wokenAt),
    firstAt: first.review.answeredAt,
    wokenAt,
    answers: answers.length,
    algorithm: algorithmOf(parameters),
  };
}
