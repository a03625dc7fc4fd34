import { openLexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { orderRule } from './order-rule.ts';

const lexicon = openLexicon();
const blank = (right: string, wrong: string, sentence = 'We ___.', before: string[] = []): GrammarBlank => ({
  category: 'modifier',
  sentence,
  right,
  wrong,
  before,
  after: [],
  frame: [[], []],
  order: true,
});

test.each([
  ['five more weeks', 'more five weeks', 'They gave us ___.', ['gave', 'us'], 'The number comes first'],
  ['the gate is', 'is the gate', 'Could you tell me where ___?', ['tell', 'me', 'where'], 'order of a statement'],
  ['should I do', 'I should do', 'What ___?', ['What'], 'before the person'],
  ['both my sisters', 'my both sisters', 'I went with ___.', ['with'], '“both” comes before'],
  ['only have', 'have only', 'I ___ a dog.', ['I'], '“only” comes before the main verb'],
  ['sweets so much', 'so much sweets', 'I like ___.', ['like'], 'comes later'],
  ['small garden', 'garden small', 'I have a ___.', ['a'], 'before its noun'],
  ['ten years ago', 'ago ten years', 'We met ___.', ['met'], 'after the time'],
])('says why it is “%s” and not “%s”', (right, wrong, sentence, before, expected) => {
  expect(orderRule(blank(right, wrong, sentence, before), lexicon)).toContain(expected);
});
