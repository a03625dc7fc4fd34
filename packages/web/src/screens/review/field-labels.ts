import type { MessageKey } from '../../i18n/messages/messages.ts';

/** What each field of an item is called. */
export const fieldLabels: Readonly<Record<string, MessageKey>> = {
  word: 'words.word',
  definition: 'desk.definition',
  picture: 'desk.picture',
  translation: 'words.translation',
  example_sentence: 'desk.example',
  sample_sentence: 'desk.example',
  hint: 'play.hint',
  sentence: 'desk.sentence',
  english_sentence: 'desk.sentence',
  question: 'desk.question',
  options: 'desk.options',
  correct_answer: 'desk.correctAnswer',
  explanation: 'desk.explanation',
  distractors: 'desk.distractors',
};
