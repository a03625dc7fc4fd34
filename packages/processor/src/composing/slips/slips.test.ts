import { readdirSync } from 'node:fs';
import { openLexicon } from '../../lexicon/index.ts';
import type { GrammarBlank } from '../grammar-blank.ts';
import { type SlipExample, slips } from './index.ts';

const lexicon = openLexicon();
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '' && word !== '?');

function blankOf([before, wrong, right, after]: SlipExample, category: GrammarBlank['category']): GrammarBlank {
  return {
    category,
    sentence: `${before} ___ ${after}`.trim(),
    right,
    wrong,
    before: words(before),
    after: words(after),
    frame: [[], []],
    order: false,
  };
}
const categoryOf = (name: string): GrammarBlank['category'] =>
  name.includes('if') && name.startsWith('halves') ? 'conditional' : 'wordChoice';

test('every slip is a file of its own and is listed', () => {
  const others = ['slip.ts', 'index.ts', 'verb-phrase.ts', 'slips.test.ts'];
  const files = readdirSync(import.meta.dirname).filter((file) => !others.includes(file));
  expect(slips).toHaveLength(files.length);
  expect(new Set(slips.map(({ name }) => name)).size).toBe(slips.length);
});

describe.each(slips.map((slip) => [slip.name, slip] as const))('%s', (name, slip) => {
  test.each(slip.examples.offers)('%s offers %s', (example, expected) => {
    const forms = slip.forms(blankOf(example, categoryOf(name)), lexicon);
    expect(forms).toEqual(expect.arrayContaining([...expected]));
    expect(forms).not.toContain(example[2]);
  });

  test.each(slip.examples.leaves.map((example) => [example] as const))('leaves %s', (example) => {
    expect(slip.forms(blankOf(example, categoryOf(name)), lexicon)).toEqual([]);
  });
});
