import { openLexicon } from '../lexicon/index.ts';
import { bentPieces } from './bent-pieces.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { isIllFormed } from './verb-slot.ts';

const lexicon = openLexicon();
const blank = (before: string, right: string, after: string): GrammarBlank => ({
  category: 'tense',
  sentence: `${before} ___ ${after}`,
  right,
  wrong: '',
  before: before.split(' '),
  after: after.split(' '),
  frame: [[], []],
  order: false,
});

test('bends one verb so that it cannot stand where it is', () => {
  expect(bentPieces(blank('When', 'did you start', 'there'), lexicon)).toContain('did you started');
  expect(bentPieces(blank('The lake', "wouldn't have frozen", 'so early'), lexicon)).toContain("wouldn't have froze");
  expect(bentPieces(blank('I', "don't agree", 'with you'), lexicon)).toContain("don't agreed");
});

test('bends nothing into what could be right too', () => {
  for (const piece of ['painted', 'a door', 'was painting']) {
    const { before, after, ...rest } = blank('Yesterday we', piece, 'at home');
    for (const bent of bentPieces({ before, after, ...rest }, lexicon))
      expect(isIllFormed([...before, ...bent.split(' '), ...after], lexicon)).toBe(true);
  }
  expect(bentPieces(blank('Yesterday we', 'painted', 'the door'), lexicon)).toEqual([]);
});
