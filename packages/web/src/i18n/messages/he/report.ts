/** Saying that something is wrong with an item. */
export const report = {
  open: 'משהו כאן לא בסדר',
  title: 'מה לא בסדר?',
  wrong_answer: 'התשובה שנחשבת נכונה היא שגויה.',
  also_right: 'גם התשובה שלי נכונה.',
  unclear: 'זה לא ברור, או שיש טעות בטקסט.',
  sound: 'זה נשמע לא נכון.',
  private: 'יש כאן משהו פרטי.',
  other: 'משהו אחר',
  note: 'אפשר לכתוב למורה עוד כמה מילים',
  send: 'לספר למורה',
  thanks: 'תודה. המורה יבדקו את זה.',
  own: 'המילה הזאת שלך. אפשר לשנות אותה תחת ”מילים“.',
  close: 'סגירה',
} as const;
