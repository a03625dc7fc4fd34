/** Lessons, and what each taught. */
export const lessons = {
  emptyTitle: 'No lessons yet',
  empty: 'After a lesson, when your teacher has looked at it, you find it here with all its words and sentences.',
  older: 'Older lessons',
  lesson: 'Lesson',
  words: { one: '{count} word', other: '{count} words' },
  corrections: { one: '{count} correction', other: '{count} corrections' },
  sentences: { one: '{count} sentence', other: '{count} sentences' },
  play: 'Play this lesson',
  wordsTitle: 'Words',
  correctionsTitle: 'Corrections',
  sentencesTitle: 'Sentences',
  minute: 'minute {minute}',
  saidByYou: 'You said this.',
  saidByTeacher: 'Your teacher said this.',
  heard: 'Heard in the lesson.',
} as const;
