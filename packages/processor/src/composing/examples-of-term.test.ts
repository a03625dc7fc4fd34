import { openLexicon } from '../lexicon/index.ts';
import { spareExamples } from './examples-of-term.ts';

const lexicon = openLexicon();
const all = { mayBeShown: () => true, isTrusted: () => true };
const examples = (term: string, part_of_speech: string, definition: string | null, quote: string): string[] =>
  spareExamples({ term, part_of_speech, definition, quote }, all, lexicon).map(({ text }) => text);

test("takes the teacher's sentence without what a tongue that looks for words leaves in it", () => {
  const [first] = examples('sunburn', 'noun', 'red skin', 'So, sunburn is the, um, the red skin after a day at sea.');
  expect(first).toBe('Sunburn is the red skin after a day at sea.');
});

test('puts a meaning into a sentence only where it can stand there', () => {
  expect(examples('paddle', 'verb', 'move a small boat with a short pole', 'Paddle, paddle.')).toContain(
    'To paddle means to move a small boat with a short pole.',
  );
  expect(examples('latch', 'noun', 'a small thing that keeps a door shut', 'A latch.')).toContain(
    'A latch is a small thing that keeps a door shut.',
  );
  expect(examples('latch', 'noun', 'the iron thing on the door', 'A latch.')).not.toContain(
    'A latch is the iron thing on the door.',
  );
  expect(examples('latch', 'noun', 'on doors', 'A latch.').join()).not.toMatch(/on doors/);
});

test('has the sentence of our dictionary for what the teacher only named', () => {
  const [entry] = lexicon.entries('wallet');
  expect(examples('wallet', 'noun', null, 'A wallet.')).toEqual([entry?.example]);
});

test("shows the meaning that the card tells: a waiter's tip is no verb", () => {
  const sentenceOf = (part_of_speech: string, definition: string | null): string[] =>
    examples('tip', part_of_speech, definition, 'Tip.').filter((text) =>
      lexicon.entries('tip').some((entry) => entry.example === text),
    );
  const [noun] = lexicon.entries('tip', 'noun');
  const [verb] = lexicon.entries('tip', 'verb');
  expect(sentenceOf('noun', null)).toEqual([noun?.example]);
  expect(sentenceOf('verb', null)).toEqual([verb?.example]);
  const [tablet, pill] = lexicon.entries('tablet', 'noun');
  expect(examples('tablet', 'noun', 'a kind of flat computer', 'A tablet.')).toContain(tablet?.example);
  expect(examples('tablet', 'noun', 'medicine in a small hard piece', 'A tablet.')).toContain(pill?.example);
  expect(examples('tablet', 'noun', 'a table made of stone', 'A tablet.')).toEqual([
    'A tablet is a table made of stone.',
  ]);
});

test('shows nothing that may not be shown', () => {
  const quote = 'A latch is a small thing that keeps a door shut.';
  expect(
    spareExamples(
      { term: 'latch', part_of_speech: 'noun', definition: null, quote },
      { ...all, mayBeShown: () => false },
      lexicon,
    ),
  ).toEqual([]);
});

test("takes no learner's sentence that nobody can vouch for", () => {
  const quote = 'The turnover of this shop is two milliards.';
  const term = { term: 'turnover', part_of_speech: 'noun', definition: null, quote };
  const texts = (isTrusted: boolean): string[] =>
    spareExamples(term, { ...all, isTrusted: () => isTrusted }, lexicon).map(({ text }) => text);
  expect(texts(true)).toContain(quote);
  expect(texts(false)).not.toContain(quote);
});
