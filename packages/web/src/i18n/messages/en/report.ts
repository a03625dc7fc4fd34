/** Saying that something is wrong with an item. */
export const report = {
  open: 'Something is wrong here',
  title: 'What is wrong?',
  wrong_answer: 'The answer that counts as right is wrong.',
  also_right: 'My answer is right, too.',
  unclear: 'I do not understand it, or there is a mistake in the text.',
  sound: 'It sounds wrong.',
  private: 'It tells something private.',
  other: 'Something else',
  note: 'Tell your teacher more, if you like',
  send: 'Tell my teacher',
  thanks: 'Thank you. Your teacher will look at it.',
  own: 'This word is your own. You can change it under “Words”.',
  close: 'Close',
} as const;
