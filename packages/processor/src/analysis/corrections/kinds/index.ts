import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { sameBase } from '../../../language/inflection.ts';
import { auxiliaries, isContent } from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import type { Change } from '../compare/change.ts';
import type { Kind } from '../kind.ts';
import { articleOrOwner } from './article-or-owner.ts';
import { auxiliary } from './auxiliary.ts';
import { collocation } from './collocation.ts';
import { comparison } from './comparison.ts';
import { conditional } from './conditional.ts';
import { formOfBe } from './form-of-be.ts';
import { formOfHaveOrDo } from './form-of-have-or-do.ts';
import { formsAmongOthers } from './forms-among-others.ts';
import { frameOfTheVerb } from './frame-of-the-verb.ts';
import { haveForBe } from './have-for-be.ts';
import { hyphen } from './hyphen.ts';
import { indirectQuestion } from './indirect-question.ts';
import { infinitive } from './infinitive.ts';
import { irregularPlural } from './irregular-plural.ts';
import { lightVerb } from './light-verb.ts';
import { littleWord } from './little-word.ts';
import { mostOf } from './most-of.ts';
import { muchOrMany } from './much-or-many.ts';
import { namedByTheTeacher } from './named-by-the-teacher.ts';
import { noForNot } from './no-for-not.ts';
import { numberOfBe } from './number-of-be.ts';
import { otherWord } from './other-word.ts';
import { parallelList } from './parallel-list.ts';
import { particleOfTheVerb } from './particle-of-the-verb.ts';
import { particleTooMany } from './particle-too-many.ts';
import { preposition } from './preposition.ts';
import { thereIs } from './there-is.ts';
import { wordForm } from './word-form.ts';
import { wordMoreOrLess } from './word-more-or-less.ts';
import { wordOrder } from './word-order.ts';

/** The kinds of mistake; the first that fits names it, so that the special stand before the general. */
export const kinds: readonly Kind[] = [
  namedByTheTeacher,
  conditional,
  parallelList,
  wordOrder,
  indirectQuestion,
  hyphen,
  lightVerb,
  infinitive,
  mostOf,
  thereIs,
  haveForBe,
  numberOfBe,
  noForNot,
  muchOrMany,
  comparison,
  irregularPlural,
  wordForm,
  articleOrOwner,
  formOfBe,
  formOfHaveOrDo,
  auxiliary,
  particleTooMany,
  particleOfTheVerb,
  preposition,
  littleWord,
  wordMoreOrLess,
  frameOfTheVerb,
  formsAmongOthers,
  collocation,
  otherWord,
];

/** The kind of a mistake, by what was changed; the teacher's own words about it come first where they are clear. */
export function kindOf(
  change: Change,
  teacherSaid: string,
  lexicon: Lexicon,
): { kind: Kind; category: CorrectionCategory } {
  const carriesMeaning = (word: string): boolean => isContent(word) && !auxiliaries.has(word);
  const [out, into] = [change.removed.filter(carriesMeaning), change.added.filter(carriesMeaning)];
  const [first, other] = [out[0], into[0]];
  const [only, forOnly] = [change.removed[0] ?? '', change.added[0] ?? ''];
  // "they likes", "they like": one of the two looks like a little word
  const isForm =
    change.removed.length === 1 &&
    change.added.length === 1 &&
    sameBase(only, forOnly) &&
    out.length + into.length === 1;
  const pair =
    out.length === 1 && into.length === 1 && first !== undefined && other !== undefined
      ? ([first, other] as const)
      : isForm
        ? ([only, forOnly] as const)
        : null;
  const isOfLittleWords = out.length === 0 && into.length === 0;
  for (const kind of kinds) {
    const category = kind.categoryOf({ change, teacherSaid, lexicon, out, into, pair, isOfLittleWords });
    if (category !== null) return { kind, category };
  }
  return { kind: otherWord, category: 'wordChoice' };
}
