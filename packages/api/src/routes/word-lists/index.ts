import type { Route } from '../../http/route.ts';
import { createWordList } from './create-word-list.ts';
import { favoriteWord } from './favorite-word.ts';
import { listWordLists } from './list-word-lists.ts';
import { deleteWord, getWord, updateWord } from './one-word.ts';
import { deleteWordList, favoriteWordList, getWordList, updateWordList } from './one-word-list.ts';
import { createWord, createWords, listOwnWords, listWords } from './words.ts';

/** Learners' word lists and the words in them. */
export const wordListRoutes: readonly Route[] = [
  createWordList,
  listWordLists,
  getWordList,
  updateWordList,
  deleteWordList,
  favoriteWordList,
  listWords,
  listOwnWords,
  createWord,
  createWords,
  getWord,
  updateWord,
  deleteWord,
  favoriteWord,
];
