import { piecesOfSentence } from './pieces.ts';

test.each([
  ['She painted it, but she is at the lake!', 'She painted it'],
  ['were taller if the ladder were taller we could reach it', 'if the ladder were taller we could reach it'],
  ['Although I have a brush, in Oslo they paint with rollers.', 'I have a brush'],
  ['he is in another team he wants to be a captain', 'he is in another team'],
])('finds in %j what stands alone', (sentence, piece) => {
  expect(piecesOfSentence(sentence)).toContain(piece);
});

test.each(['She paints the door.', 'I think he knows the way.'])('finds no piece in %j', (sentence) => {
  expect(piecesOfSentence(sentence)).toEqual([]);
});
