import type { Db } from '@tulkka/shared/database';
import type { Difficulty } from '@tulkka/shared/exercises';
import { type Catalogue, type GameType, gameOf, type WordContent } from '@tulkka/shared/games';
import {
  type CatalogueItem,
  CatalogueRepository,
  type PracticeWord,
  PracticeWordRepository,
} from '@tulkka/shared/repositories';
import type { Player } from './player.ts';

/** What a session may be made of. `lesson`, `topic` and `list` are ids of what holds the items. */
export interface ItemWish {
  lesson?: string;
  topic?: string;
  list?: string;
  classId?: string;
  difficulty?: Difficulty;
  /** Only what the player has not met in this game. */
  neverPractised?: boolean;
}

/** An item as a session plays it, whether it comes from a catalogue or from the learner's words. */
export type SessionItem =
  | (CatalogueItem & { kind: 'catalogue' })
  | (PracticeWord & { kind: 'word'; content: WordContent });

/** Where the items of a game come from, as one player sees it. */
export interface ItemSource {
  /** Ids of at most `most` items, in their order. */
  listIds(wish: ItemWish, most: number): Promise<string[]>;
  /** Ids of at most `most` items that the player gets wrong, worst first. */
  listMistakenIds(wish: ItemWish, most: number): Promise<string[]>;
  /** Those of these items that are there for the player, in no promised order. */
  findItems(ids: readonly string[]): Promise<SessionItem[]>;
  /** Whether what the wish names is there for the player. */
  hasPlace(wish: ItemWish): Promise<boolean>;
}

/** The source of a game's items for a player. */
export function itemSource(db: Db, gameType: GameType, player: Player): ItemSource {
  const { catalogue } = gameOf(gameType);
  return catalogue === null ? wordSource(db, gameType, player) : catalogueSource(db, gameType, catalogue, player);
}

function catalogueSource(db: Db, gameType: GameType, catalogue: Catalogue, player: Player): ItemSource {
  const items = new CatalogueRepository(db, catalogue);
  const { viewer, userId } = player;
  const filterOf = ({ lesson, topic, difficulty, neverPractised }: ItemWish) => ({
    lessonId: lesson,
    groupId: topic,
    difficulty,
    ...(neverPractised && { newTo: { userId, gameType } }),
  });
  return {
    listIds: (wish, most) => items.listItemIds(viewer, filterOf(wish), most),
    listMistakenIds: (wish, most) => items.listMistakenIds(viewer, { userId, gameType }, filterOf(wish), most),
    findItems: async (ids) =>
      (await items.findItems(viewer, ids)).map((item) => ({ ...item, kind: 'catalogue' as const })),
    hasPlace: async ({ lesson, topic }) => {
      if (lesson !== undefined) return items.hasLesson(viewer, lesson);
      return topic === undefined || items.hasGroup(topic);
    },
  };
}

function wordSource(db: Db, gameType: GameType, player: Player): ItemSource {
  const words = new PracticeWordRepository(db, player.userId);
  const filterOf = ({ list, classId, difficulty, neverPractised }: ItemWish) => ({
    listId: list,
    classId,
    difficulty,
    neverPractised,
  });
  return {
    listIds: (wish, most) => words.listIds(filterOf(wish), most),
    listMistakenIds: (wish, most) => words.listMistakenIds(gameType, filterOf(wish), most),
    findItems: async (ids) => (await words.findWords(ids)).map((word) => ({ ...word, kind: 'word' as const })),
    hasPlace: async ({ list }) => list === undefined || words.hasList(list),
  };
}
