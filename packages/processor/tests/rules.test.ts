import { readdirSync } from 'node:fs';
import { findCorrections } from '../src/analysis/corrections/find-corrections.ts';
import { findSigns } from '../src/analysis/teaching/find-signs.ts';
import type { Said } from '../src/analysis/teaching/way.ts';
import { lessonWays, sentenceWays } from '../src/analysis/teaching/ways/index.ts';
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

const families: Record<string, { folder: string; rules: Rule[] }> = {
  'ways of teaching': { folder: 'teaching/ways', rules: waysOfTeaching },
};

const kebab = (name: string): string => name.replaceAll(' ', '-');

describe.each(Object.entries(families))('%s', (_, { folder, rules }) => {
  test('are the files of their folder, and have names of their own', () => {
    const files = readdirSync(new URL(folder, analysis)).filter((file) => !/^index\.ts$|\.test\.ts$/.test(file));
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.map((name) => `${kebab(name)}.ts`).sort()).toEqual(files.sort());
  });

  test.each(rules)('$name', ({ finds, leaves, look, needsMarks }) => {
    expect(finds.length).toBeGreaterThanOrEqual(2);
    expect(leaves.length).toBeGreaterThanOrEqual(2);
    for (const [said, expected] of finds)
      expect([said, look(said)]).toEqual([said, expect.arrayContaining([expected])]);
    for (const said of leaves) expect([said, look(said)]).toEqual([said, []]);
    // what needs marks must say so, and what says so must need them
    const found = finds.filter(([said, expected]) => look(withoutMarks(said)).includes(expected)).length;
    expect(found === finds.length).toBe(needsMarks === undefined);
    for (const said of leaves) expect([said, look(withoutMarks(said))]).toEqual([said, []]);
  });
});
