/** The names of the games. */
export const games = {
  flashcards: 'Tarjetas',
  spelling_bee: 'Deletreo',
  advanced_cloze: 'Completa la frase',
  grammar_challenge: 'Gramática',
  sentence_builder: 'Ordena la frase',
  mixed: 'Práctica',
} as const;
