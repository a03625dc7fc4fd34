/** Lessons, and what each taught. */
export const lessons = {
  emptyTitle: 'Уроков пока нет',
  empty: 'После урока, когда его посмотрит учитель, он появится здесь со всеми словами и предложениями.',
  older: 'Прошлые уроки',
  lesson: 'Урок',
  words: { one: '{count} слово', few: '{count} слова', many: '{count} слов', other: '{count} слова' },
  corrections: {
    one: '{count} исправление',
    few: '{count} исправления',
    many: '{count} исправлений',
    other: '{count} исправления',
  },
  sentences: {
    one: '{count} предложение',
    few: '{count} предложения',
    many: '{count} предложений',
    other: '{count} предложения',
  },
  play: 'Играть по этому уроку',
  wordsTitle: 'Слова',
  correctionsTitle: 'Исправления',
  sentencesTitle: 'Предложения',
  minute: 'минута {minute}',
  saidByYou: 'Это твои слова.',
  saidByTeacher: 'Это слова учителя.',
  heard: 'Прозвучало на уроке.',
} as const;
