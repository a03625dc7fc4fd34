import type { Operations } from './operation-call.ts';

export const wordListOperations: Operations = {
  createWordList: ({ fresh }) => ({ body: { name: fresh() } }),
  listWordLists: () => ({ query: { sort: 'name', limit: '5' } }),
  getWordList: async ({ makeWord }) => ({
    params: { list_id: (await makeWord()).listId },
    query: { include: 'words' },
  }),
  updateWordList: async ({ makeList }) => ({ params: { list_id: await makeList() }, body: { description: 'New' } }),
  deleteWordList: async ({ makeList }) => ({ params: { list_id: await makeList() } }),
  favoriteWordList: async ({ makeList }) => ({ params: { list_id: await makeList() }, body: {} }),
  listWords: async ({ makeWord }) => ({ params: { list_id: (await makeWord()).listId } }),
  listOwnWords: async ({ makeWord }) => {
    await makeWord();
    return { query: { search: 'thing' } };
  },
  createWord: async ({ makeList }) => ({ params: { list_id: await makeList() }, body: { word: 'ticket' } }),
  createWords: async ({ makeList }) => ({
    params: { list_id: await makeList() },
    body: { words: [{ word: 'gate' }, { word: 'boarding pass', translation: 'tarjeta de embarque' }] },
  }),
  getWord: async ({ makeWord }) => ({ params: placeOf(await makeWord()) }),
  updateWord: async ({ makeWord }) => ({ params: placeOf(await makeWord()), body: { translation: 'billete' } }),
  deleteWord: async ({ makeWord }) => ({ params: placeOf(await makeWord()) }),
  favoriteWord: async ({ makeWord }) => ({ params: placeOf(await makeWord()), body: {} }),
};

export const spellingOperations: Operations = {
  getSpellingStats: () => ({}),
  listSpellingMistakes: () => ({}),
  getPronunciation: async ({ makeWord }) => ({ params: { word_id: (await makeWord()).wordId } }),
  getAudio: async ({ api, makeWord }) => {
    const { wordId } = await makeWord();
    const { body } = await api.as('mia').get(`/api/v1/spelling/pronunciations/${wordId}`);
    const [kind = '', id = '', file = ''] = new URL(body.pronunciation_url).pathname.split('/').slice(-3);
    return { params: { kind, id, file } };
  },
  listSpellingWords: async ({ makeWord, classId }) => {
    await makeWord();
    return { query: { class_id: classId } };
  },
  getSpellingSession: async ({ startSession }) => ({ params: { session_id: (await startSession('spelling_bee')).id } }),
  getFlashcardSession: async ({ startSession }) => ({ params: { session_id: (await startSession('flashcards')).id } }),
  getFlashcardStats: () => ({}),
  listFlashcardMistakes: () => ({}),
};

const placeOf = ({ listId, wordId }: { listId: string; wordId: string }) => ({ list_id: listId, word_id: wordId });
