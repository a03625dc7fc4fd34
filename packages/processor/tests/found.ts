import type { CorrectionReading, LessonReading, TermReading } from '../src/analysis/index.ts';

const termLine = ({ term, part_of_speech, definition, explicit, weight, quote }: TermReading): string =>
  `${term} (${part_of_speech}${explicit ? ', explained' : ''}, ${weight.toFixed(3)})${definition === null ? '' : `: ${definition}`}\n    « ${quote}`;

const correctionLine = (correction: CorrectionReading): string => {
  const { wrong, right, category, explicit, confidence, wrong_quote, right_quote } = correction;
  return [
    `${wrong} → ${right} (${category}${explicit ? ', explained' : ''}, ${confidence.toFixed(3)})`,
    `    « ${wrong_quote}`,
    `    » ${right_quote}`,
  ].join('\n');
};

/** All that was found in a lesson, as a text that a person reads in review: its lines change only where the reading does. */
export function foundText({ teacher, students, asides, terms, corrections, analysis }: LessonReading): string {
  const counts = Map.groupBy(asides, ({ reason }) => reason);
  const chapters: [title: string, lines: string[]][] = [
    ['teacher', [teacher ?? 'unknown']],
    ['students', [...students]],
    ['set aside', [...counts].map(([reason, { length }]) => `${reason}: ${length}`).sort()],
    ['words taught', terms.map(termLine)],
    ['corrections', corrections.map(correctionLine)],
    ['good sentences', analysis.sentences.map(({ text }) => text)],
  ];
  return chapters.map(([title, lines]) => `# ${title}: ${lines.length}\n${lines.join('\n')}\n`).join('\n');
}
