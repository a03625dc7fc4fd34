/** Saying that something is wrong with an item. */
export const report = {
  open: 'يوجد خطأ هنا',
  title: 'ما الخطأ؟',
  wrong_answer: 'الإجابة المعتمدة غير صحيحة.',
  also_right: 'إجابتي صحيحة أيضًا.',
  unclear: 'لا أفهمه، أو يوجد خطأ في النص.',
  sound: 'الصوت غير صحيح.',
  private: 'فيه شيء خاص.',
  other: 'شيء آخر',
  note: 'أخبر معلّمك بالمزيد إن أردت',
  send: 'أخبر معلّمي',
  thanks: 'شكرًا. سينظر معلّمك في الأمر.',
  own: 'هذه الكلمة من كلماتك. يمكنك تغييرها في «الكلمات».',
  close: 'إغلاق',
} as const;
