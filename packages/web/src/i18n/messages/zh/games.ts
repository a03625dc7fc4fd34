/** The names of the games. */
export const games = {
  flashcards: '单词卡',
  spelling_bee: '拼写',
  advanced_cloze: '填空',
  grammar_challenge: '语法',
  sentence_builder: '连词成句',
  mixed: '练习',
} as const;
