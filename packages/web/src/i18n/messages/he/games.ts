/** The names of the games. */
export const games = {
  flashcards: 'כרטיסיות',
  spelling_bee: 'איות',
  advanced_cloze: 'השלמת משפטים',
  grammar_challenge: 'דקדוק',
  sentence_builder: 'בניית משפטים',
  mixed: 'תרגול',
} as const;
