import { readdirSync, readFileSync } from 'node:fs';
import type { Correction } from '@tulkka/shared/exercises';
import { z } from 'zod';
import { moves } from '../src/analysis/conversation/moves/index.ts';
import { editsBetween } from '../src/analysis/corrections/compare/edits-between.ts';
import { findCorrections } from '../src/analysis/corrections/find-corrections.ts';
import { kinds } from '../src/analysis/corrections/kinds/index.ts';
import { readMarkers } from '../src/analysis/corrections/markers.ts';
import { feedbackAtTheEnd } from '../src/analysis/corrections/ways/feedback-at-the-end.ts';
import { gates } from '../src/analysis/gates/index.ts';
import { findLearnerErrors, learnerErrorRules } from '../src/analysis/learner-errors/find-learner-errors.ts';
import { findSigns } from '../src/analysis/teaching/find-signs.ts';
import type { Said } from '../src/analysis/teaching/way.ts';
import { lessonWays, sentenceWays } from '../src/analysis/teaching/ways/index.ts';
import { unitsOf } from '../src/language/align.ts';
import { tokenise } from '../src/language/tokens.ts';
import { openLexicon } from '../src/lexicon/index.ts';
import { turnsOf, withoutMarks } from './said.ts';

const lexicon = openLexicon();
const analysis = new URL('../src/analysis/', import.meta.url);

/** A rule with its own examples, as this test runs them, whatever its family. */
interface Rule {
  name: string;
  finds: readonly (readonly [said: Said, expected: string])[];
  leaves: readonly Said[];
  /** What the rule finds in what was said. */
  look: (said: Said) => string[];
  needsMarks?: string | undefined;
  /** How a line without marks reaches the rule. */
  present?: (line: string) => string;
}

const waysOfTeaching: Rule[] = [...sentenceWays, ...lessonWays].map((way) => ({
  name: way.name,
  finds: way.finds.map(([said, { term, definition }]) => [said, `${term} = ${definition ?? ''}`.toLowerCase()]),
  leaves: way.leaves,
  look: (said) => {
    const turns = turnsOf(said);
    return findSigns(turns, findCorrections(turns, lexicon), lexicon)
      .filter((sign) => sign.way === way)
      .map(({ phrase, definition }) => `${phrase} = ${definition ?? ''}`.toLowerCase());
  },
  needsMarks: way.needsMarks,
}));

const kindsOfMistake: Rule[] = kinds.map((kind) => {
  const seen = (wrong: string, right: string, said = ''): string[] => {
    const [before, after] = [tokenise(wrong), tokenise(right)];
    const sentence = turnsOf(right)[0]?.sentences[0];
    if (sentence === undefined) return [];
    const part = { sentence, tokens: after, units: unitsOf(after), whole: true };
    const { edits } = editsBetween(unitsOf(before), before, part, lexicon, readMarkers(''), said);
    return edits.filter((edit) => edit.kind === kind.name).map(({ category }) => category);
  };
  return {
    name: kind.name,
    finds: kind.finds.map(([wrong, right, category, said]) => [[wrong, right, said ?? ''], category]),
    leaves: kind.leaves,
    look: ([wrong = '', right = '', said = '']) => seen(wrong, right, said),
  };
});

const waysOfCorrecting: Rule[] = [feedbackAtTheEnd].map(({ name, finds, leaves }) => ({
  name,
  finds,
  leaves,
  look: (said) =>
    findCorrections(turnsOf(said), lexicon)
      .filter(({ found }) => found.way === name)
      .map(({ wrong, right }) => `${wrong} → ${right}`.toLowerCase()),
}));

const correction = (wrong: string, right: string): Correction => ({
  wrong,
  right,
  category: 'article',
  explicit: true,
  quote: right,
});
const conversation = {
  spoken: turnsOf([
    'Student: First, I will paint the actual door. The ladder was divided on three parts. The ladder depends on the wall. Eventually we can paint it on Friday.',
    'You said the actual door. What did you mean?',
    'Student: The door of today.',
    "For now, we'd say the current door. Next, divided on three parts.",
    "We'd say it was divided into three parts.",
    'Then, the ladder depends on the wall. Lovely sentence.',
    'Not do a painting.',
    'And eventually we can paint it.',
  ]).flatMap(({ sentences }) => sentences),
  corrections: [correction('Penguin', 'A penguin'), correction('too much high', 'too high')],
};
const sentenceGates: Rule[] = gates.map((gate) => ({
  name: gate.name,
  finds: gate.examples.stops.map((text) => [text, gate.name]),
  leaves: gate.examples.passes,
  look: (said) => [said].flat().flatMap((text) => (gate.stops({ text, quote: text }, conversation) ? [gate.name] : [])),
  needsMarks: gate.needsMarks,
  // a sentence comes to its gates with a capital and an end mark, whatever the recorder wrote
  present: (line) => `${line.charAt(0).toUpperCase()}${line.slice(1)}.`,
}));

const Examples = z.record(
  z.string(),
  z.object({ finds: z.array(z.string()), leaves: z.array(z.string()), rareBecause: z.string().optional() }),
);
const slips = Examples.parse(JSON.parse(readFileSync(new URL('./cases/learner-errors.json', import.meta.url), 'utf8')));
const learnerErrors: Rule[] = Object.entries(slips).map(([name, { finds, leaves }]) => ({
  name,
  finds: finds.map((said) => [said, name]),
  leaves,
  look: (said) =>
    [said]
      .flat()
      .flatMap((text) => findLearnerErrors(text.toLowerCase().split(' ')).map(({ rule }) => rule))
      .filter((rule) => rule === name),
}));

const movesOfTalk: Rule[] = moves.map(({ name, finds, leaves, isIn, needsMarks }) => ({
  name,
  finds: finds.map((said) => [said, name]),
  leaves,
  look: (said) => ([said].flat().some(isIn) ? [name] : []),
  needsMarks,
}));

const families: Record<string, { folder: string | null; rules: Rule[] }> = {
  'moves of talk': { folder: 'conversation/moves', rules: movesOfTalk },
  'ways of teaching': { folder: 'teaching/ways', rules: waysOfTeaching },
  'ways of correcting': { folder: null, rules: waysOfCorrecting },
  'kinds of mistake': { folder: 'corrections/kinds', rules: kindsOfMistake },
  gates: { folder: 'gates', rules: sentenceGates },
  'learner errors': { folder: null, rules: learnerErrors },
};

test('every learner error has its examples', () => {
  expect(learnerErrorRules.map(({ rule }) => rule).sort()).toEqual(Object.keys(slips).sort());
});

const kebab = (name: string): string => name.replaceAll(' ', '-');

describe.each(Object.entries(families))('%s', (_, { folder, rules }) => {
  const names = rules.map(({ name }) => name);

  test('have names of their own, and are the files of their folder', () => {
    expect(new Set(names).size).toBe(names.length);
    if (folder === null) return;
    const files = readdirSync(new URL(folder, analysis)).filter((file) => !/^(?:index|gate|.+\.test)\.ts$/.test(file));
    expect(names.map((name) => `${kebab(name)}.ts`).sort()).toEqual(files.sort());
  });

  test.each(rules)('$name', ({ finds, leaves, look, needsMarks, present = (line) => line }) => {
    const bare = (said: Said): string[] => withoutMarks(said).map(present);
    expect(finds.length).toBeGreaterThanOrEqual(2);
    expect(leaves.length).toBeGreaterThanOrEqual(2);
    for (const [said, expected] of finds)
      expect([said, look(said)]).toEqual([said, expect.arrayContaining([expected])]);
    for (const said of leaves) expect([said, look(said)]).toEqual([said, []]);
    // what needs marks must say so, and what says so must need them
    const found = finds.filter(([said, expected]) => look(bare(said)).includes(expected)).length;
    expect(found === finds.length).toBe(needsMarks === undefined);
    if (needsMarks !== undefined) return;
    for (const said of leaves) expect([said, look(bare(said))]).toEqual([said, []]);
  });
});
