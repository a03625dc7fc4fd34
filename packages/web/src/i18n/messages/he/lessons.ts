/** Lessons, and what each taught. */
export const lessons = {
  emptyTitle: 'עדיין אין שיעורים',
  empty: 'אחרי שיעור, כשהמורה יעברו עליו, הוא יופיע כאן עם כל המילים והמשפטים.',
  older: 'שיעורים קודמים',
  lesson: 'שיעור',
  words: { one: 'מילה אחת', two: 'שתי מילים', other: '{count} מילים' },
  corrections: { one: 'תיקון אחד', two: 'שני תיקונים', other: '{count} תיקונים' },
  sentences: { one: 'משפט אחד', two: 'שני משפטים', other: '{count} משפטים' },
  play: 'לתרגל את השיעור הזה',
  wordsTitle: 'מילים',
  correctionsTitle: 'תיקונים',
  sentencesTitle: 'משפטים',
  minute: 'דקה {minute}',
  saidByYou: 'אלה המילים שלך.',
  saidByTeacher: 'אלה המילים של המורה.',
  heard: 'נאמר בשיעור.',
} as const;
