import type { Cue } from '@tulkka/shared/transcripts';
import { quotePlacer } from './place-quote.ts';

const cue = (start_ms: number, end_ms: number, speaker: string | null, text: string): Cue => ({
  start_ms,
  end_ms,
  speaker,
  text,
});

const lesson = [
  cue(1000, 3000, 'Iris', 'Good morning. Let’s talk about luggage.'),
  cue(3100, 5000, 'Iris', 'Luggage is what you carry'),
  cue(5000, 7000, 'Iris', 'when you travel.'),
  cue(9000, 9300, 'Leo', 'Yes.'),
  cue(10_000, 12_000, 'Leo', 'Start with the artist.'),
  cue(13_000, 15_000, 'Leo', 'We go'),
  cue(15_100, 17_000, 'Iris', 'to the museum.'),
  cue(20_000, 35_000, 'Iris', 'This sentence is far too long to be listened to.'),
  cue(40_000, 43_000, 'Leo', 'Call me, my number is 555 123 4567. I bought a suitcase.'),
];
const place = quotePlacer(lesson);
const timesOf = (quote: string) => {
  const found = place(quote);
  return found && [found.start_ms, found.end_ms, found.speaker];
};

test('a quote is its cue, with a little air where nobody else speaks', () => {
  expect(timesOf("Let's talk about luggage")).toEqual([850, 3100, 'Iris']);
  expect(timesOf('Start with the artist.')).toEqual([9850, 12_150, 'Leo']);
});

test('a quote over several cues of one speaker is all of them', () => {
  expect(timesOf('Luggage is what you carry when you travel.')).toEqual([3000, 7150, 'Iris']);
});

test.each([
  ['what nobody said', 'Luggage is heavy.'],
  ['what begins or ends inside a word', 'art with the art'],
  ['words of two speakers', 'We go to the museum.'],
  ['something private in the same breath', 'I bought a suitcase.'],
  ['nothing but marks', '…'],
])('there is no clip of %s', (_, quote) => {
  expect(place(quote)).toBeNull();
});

test('a cue that would be too short alone is heard with its air', () => {
  expect(timesOf('Yes.')).toEqual([8850, 9450, 'Leo']);
});

test('cues without times, and a transcript without cues, have no clips', () => {
  expect(quotePlacer([{ start_ms: null, end_ms: null, speaker: 'Leo', text: 'Yes, I do.' }])('Yes, I do.')).toBeNull();
  expect(quotePlacer([])('Yes, I do.')).toBeNull();
});

test('where the times of words are known, a quote is its words and no others', () => {
  const text = 'My number is 555 123 4567. So then I bought a suitcase at the market, and it was red.';
  const count = text.split(' ').length;
  const words = Array.from({ length: count }, (_, i) => [i * 500, i * 500 + 400]).flat();
  const measured = quotePlacer([{ ...cue(60_000, 80_000, 'Leo', text), words }]);
  // The eleventh to the sixteenth word, and the pauses beside them: what was private is five words away.
  expect(measured('bought a suitcase at the market')).toEqual({
    start_ms: 60_000 + 4400,
    end_ms: 60_000 + 7500,
    speaker: 'Leo',
    cue: 0,
    within: null,
  });
  expect(measured('it was red')).toMatchObject({ end_ms: 60_000 + (count - 1) * 500 + 400 + 150 });
  expect(measured('So then I bought a suitcase')).toBeNull();
});

test('times of other words than those of the cue are no times', () => {
  const [lost] = [{ ...cue(0, 2000, 'Leo', 'I went home.'), words: [0, 400, 500, 900] }];
  expect(quotePlacer([lost])('went home')).toMatchObject({ start_ms: 0, within: { first: 1, last: 2 } });
});

test('a quote within a cue says which of its words it is', () => {
  expect(place('talk about')?.within).toEqual({
    words: ['Good', 'morning.', 'Let’s', 'talk', 'about', 'luggage.'],
    first: 3,
    last: 4,
  });
});

test('the words are looked for from a cue on', () => {
  const twice = quotePlacer([cue(0, 2000, 'Leo', 'I went home.'), cue(3000, 5000, 'Iris', 'I went home.')]);
  expect(twice('I went home.')?.speaker).toBe('Leo');
  expect(twice('I went home.', 1)?.speaker).toBe('Iris');
});
