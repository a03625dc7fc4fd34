import type { GameType } from '@tulkka/shared/games';
import { people, type World } from '../world.ts';
import type { MakeCall, Operations } from './operation-call.ts';

const inSession =
  (gameType: GameType, body?: (itemId: string) => object): MakeCall =>
  async ({ startSession }) => {
    const { id, itemIds } = await startSession(gameType);
    return { params: { session_id: id }, ...(body ? { body: body(itemIds[0] ?? '') } : {}) };
  };

const result = (item_id: string) => ({ item_id, time_spent_ms: 1200, is_correct: false });

/** An item that the learner has answered, with their memory of it as it is told here. */
async function remembered({ api, startSession }: World, memory: object): Promise<string> {
  const { id, itemIds } = await startSession('advanced_cloze');
  const item_id = itemIds[0] ?? '';
  await api.as(people.learner.userId).post(`/api/v1/sessions/${id}/result`).send(result(item_id)).expect(200);
  await api.context.db('memories').where({ item_id }).update(memory);
  return item_id;
}

/** The first starter item of a game. */
const firstItem =
  (path: string, key: string, idName: string): MakeCall =>
  async ({ api }: World) => {
    const groups = await api.agent.get(
      `/api/v1/${path.split('/')[0]}/${key === 'questions' ? 'categories' : 'topics'}`,
    );
    const group = Object.values(groups.body).find(Array.isArray)?.[0]?.id as string;
    const group_id = key === 'questions' ? 'category_id' : 'topic_id';
    const { body } = await api.agent.get(`/api/v1/${path}`).query({ [group_id]: group, limit: 1 });
    return { params: { [idName]: String(body[key][0].id) } };
  };

function catalogueOperations(
  name: string,
  tag: string,
  gameType: GameType,
  key: 'items' | 'questions',
  groups: string,
): Operations {
  const groupId = groups === 'Topics' ? 'topic_id' : 'category_id';
  const noun = key === 'items' ? 'Item' : 'Question';
  const groupOf = async ({ api }: World): Promise<string> => {
    const { body } = await api.agent.get(`/api/v1/${tag}/${groups.toLowerCase()}`);
    return String((Object.values(body).find(Array.isArray) as { id: string }[])[0]?.id);
  };
  return {
    [`list${name}${groups}`]: () => ({}),
    [`list${name}Lessons`]: async (world) => ({ query: { [groupId]: await groupOf(world) } }),
    [`list${name}${noun}s`]: async (world) => ({ query: { [groupId]: await groupOf(world), limit: '3' } }),
    [`start${name}Session`]: () => ({ body: { mode: 'custom', limit: 5 } }),
    [`get${name}Session`]: inSession(gameType),
    [`record${name}Result`]: inSession(gameType, result),
    [`complete${name}Session`]: inSession(gameType, () => ({})),
    [`get${name}${noun}Hint`]: firstItem(`${tag}/${key}`, key, 'item_id'),
    [`list${name}Mistakes`]: () => ({}),
    [`get${name}Stats`]: () => ({}),
  };
}

export const gameOperations: Operations = {
  getToday: () => ({}),
  wakeMemory: async (world) => ({
    body: { game_type: 'advanced_cloze', item_id: await remembered(world, { suspended_at: new Date() }) },
  }),
  startPractice: async (world) => {
    await remembered(world, { due_at: new Date(0), suspended_at: null });
    return { body: { limit: 3 } };
  },
  startSession: () => ({ body: { game_type: 'advanced_cloze', mode: 'custom', limit: 5 } }),
  getSession: inSession('sentence_builder'),
  recordResult: inSession('grammar_challenge', result),
  completeSession: inSession('advanced_cloze', () => ({ final_score: 10 })),
  ...catalogueOperations('Cloze', 'cloze', 'advanced_cloze', 'items', 'Topics'),
  ...catalogueOperations('Grammar', 'grammar', 'grammar_challenge', 'questions', 'Categories'),
  ...catalogueOperations('Sentence', 'sentence', 'sentence_builder', 'items', 'Topics'),
  skipGrammarItem: inSession('grammar_challenge', (item_id) => ({ item_id })),
  getSentenceItemTts: firstItem('sentence/items', 'items', 'item_id'),
  getClozeItemTts: firstItem('cloze/items', 'items', 'item_id'),
  getProgress: () => ({ params: { user_id: 'mia' } }),
  listMistakes: () => ({ params: { user_id: 'mia' } }),
  getMyStats: () => ({}),
  getClassStats: ({ classId }) => ({ by: 'teacher', params: { class_id: classId } }),
};
