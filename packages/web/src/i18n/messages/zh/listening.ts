/** Playing by ear: dictation, and gaps that are heard. */
export const listening = {
  title: '听写',
  sentence_builder: '句子听写',
  advanced_cloze: '听音填空',
  spelling_bee: '单词听写',
  play: '播放',
  slower: '慢速',
  readOut: '换个声音',
  keys: '按 S 重播，按 Shift 和 S 慢速播放；写字时同时按 Ctrl。',
  dictationTask: '听一听，写下你听到的内容。',
  gapsTask: '听一听，写出缺少的词。',
  typed: '你听到的内容',
} as const;
