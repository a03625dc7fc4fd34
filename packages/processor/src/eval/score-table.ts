import { type LessonScore, type Share, totalScore } from './score-lesson.ts';

const shown = ({ hit, of }: Share): string => (of === 0 ? '–' : `${hit}/${of}`);

const columns: [title: string, cell: (score: LessonScore) => string][] = [
  ['lesson', (score) => score.lesson],
  ['items', (score) => String(score.invalid.of)],
  ['words taught', (score) => shown(score.explicitVocabulary)],
  ['corrections', (score) => shown(score.corrections)],
  ['of found', (score) => shown(score.precision)],
  ['category', (score) => shown(score.category)],
  ['sentences', (score) => shown(score.sentences)],
  ['invalid', (score) => String(score.invalid.hit)],
  ['leaks', (score) => String(score.leaks.length)],
  ['unquoted', (score) => String(score.unquoted.hit)],
];

function row(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 1000) / 10} %`);

/** The table that `eval` prints: a row a lesson, the shares of all, and whatever is wrong or was missed. */
export function scoreTable(scores: readonly LessonScore[]): string {
  const body = scores.map((score) => columns.map(([, cell]) => cell(score)));
  const titles = columns.map(([title]) => title);
  const widths = titles.map((title, i) => Math.max(title.length, ...body.map((cells) => cells[i]?.length ?? 0)));
  const total = totalScore(scores);
  const faults = scores.flatMap((score) => [
    ...score.faults.map((fault) => `  ${score.lesson} invalid: ${fault}`),
    ...score.leaks.map((leak) => `  ${score.lesson} leak: ${leak}`),
    ...score.missedTerms.map((term) => `  ${score.lesson} missed word: ${term}`),
    ...score.missedCorrections.map((missed) => `  ${score.lesson} missed correction: ${missed}`),
    ...score.inventedCorrections.map((invented) => `  ${score.lesson} not labelled: ${invented}`),
  ]);
  return [
    row(titles, widths),
    ...body.map((cells) => row(cells, widths)),
    '',
    `Words taught: ${percent(total.explicitVocabulary)} found (${percent(total.vocabulary)} of all words), ${percent(total.junk)} junk`,
    `Corrections:  ${percent(total.corrections)} found, ${percent(total.precision)} of the found are right, ${percent(total.category)} in the right category`,
    `Sentences:    ${percent(total.sentences)} of the good ones found`,
    `Items:        ${total.items}, ${percent(total.invalid)} invalid, ${total.leaks} leaks, ${percent(total.unquoted)} without their quote`,
    ...(faults.length === 0 ? [] : ['', ...faults]),
  ].join('\n');
}
