import { z } from 'zod';
import { type As, call } from './http.ts';

const Listed = z.looseObject({ lessons: z.array(z.looseObject({ id: z.string(), title: z.string() })) });
const WordLists = z.looseObject({ data: z.array(z.looseObject({ id: z.string(), name: z.string() })) });
const Started = z.looseObject({ id: z.string(), item_ids: z.array(z.string()).min(1), total_items: z.number() });
const Item = z.union([
  z.looseObject({ id: z.string(), correct_answers: z.array(z.string()) }),
  z.looseObject({ id: z.string(), correct_answer: z.string() }),
  z.looseObject({ id: z.string(), sentence_tokens: z.array(z.string()) }),
  z.looseObject({ id: z.string(), word: z.string() }),
]);
type Item = z.infer<typeof Item>;
const WithItems = z.looseObject({ items: z.array(Item) });
const Outcome = z.looseObject({ success: z.literal(true), is_correct: z.boolean(), graded_by: z.string() });
const Completed = z.looseObject({
  session: z.looseObject({ score: z.number(), correct: z.number(), incorrect: z.number() }),
});

export const games = ['flashcards', 'spelling_bee', 'advanced_cloze', 'grammar_challenge', 'sentence_builder'] as const;
export type Game = (typeof games)[number];

const catalogues: Partial<Record<Game, { path: string; group: string }>> = {
  advanced_cloze: { path: 'cloze', group: 'topic_id' },
  grammar_challenge: { path: 'grammar', group: 'category_id' },
  sentence_builder: { path: 'sentence', group: 'topic_id' },
};

/** The id of what was published of a lesson for this game, as the student's own lists show it. */
export async function findPublished(base: string, student: As, game: Game, title: string): Promise<string | undefined> {
  const catalogue = catalogues[game];
  if (catalogue === undefined) {
    const { body } = await call(WordLists, 'GET', `${base}/api/v1/word-lists?limit=100`, student);
    return body.data.find(({ name }) => name === title)?.id;
  }
  const { path, group } = catalogue;
  const { body } = await call(Listed, 'GET', `${base}/api/v1/${path}/lessons?${group}=lessons&limit=100`, student);
  return body.lessons.find((lesson) => lesson.title === title)?.id;
}

/** How a game ended. */
export interface Played {
  items: number;
  score: number;
  correct: number;
  incorrect: number;
}

/** Plays one game of a published lesson from start to end, right in all but the first answer. */
export async function playGame(base: string, student: As, game: Game, reference: string): Promise<Played> {
  // all of it: a session has 20 items unless it is asked for more, and a lesson may have more cards
  const start = {
    game_type: game,
    ...(game in catalogues ? { mode: 'lesson' } : {}),
    reference_id: reference,
    limit: 100,
  };
  const started = await call(Started, 'POST', `${base}/api/v1/sessions/start`, student, start);
  if (started.status !== 201) throw new Error(`The session was not started: ${JSON.stringify(started.body)}`);
  const session = `${base}/api/v1/sessions/${started.body.id}`;
  const { items } = (await call(WithItems, 'GET', `${session}?include=items`, student)).body;
  for (const [index, item] of items.entries()) {
    const result = { item_id: item.id, time_spent_ms: 1500, attempts: 1, ...answerOf(game, item, index > 0) };
    const outcome = await call(Outcome, 'POST', `${session}/result`, student, result);
    if (outcome.body.is_correct !== index > 0)
      throw new Error(`The verdict is wrong: ${JSON.stringify({ item, result, outcome: outcome.body })}`);
  }
  const { score, correct, incorrect } = (await call(Completed, 'POST', `${session}/complete`, student, {})).body
    .session;
  return { items: items.length, score, correct, incorrect };
}

/** What a learner would send: an answer where the server grades, their own word for it with flashcards. */
function answerOf(game: Game, item: Item, right: boolean): { answer?: string | string[]; is_correct?: boolean } {
  if (game === 'flashcards') return { is_correct: right };
  if ('correct_answers' in item && Array.isArray(item.correct_answers))
    return { answer: right ? item.correct_answers.map(String) : item.correct_answers.map(() => 'not this') };
  if ('sentence_tokens' in item && Array.isArray(item.sentence_tokens))
    return { answer: right ? item.sentence_tokens.map(String) : [...item.sentence_tokens.map(String)].reverse() };
  const word = 'correct_answer' in item ? item.correct_answer : 'word' in item ? item.word : '';
  return { answer: right ? String(word) : 'zzzz' };
}
