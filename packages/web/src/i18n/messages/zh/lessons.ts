/** Lessons, and what each taught. */
export const lessons = {
  emptyTitle: '还没有课程',
  empty: '上完课、老师看过以后，这里会出现这节课的所有单词和句子。',
  older: '更早的课程',
  lesson: '课程',
  words: { other: '{count} 个单词' },
  corrections: { other: '{count} 处纠正' },
  sentences: { other: '{count} 个句子' },
  play: '练习这节课',
  wordsTitle: '单词',
  correctionsTitle: '纠正',
  sentencesTitle: '句子',
  minute: '第 {minute} 分钟',
  saidByYou: '这是你说的。',
  saidByTeacher: '这是老师说的。',
  heard: '课上听到的。',
} as const;
