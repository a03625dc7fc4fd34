import { align, unitsOf } from './align.ts';
import { cleanTokens, presentable, withoutOpeners } from './clean-speech.ts';
import { expandContraction } from './contractions.ts';
import { possibleBases, sameBase } from './inflection.ts';
import { splitSentences } from './sentences.ts';
import { loadTagger } from './tagger.ts';
import { tokenise } from './tokens.ts';
import { isOnlyParticiple, isOnlyPast, principalParts } from './verb-forms.ts';

const sentences = (text: string, pauses: number[] = []) =>
  splitSentences(text, new Set(pauses)).map(({ start, end }) => text.slice(start, end));

test('believes end marks, but not after a title', () => {
  expect(sentences('I met Mr. Brown. Really? Yes!')).toEqual(['I met Mr. Brown.', 'Really?', 'Yes!']);
});

test('cuts speech that runs on', () => {
  expect(sentences('not since Say the whole thing.')).toEqual(['not since', 'Say the whole thing.']);
  expect(sentences('that was good OK, next one.')).toEqual(['that was good', 'OK, next one.']);
  expect(sentences('we went to the market yesterday morning it was really cold there').length).toBeGreaterThan(1);
  expect(sentences('She said it is OK.')).toEqual(['She said it is OK.']);
});

test('cleans fillers, stutters and asides out of speech', () => {
  const text = 'Um, so, I, I went to the, the market, you know, on uh Friday.';
  const words = withoutOpeners(cleanTokens(tokenise(text), text), text);
  expect(presentable(words, text)).toBe('I went to the market on Friday.');
});

test('gives a sentence its capital and its end mark', () => {
  const text = "i think i'm late";
  expect(presentable(tokenise(text), text)).toBe("I think I'm late.");
});

test('opens contractions', () => {
  expect(expandContraction("she's")).toEqual(['she', 'is']);
  expect(expandContraction("won't")).toEqual(['will', 'not']);
  expect(expandContraction("mother's")).toEqual(["mother's"]);
  const norms = (text: string) => unitsOf(tokenise(text)).map((unit) => unit.norm);
  expect(norms("He's been here")).toEqual(['he', 'has', 'been', 'here']);
  expect(norms('a six-hour flight')).toEqual(['a', 'six', 'hour', 'flight']);
});

test('knows forms of one word from different words', () => {
  expect(sameBase('get', 'gets')).toBe(true);
  expect(sameBase('boring', 'bored')).toBe(true);
  expect(sameBase('went', 'go')).toBe(true);
  expect(sameBase('children', 'child')).toBe(true);
  expect(sameBase('make', 'do')).toBe(false);
  expect(possibleBases('stopping')).toContain('stop');
});

test('tells past from participle', () => {
  expect([isOnlyPast('went'), isOnlyPast('gone'), isOnlyPast('put')]).toEqual([true, false, false]);
  expect([isOnlyParticiple('gone'), isOnlyParticiple('went')]).toEqual([true, false]);
  expect(principalParts('carry')).toEqual({ past: 'carried', participle: 'carried' });
});

test('aligns a near-repetition with the person changed', () => {
  const [wrong, right] = [unitsOf(tokenise('I go to school in bus')), unitsOf(tokenise('You go to school by bus'))];
  const { steps } = align(wrong, right);
  expect(steps.map((step) => step.kind)).toEqual(['person', 'same', 'same', 'same', 'swap', 'same']);
});

test('tags one word for each word, whatever the tagger makes of contractions', () => {
  const tag = loadTagger();
  for (const text of ["She's always late, isn't she?", 'A well-known man said 3.5 percent.', '', 'რა 你好 ???']) {
    expect(tag(text)).toHaveLength(tokenise(text).length);
  }
  expect(tag('She opened the door.')).toEqual(['pronoun', 'past', 'determiner', 'noun']);
});
