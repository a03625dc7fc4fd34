/** Playing by ear: dictation, and gaps that are heard. */
export const listening = {
  title: 'استمع واكتب',
  sentence_builder: 'إملاء',
  advanced_cloze: 'فراغات بالسمع',
  spelling_bee: 'كلمات بالسمع',
  play: 'شغّل',
  slower: 'أبطأ',
  readOut: 'صوت آخر',
  keys: 'المفتاح S يعيد التشغيل، وShift مع S أبطأ؛ وأثناء الكتابة مع Ctrl.',
  dictationTask: 'استمع واكتب ما تسمعه.',
  gapsTask: 'استمع واكتب الكلمات الناقصة.',
  typed: 'ما تسمعه',
} as const;
