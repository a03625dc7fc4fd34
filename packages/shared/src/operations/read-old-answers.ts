import type { Db } from '../database/index.ts';
import { type GameType, gameOf } from '../games/index.ts';
import { answerKeyOf, dayStartOf, gradeAnswer, lengthOf, type PracticeSettings } from '../memory/index.ts';
import {
  AnswerLog,
  CatalogueRepository,
  fold,
  PracticeWordRepository,
  type UnreadAnswer,
} from '../repositories/index.ts';

/** What an item of an old answer is now; an item that is gone is known by its id. */
interface KnownItem {
  thing: string;
  answerKey: string;
  answerLength: number;
}

const itemsAtOnce = 200;

/** Reads answers that were recorded before there were memories, as if they had been recorded today. Returns how many. */
export async function readOldAnswers(db: Db, userId: string, settings: PracticeSettings): Promise<number> {
  const log = new AnswerLog(db);
  const answers = await log.listUnread(userId);
  const items = await findItems(db, userId, answers);
  const { timeZone, desiredRetention: retention } = settings;
  for (const answer of answers) {
    const { id, gameType, itemId, createdAt: answeredAt } = answer;
    const { thing, answerKey, answerLength } = items.get(`${gameType} ${itemId}`) ?? {
      thing: itemId,
      answerKey: answerKeyOf(itemId),
      answerLength: 0,
    };
    const evidence = gradeAnswer({ ...answer, hinted: 'none', answerLength, usualMs: null });
    const dayAt = dayStartOf(answeredAt, timeZone);
    await log.complete(id, {
      thing,
      answeredAt,
      dayAt,
      timeZone,
      evidence,
      answerKey,
      scheduledDays: null,
      retention,
      predicted: null,
    });
  }
  return answers.length;
}

async function findItems(db: Db, userId: string, answers: readonly UnreadAnswer[]): Promise<Map<string, KnownItem>> {
  const found = new Map<string, KnownItem>();
  for (const gameType of new Set(answers.map((answer) => answer.gameType))) {
    const ids = [...new Set(answers.filter((answer) => answer.gameType === gameType).map(({ itemId }) => itemId))];
    for (let i = 0; i < ids.length; i += itemsAtOnce) {
      for (const item of await findOfGame(db, userId, gameType, ids.slice(i, i + itemsAtOnce))) {
        found.set(`${gameType} ${item.id}`, item);
      }
    }
  }
  return found;
}

async function findOfGame(
  db: Db,
  userId: string,
  gameType: GameType,
  ids: readonly string[],
): Promise<(KnownItem & { id: string })[]> {
  const game = gameOf(gameType);
  if (game.catalogue === null) {
    const words = await new PracticeWordRepository(db, userId).findWords(ids);
    return words.map(({ id, content }) => {
      const thing = fold(content.word);
      return { id, thing, answerKey: answerKeyOf(thing), answerLength: content.word.length };
    });
  }
  const items = await new CatalogueRepository(db, game.catalogue).findItems({ scope: 'all' }, ids);
  return items.map(({ id, content }) => {
    const { correctAnswer } = game.open(content);
    return { id, thing: id, answerKey: answerKeyOf(correctAnswer), answerLength: lengthOf(correctAnswer) };
  });
}
