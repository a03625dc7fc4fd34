/** A session and a result as the document shows them. */
export const exampleSession = {
  id: '019ab2c4-7f3e-7a51-9c1d-3f5b8a2e6d11',
  user_id: 'student-1',
  game_type: 'grammar_challenge',
  class_id: null,
  mode: 'lesson',
  reference_id: 'article-a-an-the-or-nothing',
  status: 'active',
  total_items: 2,
  listen: false,
  item_ids: ['article-a-an-the-or-nothing-1', 'article-a-an-the-or-nothing-2'],
  progress: { current: 0, total: 2, correct: 0, incorrect: 0 },
  score: null,
  started_at: '2026-11-23T09:30:00.000Z',
  completed_at: null,
};

export const exampleOutcome = {
  success: true,
  recorded: true,
  item_id: 'article-a-an-the-or-nothing-1',
  is_correct: true,
  skipped: false,
  graded_by: 'server',
  correct_answer: 'an',
  explanation: 'A job in the singular always needs “a” or “an”, and “an” comes before a vowel sound.',
  credit: 1,
  progress: { current: 1, total: 2, correct: 1, incorrect: 0 },
};

export const exampleCompletion = {
  success: true,
  session: {
    id: exampleSession.id,
    score: 100,
    correct: 2,
    incorrect: 0,
    completed_at: '2026-11-23T09:35:00.000Z',
  },
  mastered_ids: ['article-a-an-the-or-nothing-1', 'article-a-an-the-or-nothing-2'],
  needs_practice_ids: [],
  message: 'The session is completed.',
  differences: [],
};
