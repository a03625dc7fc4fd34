import { z } from 'zod';

/** What kind of mistake a correction mends. */
export const CorrectionCategory = z
  .enum([
    'tense',
    'agreement',
    'modifier',
    'preposition',
    'article',
    'conditional',
    'collocation',
    'parallelism',
    'punctuation',
    'wordChoice',
  ])
  .meta({ id: 'CorrectionCategory' });
export type CorrectionCategory = z.infer<typeof CorrectionCategory>;

/** A word or phrase that the lesson taught. `quote` stands word for word in the transcript. */
export const TaughtTerm = z
  .strictObject({
    term: z.string().min(1),
    part_of_speech: z.string().min(1),
    definition: z.string().min(1).nullable(),
    quote: z.string().min(1),
  })
  .meta({ id: 'TaughtTerm' });
export type TaughtTerm = z.infer<typeof TaughtTerm>;

/** A learner's mistake and what the teacher put in its place, both as short as they can be understood. */
export const Correction = z
  .strictObject({
    wrong: z.string().min(1),
    right: z.string().min(1),
    category: CorrectionCategory,
    /** True when the teacher named the mistake; false for a plain recast. */
    explicit: z.boolean(),
    quote: z.string().min(1),
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof Correction>;

/** A complete, correct sentence of the lesson, fit to practise with. */
export const GoodSentence = z
  .strictObject({ text: z.string().min(1), quote: z.string().min(1) })
  .meta({ id: 'GoodSentence' });
export type GoodSentence = z.infer<typeof GoodSentence>;

/** What a reader of the lesson found in it; the same type whichever engine read. */
export const Analysis = z
  .strictObject({
    vocabulary: z.array(TaughtTerm),
    corrections: z.array(Correction),
    sentences: z.array(GoodSentence),
  })
  .meta({ id: 'Analysis' });
export type Analysis = z.infer<typeof Analysis>;
