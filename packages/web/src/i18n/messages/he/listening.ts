/** Playing by ear: dictation, and gaps that are heard. */
export const listening = {
  title: 'להקשיב ולכתוב',
  sentence_builder: 'הכתבה',
  advanced_cloze: 'השלמה לפי שמיעה',
  spelling_bee: 'מילים לפי שמיעה',
  play: 'להשמיע',
  slower: 'לאט יותר',
  readOut: 'קול אחר',
  keys: 'S משמיע שוב, Shift עם S לאט יותר; תוך כדי כתיבה עם Ctrl.',
  dictationTask: 'להקשיב ולכתוב מה ששומעים.',
  gapsTask: 'להקשיב ולכתוב את המילים החסרות.',
  typed: 'מה ששומעים',
} as const;
