import {
  applyQualityRules,
  commonWords,
  type ExerciseLists,
  exerciseKinds,
  fold,
  foldedWords,
  holdsWords,
  type LessonExercises,
  viewsOf,
} from '@tulkka/shared/exercises';
import { z } from 'zod';

const text = z.string();

/** What people found in a lesson when they labelled it by hand. */
export const GoldLabels = z.object({
  lesson: text,
  teacher: text.nullish(),
  students: z.array(text).default([]),
  vocabulary: z.array(z.object({ term: text, explicit: z.boolean() })).default([]),
  corrections: z.array(z.object({ wrong: text, right: text, category: text })).default([]),
  goodSentences: z.array(text).default([]),
  doNotUse: z.array(text).default([]),
  privateDetails: z.array(text).default([]),
});
export type GoldLabels = z.infer<typeof GoldLabels>;

/** How many of how many. */
export interface Share {
  hit: number;
  of: number;
}

/** How one lesson's set compares with its labels. */
export interface LessonScore {
  lesson: string;
  counts: Record<string, number>;
  explicitVocabulary: Share;
  vocabulary: Share;
  junk: Share;
  corrections: Share;
  precision: Share;
  category: Share;
  sentences: Share;
  invalid: Share;
  unquoted: Share;
  leaks: string[];
  missedTerms: string[];
  missedCorrections: string[];
  inventedCorrections: string[];
  faults: string[];
}

const stem = (word: string): string =>
  word
    .replace(/'s$/, '')
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1')
    .replace(/(?:ing|ed)$/, '');
const stems = (phrase: string): string => foldedWords(phrase).map(stem).join(' ');

/** How many of the words of two texts are the same, from 0 to 1. */
function likeness(one: string, other: string): number {
  const a = new Set(foldedWords(one));
  const b = new Set(foldedWords(other));
  const both = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : both / (a.size + b.size - both);
}

/** Whether a found term is a labelled one. */
export function sameTerm(found: string, labelled: string): boolean {
  if (stems(found) === stems(labelled)) return true;
  return holdsWords(found, labelled) && foldedWords(found).length <= foldedWords(labelled).length + 1;
}

const overlap = (one: string, other: string): boolean =>
  holdsWords(one, other) || holdsWords(other, one) || likeness(one, other) >= 0.5;

interface Change {
  wrong: string;
  right: string;
}

/** Whether a found correction is a labelled one. */
export const sameCorrection = (found: Change, labelled: Change): boolean =>
  overlap(found.right, labelled.right) && overlap(found.wrong, labelled.wrong);

const listsOf = (set: LessonExercises): ExerciseLists => set;

/** Compares a set with the labels of its lesson. `spoken` is all that was said. */
export function scoreLesson(set: LessonExercises, gold: GoldLabels, spoken: string): LessonScore {
  const terms = set.analysis.vocabulary.map((each) => each.term);
  const found = (term: string): boolean => terms.some((each) => sameTerm(each, term));
  const explicit = gold.vocabulary.filter((each) => each.explicit);
  const names = new Set([gold.teacher ?? '', ...gold.students].flatMap(foldedWords));
  const banned = new Set(gold.doNotUse.map(fold));
  const isJunk = (term: string): boolean =>
    commonWords.has(fold(term)) || names.has(fold(term)) || banned.has(fold(term));

  const corrections = set.analysis.corrections;
  const matches = gold.corrections.map((label) => ({
    label,
    found: corrections.find((each) => sameCorrection(each, label)),
  }));
  const met = matches.filter((match) => match.found !== undefined);
  const invented = corrections.filter((each) => !gold.corrections.some((label) => sameCorrection(each, label)));

  // the labels are no evidence for the rules: here they are held against the items by themselves
  const faults = applyQualityRules(listsOf(set), { transcriptText: null, corrections: [] }).dropped;
  const views = exerciseKinds.flatMap((kind) => viewsOf(set, kind));
  const shown = views.flatMap((view) => view.shown);
  const leaks = [...gold.doNotUse, ...gold.privateDetails].filter((secret) =>
    shown.some((each) => holdsWords(each, secret)),
  );
  const unquoted = views.filter((view) => !holdsWords(spoken, view.quote)).length;
  const sentences = gold.goodSentences.filter((label) =>
    set.analysis.sentences.some((each) => likeness(each.text, label) > 0.85),
  ).length;
  return {
    lesson: gold.lesson,
    counts: Object.fromEntries(exerciseKinds.map((kind) => [kind, set[kind].length])),
    explicitVocabulary: { hit: explicit.filter((each) => found(each.term)).length, of: explicit.length },
    vocabulary: { hit: gold.vocabulary.filter((each) => found(each.term)).length, of: gold.vocabulary.length },
    junk: { hit: terms.filter(isJunk).length, of: terms.length },
    corrections: { hit: met.length, of: gold.corrections.length },
    precision: { hit: corrections.length - invented.length, of: corrections.length },
    category: { hit: met.filter((match) => match.found?.category === match.label.category).length, of: met.length },
    sentences: { hit: sentences, of: gold.goodSentences.length },
    invalid: { hit: faults.length, of: views.length },
    unquoted: { hit: unquoted, of: views.length },
    leaks,
    missedTerms: explicit.filter((each) => !found(each.term)).map((each) => each.term),
    missedCorrections: matches
      .filter((match) => match.found === undefined)
      .map(({ label }) => `${label.wrong} → ${label.right}`),
    inventedCorrections: invented.map((each) => `${each.wrong} → ${each.right}`),
    faults: faults.map((fault) => `${fault.kind}: ${fault.what} (${fault.reason})`),
  };
}

const shareNames = [
  'explicitVocabulary',
  'vocabulary',
  'junk',
  'corrections',
  'precision',
  'category',
  'sentences',
  'invalid',
  'unquoted',
] as const;

/** All lessons together, as shares of everything. */
export function totalScore(
  scores: readonly LessonScore[],
): Record<(typeof shareNames)[number], number | null> & { items: number; leaks: number } {
  const share = (name: (typeof shareNames)[number]): number | null => {
    const hit = scores.reduce((sum, score) => sum + score[name].hit, 0);
    const of = scores.reduce((sum, score) => sum + score[name].of, 0);
    return of === 0 ? null : Math.round((hit / of) * 1000) / 1000;
  };
  return {
    explicitVocabulary: share('explicitVocabulary'),
    vocabulary: share('vocabulary'),
    junk: share('junk'),
    corrections: share('corrections'),
    precision: share('precision'),
    category: share('category'),
    sentences: share('sentences'),
    invalid: share('invalid'),
    unquoted: share('unquoted'),
    items: scores.reduce((sum, score) => sum + score.invalid.of, 0),
    leaks: scores.reduce((sum, score) => sum + score.leaks.length, 0),
  };
}
