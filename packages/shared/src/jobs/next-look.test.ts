import { nextLookMs } from './next-look.ts';

const middle = () => 0.5;
const idle = (looks: number, every = 300) => nextLookMs({ idle: looks, failures: 0 }, every, middle);
const failed = (looks: number, every = 300) => nextLookMs({ idle: 0, failures: looks }, every, middle);

test('a queue that is empty is looked at after 1 s, then more rarely, but every 5 s at least', () => {
  expect([0, 1, 2, 3, 4, 5, 1000].map((looks) => idle(looks))).toEqual([1000, 1000, 2000, 4000, 5000, 5000, 5000]);
});

test('a queue that cannot be read is left alone for longer and longer, at most half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 2000].map((looks) => failed(looks))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
});

test('a shorter interval than ours is believed', () => {
  expect([1, 2, 9].map((looks) => idle(looks, 0.2))).toEqual([200, 200, 200]);
  expect([1, 9].map((looks) => failed(looks, 0.2))).toEqual([200, 6000]);
  expect([1, 9].map((looks) => idle(looks, 3))).toEqual([1000, 3000]);
});

test('a tenth at random, either way', () => {
  const looks = { idle: 9, failures: 0 };
  expect(nextLookMs(looks, 300, () => 0)).toBe(4500);
  expect(nextLookMs(looks, 300, () => 1)).toBe(5500);
});
