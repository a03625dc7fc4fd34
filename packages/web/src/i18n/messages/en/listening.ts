/** Playing by ear: dictation, and gaps that are heard. */
export const listening = {
  title: 'Listen and write',
  sentence_builder: 'Dictation',
  advanced_cloze: 'Listening gaps',
  spelling_bee: 'Words by ear',
  play: 'Play',
  slower: 'Slower',
  readOut: 'Another voice',
  keys: 'S plays it again, Shift and S slower; while you write, with Ctrl.',
  dictationTask: 'Listen, and write what you hear.',
  gapsTask: 'Listen, and write the missing words.',
  typed: 'What you hear',
} as const;
