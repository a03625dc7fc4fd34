import { seededRandom } from '@tulkka/shared/random';
import { openLexicon } from '../lexicon/index.ts';
import { cutBlank } from './cut-blank.ts';
import { composeGrammar } from './grammar.ts';
import type { CorrectionMaterial, Material } from './material.ts';
import { cardFor, type RuleCard, ruleCards } from './rule-cards.ts';

const lexicon = openLexicon();
const materialOf = (card: RuleCard): Material => {
  const correction: CorrectionMaterial = {
    wrong: card.example_wrong,
    right: card.example_right,
    category: card.category,
    explicit: true,
    quote: card.example,
    sentence: { text: card.example, quote: card.example },
    rule: null,
  };
  return {
    analysis: { vocabulary: [], corrections: [correction], sentences: [] },
    terms: [],
    corrections: [correction],
    sentences: [],
    learnersSentences: new Set(),
    transcriptText: card.example,
    people: [],
    setAside: [],
    privateSpans: [],
  };
};

describe('rule cards', () => {
  it('are at least a hundred and fifty, each named once', () => {
    const names = ruleCards().map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(ruleCards().map((card) => [card.name, card] as const))(
    '%s: its example is recognised and asked',
    (_, card) => {
      const material = materialOf(card);
      const [correction] = material.corrections;
      const blank = correction === undefined ? 'none' : cutBlank(correction, lexicon);
      if (typeof blank === 'string') throw new Error(blank);
      expect([cardFor(blank)?.name, blank.wrong, blank.right]).toEqual([card.name, blank.wrong, blank.right]);
      const { items, unused } = composeGrammar(material, lexicon, seededRandom('card'));
      expect(unused).toEqual([]);
      expect(items[0]?.explanation).toContain(card.rule);
      expect(items[0]?.options.length).toBeGreaterThanOrEqual(3);
    },
  );
});
