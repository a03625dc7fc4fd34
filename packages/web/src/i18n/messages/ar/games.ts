/** The names of the games. */
export const games = {
  flashcards: 'بطاقات',
  spelling_bee: 'تهجئة',
  advanced_cloze: 'املأ الفراغ',
  grammar_challenge: 'قواعد',
  sentence_builder: 'ابنِ الجملة',
  mixed: 'تدريب',
} as const;
