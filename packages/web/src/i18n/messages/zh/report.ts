/** Saying that something is wrong with an item. */
export const report = {
  open: '这里有问题',
  title: '哪里有问题？',
  wrong_answer: '算作正确的答案是错的。',
  also_right: '我的答案也对。',
  unclear: '我看不懂，或者文字有错误。',
  sound: '读音不对。',
  private: '里面有隐私内容。',
  other: '其他问题',
  note: '可以再告诉老师一些',
  send: '告诉老师',
  thanks: '谢谢，老师会看的。',
  own: '这是你自己的单词，可以在“单词”里修改。',
  close: '关闭',
} as const;
