import { CorrectionCategory } from '@tulkka/shared/exercises';
import { z } from 'zod';

const alternatives = z.string().transform((list) => list.split(' | ').filter((each) => each !== ''));

/** One line of the tables: what learners say, and what English says instead. */
export const PhraseEntry = z.object({
  wrong: z.string().regex(/^\S+(?: \S+){0,6}$/),
  right: alternatives.pipe(z.array(z.string().min(1)).min(1).max(4)),
  category: CorrectionCategory,
  /** Whether the phrase is wrong wherever it stands, or only mostly. */
  sure: z.enum(['always', 'mostly']),
  /** The reason in words for a learner. */
  why: z.string().min(1),
  /** Other wrong forms in the same place. */
  also: alternatives,
  /** First languages whose speakers say it. */
  languages: z.string().regex(/^(?:any|[a-z]{2,3}(?:,[a-z]{2,3})*)$/),
});
export type PhraseEntry = z.output<typeof PhraseEntry>;
