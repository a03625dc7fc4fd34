import { type DroppedItem, type ExerciseKind, exerciseKinds } from '../lesson-exercises.ts';
import { fold } from './fold.ts';
import { askedOf, type ExerciseLists, type ItemView, viewsOf } from './item-view.ts';
import { lessonRules } from './lesson-rules.ts';
import { type Evidence, type FoldedEvidence, foldEvidence, type QualityRule } from './rule.ts';
import { shapeRules } from './shape-rules.ts';

/** Every rule that an item passes before a learner sees it, whoever made it. */
export const qualityRules: readonly QualityRule[] = [...shapeRules, ...lessonRules];

const duplicate = { name: 'no-duplicates', reason: 'The set has the same item already.' };

/** The names of all rules, for the report of a set. */
export const qualityRuleNames: readonly string[] = [...qualityRules, duplicate].map((rule) => rule.name);

/** The first rule that an item breaks, if any. */
export function brokenRule(item: ItemView, evidence: Evidence): QualityRule | undefined {
  return firstBroken(item, foldEvidence(evidence));
}

function firstBroken(item: ItemView, evidence: FoldedEvidence): QualityRule | undefined {
  return qualityRules.find((rule) => rule.broken(item, evidence));
}

/** Keeps the items that fulfil every rule; the others are listed with the reason. */
export function applyQualityRules(
  set: ExerciseLists,
  evidence: Evidence,
): { set: ExerciseLists; dropped: DroppedItem[] } {
  const dropped: DroppedItem[] = [];
  const folded = foldEvidence(evidence);

  function keptPositions(kind: ExerciseKind): ReadonlySet<number> {
    const kept = new Set<number>();
    const seen = new Set<string>();
    viewsOf(set, kind).forEach((item, position) => {
      const key = fold(askedOf(item));
      const reason = firstBroken(item, folded)?.reason ?? (seen.has(key) ? duplicate.reason : undefined);
      if (reason !== undefined) dropped.push({ kind, what: item.name, reason });
      else {
        seen.add(key);
        kept.add(position);
      }
    });
    return kept;
  }

  const kept = new Map(exerciseKinds.map((kind) => [kind, keptPositions(kind)]));
  const only = <T>(kind: ExerciseKind, items: readonly T[]): T[] =>
    items.filter((_, position) => kept.get(kind)?.has(position));
  return {
    set: {
      flashcards: only('flashcards', set.flashcards),
      spelling: only('spelling', set.spelling),
      fill_in_blank: only('fill_in_blank', set.fill_in_blank),
      grammar: only('grammar', set.grammar),
      sentence_builder: only('sentence_builder', set.sentence_builder),
    },
    dropped,
  };
}
