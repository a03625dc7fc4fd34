import { readdirSync } from 'node:fs';
import { nothing } from '@tulkka/shared/grading';
import { openLexicon } from '../../lexicon/index.ts';
import type { GrammarBlank } from '../grammar-blank.ts';
import type { SlipExample } from '../slips/index.ts';
import { explanations, reasonOf } from './index.ts';
import { weSay } from './we-say.ts';

const lexicon = openLexicon();
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '' && word !== '?');

function blankOf([before, wrong, right, after]: SlipExample): GrammarBlank {
  return {
    category: 'wordChoice',
    sentence: `${before} ___ ${after}`.trim(),
    right: right === '' ? nothing : right,
    wrong: wrong === '' ? nothing : wrong,
    before: words(before),
    after: words(after),
    frame: [[], []],
    order: false,
  };
}

test('every reason is a file of its own and is listed', () => {
  const others = ['explanation.ts', 'index.ts', 'we-say.ts', 'explaining.test.ts'];
  const files = readdirSync(import.meta.dirname).filter((file) => !others.includes(file));
  expect(explanations).toHaveLength(files.length);
  expect(new Set(explanations.map(({ name }) => name)).size).toBe(explanations.length);
});

describe.each(explanations.map((one) => [one.name, one] as const))('%s', (_, explanation) => {
  test.each(explanation.examples.explains)('explains %s with "%s"', (example, part) => {
    expect(explanation.rule(blankOf(example), lexicon)).toContain(part);
  });

  test.each(explanation.examples.leaves.map((example) => [example] as const))('leaves %s', (example) => {
    expect(explanation.rule(blankOf(example), lexicon)).toBeNull();
  });
});

test.each([
  [
    ['The police made', 'an investigation for', 'an enquiry into', 'the big case'],
    'We say “an enquiry into the big case”, not “an investigation for the big case”.',
  ],
  [['It stays', 'on', '', 'all day'], 'We say “stays all day”, not “stays on all day”.'],
] as const)('says what is said where no rule is known: %s', (example, text) => {
  expect(reasonOf(blankOf(example), lexicon)).toBeNull();
  expect(weSay(blankOf(example), lexicon)).toBe(text);
});
