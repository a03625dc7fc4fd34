import { readFileSync } from 'node:fs';
import { CorrectionCategory } from '@tulkka/shared/exercises';
import { z } from 'zod';
import { straight } from '../language/apostrophes.ts';
import type { GrammarBlank } from './grammar-blank.ts';

const piece = z.string().transform((pattern) => (pattern === '' ? '.*' : pattern));
const Card = z.object({
  name: z.string().min(1),
  /** Where such errors are counted. */
  category: CorrectionCategory,
  wrong: piece,
  right: piece,
  before: z.string().transform((pattern) => (pattern === '' ? null : new RegExp(`(?:${pattern})$`, 'i'))),
  after: z.string().transform((pattern) => (pattern === '' ? null : new RegExp(`^(?:${pattern})`, 'i'))),
  options: z.string().transform((list) => list.split(';').filter((option) => option !== '')),
  never: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  rule: z.string().min(1).max(110),
  example_wrong: z.string().min(1),
  example_right: z.string().min(1),
  example: z.string().min(1),
});

/** One kind of error: what changes where, the rule in plain words, and forms that learners say instead. */
export interface RuleCard extends z.output<typeof Card> {
  /** Wrong and right side as one pattern, so that the right one may point back (`\\1`) into the wrong one. */
  change: RegExp;
}

const file = new URL('../../rule-cards/rule-cards.tsv', import.meta.url);
let read: readonly RuleCard[] | undefined;

/** All rule cards, the first that fits counts. @throws Error that names the line and field of a bad card */
export function ruleCards(): readonly RuleCard[] {
  read ??= readCards();
  return read;
}

function readCards(): RuleCard[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const fields = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const card = Card.safeParse(Object.fromEntries(fields.map((field, at) => [field, cells[at] ?? ''])));
    if (card.success)
      return { ...card.data, change: new RegExp(`^(?:${card.data.wrong}) → (?:${card.data.right})$`, 'i') };
    const [issue] = card.error.issues;
    throw new Error(`rule-cards/rule-cards.tsv, line ${index + 2}, ${issue?.path.join('.')}: ${issue?.message}`);
  });
}

/** The card for what changed in a blank, by the pieces and by what stands around them; null where none fits. */
export function cardFor(blank: GrammarBlank): RuleCard | null {
  if (blank.order) return null;
  const before = straight(blank.before.join(' '));
  const after = straight(blank.after.join(' '));
  const fits = (pattern: RegExp | null, text: string): boolean => pattern === null || pattern.test(straight(text));
  return (
    ruleCards().find(
      (card) =>
        fits(card.change, `${blank.wrong} → ${blank.right}`) &&
        fits(card.before, before) &&
        fits(card.after, after) &&
        blank.wrong.toLowerCase() !== blank.right.toLowerCase(),
    ) ?? null
  );
}
