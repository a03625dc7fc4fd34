/** The names of the games. */
export const games = {
  flashcards: 'Flashcards',
  spelling_bee: 'Spelling',
  advanced_cloze: 'Fill the gap',
  grammar_challenge: 'Grammar',
  sentence_builder: 'Build the sentence',
  mixed: 'Practice',
} as const;
