/** Playing by ear: dictation, and gaps that are heard. */
export const listening = {
  title: 'Слушай и пиши',
  sentence_builder: 'Диктант',
  advanced_cloze: 'Пропуски на слух',
  spelling_bee: 'Слова на слух',
  play: 'Включить',
  slower: 'Медленнее',
  readOut: 'Другой голос',
  keys: 'S включает ещё раз, Shift и S медленнее; во время письма вместе с Ctrl.',
  dictationTask: 'Послушай и напиши, что слышишь.',
  gapsTask: 'Послушай и напиши пропущенные слова.',
  typed: 'Что слышишь',
} as const;
