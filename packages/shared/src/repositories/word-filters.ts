import type { Knex } from 'knex';
import type { Difficulty } from '../exercises/index.ts';
import { likeAnywhere, likePlain } from './fold.ts';

/** Which words of a list are wanted: `search` is part of the word. */
export interface WordFilters {
  search?: string | undefined;
  favorite?: boolean | undefined;
  difficulty?: Difficulty | undefined;
}

/** What a learner looks for in all their lists: `search` is part of a word or of its translation. */
export interface OwnWordFilters extends WordFilters {
  listId?: string | undefined;
}

/** Keeps the words that are wanted. */
export function applyFilters(query: Knex.QueryBuilder, { search, favorite, difficulty }: WordFilters): void {
  if (favorite !== undefined) query.where({ 'words.is_favorite': favorite });
  if (difficulty !== undefined) query.where({ 'words.difficulty': difficulty });
  if (search !== undefined) query.whereRaw("words.word_key like ? escape '!'", [likeAnywhere(search)]);
}

/** Keeps words that hold a text, or whose translation does. What an older process wrote has its folded word only. */
export function mentioning(query: Knex.QueryBuilder, search: string): void {
  const pattern = likePlain(search);
  query.where((either) =>
    either
      .whereRaw("coalesce(words.word_plain, words.word_key) like ? escape '!'", [pattern])
      .orWhereRaw("words.translation_plain like ? escape '!'", [pattern]),
  );
}
