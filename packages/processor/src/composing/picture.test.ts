import { readFileSync } from 'node:fs';
import { Picture } from '@tulkka/shared/exercises';
import { openLexicon } from '../lexicon/index.ts';
import { pictureOf } from './picture.ts';

const lexicon = openLexicon();

test.each([
  ['bat', 'a small animal like a mouse that flies at night', '🦇'],
  ['bat', 'a piece of wood that you hit the ball with', undefined],
  ['bank', 'a place where you keep your money', '🏦'],
  ['bank', 'the land along the side of a river', undefined],
  ['bank', 'a container for keeping money at home', undefined],
  ['mouse', 'an animal with a long tail', '🐁'],
  ['mouse', 'a thing you move to point on a screen', undefined],
  ['present', 'the period of time that is happening now', undefined],
  ['chicken', 'the meat of a bird that we eat', '🐔'],
  ['ladders', 'a thing with steps for climbing up', '🪜'],
  ['ice cream', 'cold, sweet food made from milk', '🍨'],
  ['wardrobe', 'a piece of furniture for clothes', undefined],
])('%s, which is %s: %s', (term, definition, picture) => {
  expect(pictureOf(term, { pos: 'noun', definition }, lexicon)).toBe(picture);
});

test('a word of one sense has its picture however it is explained; other parts of speech have none', () => {
  const definition = 'you will know it when you see it';
  expect(pictureOf('giraffe', { pos: 'noun', definition }, lexicon)).toBe('🦒');
  expect(pictureOf('giraffe', { pos: 'noun', definition: null }, lexicon)).toBeUndefined();
  expect(pictureOf('hammer', { pos: 'verb', definition: 'to hit with a tool' }, lexicon)).toBeUndefined();
});

const table = readFileSync(new URL('../../dictionary/pictures/pictures.tsv', import.meta.url), 'utf8');
const rows = table
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

test('every picture is one emoji of a noun that stands once, and is told from other senses where there are any', () => {
  expect(rows.length).toBeGreaterThan(500);
  expect(new Set(rows.map(([term]) => term)).size).toBe(rows.length);
  const signs = (text: string): number => [...new Intl.Segmenter().segment(text)].length;
  expect(rows.filter(([, picture]) => signs(picture ?? '') !== 1)).toEqual([]);
  expect(rows.filter(([, picture]) => !Picture.safeParse(picture).success)).toEqual([]);
  const isNoun = (term: string): boolean =>
    lexicon.senses(term, 'noun').length > 0 || lexicon.entries(term).some(({ part }) => part === 'noun');
  expect(rows.flatMap(([term = '']) => (isNoun(term) ? [] : [term]))).toEqual([]);
});

test('words of another sense are not words of this one', () => {
  const both = rows.filter(([, , sense = '', unless = '']) =>
    unless.split(' ').some((word) => word !== '' && sense.split(' ').includes(word)),
  );
  expect(both).toEqual([]);
});

test.each(['🪜', '🧑‍🚀', '☀️', '🍋‍🟩'])('%s is a picture', (sign) => {
  expect(Picture.safeParse(sign).success).toBe(true);
});

test.each(['', 'ladder', '7', '🪜 ladder', '\u200d', '<b>', '🪜'.repeat(17)])('%j is none', (sign) => {
  expect(Picture.safeParse(sign).success).toBe(false);
});
