import { readFileSync } from 'node:fs';
import { z } from 'zod';

const yes = z.enum(['yes', 'no']).transform((said) => said === 'yes');
/** 2: good as it is; 1: passes; 0: refused. */
const mark = z.enum(['0', '1', '2']).transform(Number);
const count = z
  .string()
  .regex(/^\d+(?:\.\d+)?$/)
  .transform(Number);

const list = z.string().transform((said) => said.split(';').filter(Boolean));

/** A sentence that a teacher marked. */
const SentenceMark = z.object({
  lesson: z.string(),
  mark,
  reason: z.string(),
  bare: yes,
  place: list,
  text: z.string().min(1),
});
export type SentenceMark = z.infer<typeof SentenceMark>;

/** A term with its meaning that a teacher marked. */
const MeaningMark = z.object({
  lesson: z.string(),
  mark,
  reason: z.string(),
  source: z.enum(['teacher', 'dictionary']),
  bare: yes,
  explicit: yes,
  weight: count,
  ways: list,
  times: count,
  part: z.enum(['noun', 'verb', 'adjective', 'adverb']),
  term: z.string().min(1),
  meaning: z.string().min(1),
});
export type MeaningMark = z.infer<typeof MeaningMark>;

/** A question that a teacher marked, with what could be seen of it. */
const QuestionMark = z.object({
  lesson: z.string(),
  mark,
  reason: z.string(),
  traits: list,
  question: z.string().min(1),
  answer: z.string().min(1),
});
export type QuestionMark = z.infer<typeof QuestionMark>;

/** @throws Error that names the line and field of a bad row */
function rowsOf<Row>(name: string, schema: z.ZodType<Row>): Row[] {
  const text = readFileSync(new URL(`../../marks/${name}.tsv`, import.meta.url), 'utf8');
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const fields = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const row = schema.safeParse(Object.fromEntries(fields.map((field, at) => [field, cells[at] ?? ''])));
    if (row.success && cells.length === fields.length) return row.data;
    const [issue] = row.error?.issues ?? [];
    const reason = issue === undefined ? 'wrong number of columns' : `${issue.path.join('.')}: ${issue.message}`;
    throw new Error(`marks/${name}.tsv, line ${index + 2}, ${reason}`);
  });
}

/** All sentences that teachers marked. @throws Error that names the line and field of a bad row */
export const sentenceMarks = (): SentenceMark[] => rowsOf('sentences', SentenceMark);

/** All meanings that teachers marked. @throws Error that names the line and field of a bad row */
export const meaningMarks = (): MeaningMark[] => rowsOf('meanings', MeaningMark);

/** All questions that teachers marked. @throws Error that names the line and field of a bad row */
export const questionMarks = (): QuestionMark[] => rowsOf('questions', QuestionMark);
