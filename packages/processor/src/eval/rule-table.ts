import { fold, holdsWords } from '@tulkka/shared/exercises';
import { waysOfCorrecting } from '../analysis/corrections/judge.ts';
import { kinds } from '../analysis/corrections/kinds/index.ts';
import { gates } from '../analysis/gates/index.ts';
import type { LessonReading } from '../analysis/index.ts';
import { findLearnerErrors, learnerErrorRules } from '../analysis/learner-errors/find-learner-errors.ts';
import { lessonWays, sentenceWays } from '../analysis/teaching/ways/index.ts';
import { signNames } from '../analysis/weighing/confidence.ts';
import { unitsOf } from '../language/align.ts';
import { type GoldLabels, sameCorrection, sameTerm } from './score-lesson.ts';

/** One time that a rule had a part in something, and whether the labels of the lesson agree. */
interface Firing {
  family: string;
  rule: string;
  isRight: boolean;
}

/** Every rule by its family, also those that never fire. What "right" means for each stands in the title. */
const families: Record<string, readonly string[]> = {
  'ways of teaching (the term is labelled)': [...sentenceWays, ...lessonWays].map(({ name }) => name),
  'ways of correcting (the correction is labelled)': waysOfCorrecting,
  'kinds of mistake (the label has the same category)': kinds.map(({ name }) => name),
  'signs of a correction (the correction is labelled)': signNames,
  'learner errors (a label of the sentence holds it)': learnerErrorRules.map(({ rule }) => rule),
  'gates (no labelled good sentence is stopped)': gates.map(({ name }) => name),
};
const [teaching = '', correcting = '', mistakes = '', signs = '', errors = '', stops = ''] = Object.keys(families);

/** What every rule did in one lesson. */
export function firingsOf(reading: LessonReading, gold: GoldLabels): Firing[] {
  const spoken = reading.turns.flatMap(({ sentences }) => sentences);
  const good = new Set(gold.goodSentences.map(fold));
  const conversation = { spoken, corrections: reading.corrections };
  return [
    ...reading.terms.flatMap(({ term, ways }) => {
      const isRight = gold.vocabulary.some((label) => sameTerm(term, label.term));
      return ways.map((rule) => ({ family: teaching, rule, isRight }));
    }),
    ...reading.corrections.flatMap((found) => {
      const label = gold.corrections.find((each) => sameCorrection(found, each));
      const isRight = label !== undefined;
      return [
        { family: correcting, rule: found.found.way, isRight },
        ...(isRight ? [{ family: mistakes, rule: found.found.kind, isRight: label.category === found.category }] : []),
        ...found.found.signs.map((rule) => ({ family: signs, rule, isRight })),
      ];
    }),
    ...spoken.flatMap((sentence) =>
      findLearnerErrors(unitsOf(sentence.words).map(({ norm }) => norm)).map(({ rule }) => ({
        family: errors,
        rule,
        isRight: gold.corrections.some(({ wrong }) => holdsWords(sentence.raw, wrong)),
      })),
    ),
    ...spoken.flatMap(({ text, raw }) =>
      gates
        .filter((gate) => gate.stops({ text, quote: raw }, conversation))
        .map(({ name }) => ({ family: stops, rule: name, isRight: !good.has(fold(text)) })),
    ),
  ];
}

/** The table of all rules: in how many lessons each fired, how often, how often rightly and wrongly. */
export function ruleTable(lessons: readonly (readonly Firing[])[]): string {
  return Object.entries(families)
    .map(([family, rules]) => {
      const widest = Math.max(...rules.map(({ length }) => length));
      const rows = rules.map((rule) => {
        const fired = lessons.map((firings) => firings.filter((each) => each.family === family && each.rule === rule));
        const all = fired.flat();
        const right = all.filter(({ isRight }) => isRight).length;
        const counts = [fired.filter(({ length }) => length > 0).length, all.length, right, all.length - right];
        return {
          fired: all.length,
          row: `${rule.padEnd(widest)}${counts.map((count) => String(count).padStart(8)).join('')}`,
        };
      });
      const titles = ['lessons', 'fired', 'right', 'wrong'].map((title) => title.padStart(8)).join('');
      return [
        `${family}\n${''.padEnd(widest)}${titles}`,
        ...rows.sort((a, b) => b.fired - a.fired).map(({ row }) => row),
      ].join('\n');
    })
    .join('\n\n');
}
