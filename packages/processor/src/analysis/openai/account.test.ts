import { accountOf } from './account.ts';

test('the parts become one account of whole sentences', () => {
  expect(accountOf(['They talked about travel. New words\nwere taught.', null, 'Articles were hard.'])).toBe(
    'They talked about travel. New words were taught. Articles were hard.',
  );
});

test('it ends before the word that would be the 151st', () => {
  const sentence = `${Array.from({ length: 40 }, () => 'word').join(' ')}.`;
  const account = accountOf([Array.from({ length: 5 }, () => sentence).join(' ')]);
  expect(account?.split(' ')).toHaveLength(120);
});

test('sentences that tell something private are left out', () => {
  expect(accountOf(['The learner gave the number 052 555 0147. They practised the past.'])).toBe(
    'They practised the past.',
  );
  expect(accountOf(['Call 052 555 0147 today.', null])).toBeNull();
});
