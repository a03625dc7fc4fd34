import { mayShow } from './index.ts';

// the examples of each gate run in tests/rules.test.ts
const conversation = { spoken: [], corrections: [] };

test('a sentence that no gate stops may be shown', () => {
  expect(mayShow({ text: 'We could meet you halfway.', quote: 'We could meet you halfway.' }, conversation)).toBeNull();
});

test('the gate that stops a sentence says its name', () => {
  const said = "Your son says you're a disaster!";
  expect(mayShow({ text: said, quote: said }, conversation)?.name).toBe('nobody mocked');
});
