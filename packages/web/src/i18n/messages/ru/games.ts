/** The names of the games. */
export const games = {
  flashcards: 'Карточки',
  spelling_bee: 'Правописание',
  advanced_cloze: 'Заполни пропуск',
  grammar_challenge: 'Грамматика',
  sentence_builder: 'Собери предложение',
  mixed: 'Практика',
} as const;
