import { nothing } from '@tulkka/shared/grading';
import { openLexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { grammarDistractors } from './grammar-distractors.ts';

const lexicon = openLexicon();
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function othersFor(
  category: GrammarBlank['category'],
  [before, wrong, right, after]: readonly [string, string, string, string],
): string[] {
  return grammarDistractors(
    {
      category,
      sentence: `${before} ___ ${after}`,
      right: right === '' ? nothing : right,
      wrong: wrong === '' ? nothing : wrong,
      before: words(before),
      after: words(after),
      frame: [[], []],
      order: false,
    },
    lexicon,
  );
}

describe('other answers', () => {
  it('asks "a" or "an" only where one of them belongs', () => {
    expect(othersFor('article', ['The', 'the', '', 'people here'])).not.toContain('an');
    expect(othersFor('article', ['It has', '', 'a', 'lid'])).toEqual(expect.arrayContaining(['an', 'these']));
  });

  it('puts "a" before nothing that is the only one of its kind but as a mistake', () => {
    expect(othersFor('article', ['They drive on', '', 'the', 'left side'])).toContain('a');
    expect(othersFor('article', ['We saw', '', 'the', 'lamp'])).not.toContain('a');
  });

  it.each([
    ['three', 'spoon', 'spoons', 'of spoons'],
    ['', 'Lamp', 'Lamps', 'a lamps'],
  ])('takes what learners put before a noun: %s %s → %s', (before, wrong, right, other) => {
    expect(othersFor('agreement', [before, wrong, right, 'were there'])).toContain(other);
  });

  it('has no form that nobody says for what has been', () => {
    const others = othersFor('tense', ['The door', 'is', 'has been', 'open since Monday']);
    expect(others).toEqual(expect.arrayContaining(['has be', 'have been']));
    expect(others).not.toContain('has was');
  });

  it('makes no adverb of words that only end like one', () => {
    expect(othersFor('modifier', ['We', 'have only', 'only have', 'one lamp'])).not.toContain('on');
  });

  it('asks an infinitive with forms of the verb', () => {
    expect(othersFor('tense', ['She hopes', 'be', 'to be', 'a pilot'])).toEqual(
      expect.arrayContaining(['for be', 'for to be']),
    );
  });
});
