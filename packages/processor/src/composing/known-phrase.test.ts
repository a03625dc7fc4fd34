import { alsoSaid, knownPhrase } from './known-phrase.ts';

test.each([
  ['closed the phone', 'hung up', 'close the phone'],
  ['make a photo', 'take a photo', 'make a photo'],
  ['depends of the weather', 'depends on the weather', 'depend of sth'],
])('knows the phrase behind %s → %s', (wrong, right, phrase) => {
  expect(knownPhrase({ wrong, right })?.wrong).toBe(phrase);
});

test('what the right words do not mend is not explained by a phrase', () => {
  expect(knownPhrase({ wrong: 'make a photo', right: 'a photo is made' })).toBeNull();
  expect(knownPhrase({ wrong: 'she climb', right: 'she climbs' })).toBeNull();
});

test('offers what else learners say, where the learner said it as the table does', () => {
  const entry = knownPhrase({ wrong: 'make a photo', right: 'take a photo' });
  expect(alsoSaid(entry, 'make a photo')).toEqual(['do a photo']);
  expect(alsoSaid(entry, 'make')).toEqual(['do']);
  expect(alsoSaid(entry, 'made')).toEqual([]);
  expect(alsoSaid(null, 'make')).toEqual([]);
});
