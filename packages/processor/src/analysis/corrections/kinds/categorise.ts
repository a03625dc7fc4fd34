import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { ending, sameBase } from '../../../language/inflection.ts';
import { irregularForm } from '../../../language/verb-forms.ts';
import {
  adverbs,
  articles,
  auxiliaries,
  beForms,
  doForms,
  haveForms,
  isContent,
  isNumber,
  lightVerbs,
  objectPronouns,
  particles,
  possessives,
  prepositions,
  subjectPronouns,
} from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import {
  type Change,
  inCondition,
  isConditional,
  isInfinitive,
  isList,
  isReordering,
  speaksOfPeople,
  swapsLightVerbs,
} from '../compare/change.ts';

const comparative = /^(?:more|most|less|least)$/;

const quantity = new Set(['much', 'many', 'few', 'little', 'less', 'fewer']);

function isVerbPair(a: string, b: string, change: Change, lexicon: Lexicon): boolean {
  if (irregularForm(a) !== undefined || irregularForm(b) !== undefined) return true;
  const before = change.before.at(-1) ?? '';
  if (
    subjectPronouns.has(before) ||
    auxiliaries.has(before) ||
    before === 'to' ||
    before === 'not' ||
    ['always', 'never', 'often', 'usually', 'everybody', 'everyone', 'nobody', 'who', 'ever'].includes(before)
  )
    return true;
  const endings = [ending(a), ending(b)];
  if (endings.includes('ing')) return true;
  if (
    articles.has(before) ||
    possessives.has(before) ||
    isNumber(before) ||
    ['some', 'any', 'many', 'of', 'two', 'these', 'those', 'other'].includes(before)
  )
    return false;
  const base = endings[0] === 'base' ? a : b;
  const [first, second] = lexicon.partsOfSpeech(lexicon.lemma(base));
  return first === 'verb' || (second === 'verb' && endings.includes('ed'));
}

/** True for -ed/-ing adjective mix-ups: boring and bored after be, feel, get. */
function isFeeling(a: string, b: string, change: Change): boolean {
  const pair = [ending(a), ending(b)].sort().join();
  const before = change.before.slice(-3).join(' ');
  return (
    pair === 'ed,ing' &&
    /\b(?:am|is|are|was|were|be|feel|felt|get|got|very|so|too|really|and)\b/.test(before) &&
    !/\b(?:have|has|had)\b/.test(before)
  );
}

function inflected(a: string, b: string, change: Change, lexicon: Lexicon): CorrectionCategory {
  if (isFeeling(a, b, change)) return 'modifier';
  const endings = new Set([ending(a), ending(b)]);
  if (['very', 'so', 'too'].includes(change.before.at(-1) ?? '') && endings.has('ed')) return 'modifier';
  if (
    (endings.has('ly') && !endings.has('s')) ||
    endings.has('est') ||
    (endings.has('er') && !isVerbPair(a, b, change, lexicon))
  )
    return 'modifier';
  if (haveForms.has(a) && haveForms.has(b)) return [a, b].includes('had') ? 'tense' : 'agreement';
  if (doForms.has(a) && doForms.has(b)) return [a, b].includes('did') ? 'tense' : 'agreement';
  if (endings.has('s') && endings.has('base')) return 'agreement';
  if (
    [
      'person',
      'people',
      'child',
      'children',
      'man',
      'men',
      'woman',
      'women',
      'tooth',
      'teeth',
      'foot',
      'feet',
    ].includes(a)
  )
    return 'agreement';
  const s = a.endsWith('s') || b.endsWith('s');
  if (
    s &&
    irregularForm(a) === undefined &&
    irregularForm(b) === undefined &&
    !endings.has('ing') &&
    !endings.has('ed')
  )
    return 'agreement';
  return 'tense';
}

function beChange(a: string, b: string): CorrectionCategory {
  const past = new Set(['was', 'were']);
  const present = new Set(['am', 'is', 'are']);
  if ((past.has(a) && past.has(b)) || (present.has(a) && present.has(b))) return 'agreement';
  return 'tense';
}

/** "put off it" for "put it off". */
function jumpsOver({ removed, added, wrongClause, rightClause }: Change): boolean {
  const pronoun = [...removed, ...added].find((word) => objectPronouns.has(word)) ?? '';
  const particle = wrongClause[wrongClause.indexOf(pronoun) - 1] ?? '';
  return pronoun !== '' && particles.has(particle) && ` ${rightClause.join(' ')} `.includes(` ${pronoun} ${particle} `);
}

const clue: [RegExp, CorrectionCategory][] = [
  [/\b(?:conditional|after if|if plus|no will)\b/i, 'conditional'],
  [/\b(?:parallel|same form|balanced|in the list|the list is)\b/i, 'parallelism'],
  [/\b(?:comma|apostrophe|full stop|capital letter|punctuation|question mark)\b/i, 'punctuation'],
];

/** Names the kind of mistake by what was changed; the teacher's own words about it come first where they are clear. */
export function categorise(change: Change, teacherSaid: string, lexicon: Lexicon): CorrectionCategory {
  for (const [pattern, category] of clue)
    if (pattern.test(teacherSaid) && (category !== 'conditional' || inCondition(change))) return category;
  if (isConditional(change)) return 'conditional';
  if (isList(change)) return 'parallelism';
  if (isReordering(change)) return 'modifier';
  if (change.hyphen === true) return 'modifier';
  if (swapsLightVerbs(change, lexicon)) return speaksOfPeople(change, lexicon) ? 'wordChoice' : 'collocation';
  const { removed, added } = change;
  const words = [...removed, ...added];
  if (isInfinitive(change, lexicon)) return 'tense';
  if (jumpsOver(change)) return 'modifier';
  if (change.wrongClause.join(' ').includes('the most of') && removed.includes('of')) return 'article';
  if (removed.join() === 'it' && added.join() === 'there') return 'wordChoice';
  if (sameWords(removed, ['much', 'many']) && sameWords(added, ['much', 'many'])) return 'agreement';
  const contentOut = removed.filter((word) => isContent(word) && !auxiliaries.has(word));
  const contentIn = added.filter((word) => isContent(word) && !auxiliaries.has(word));
  const pair =
    contentOut.length === 1 && contentIn.length === 1
      ? ([contentOut[0] ?? '', contentIn[0] ?? ''] as const)
      : undefined;
  if (
    words.some((word) => comparative.test(word)) &&
    (contentOut.length > 0 || contentIn.length > 0 || /er$/.test(change.after[0] ?? ''))
  )
    return 'modifier';
  if (pair !== undefined && sameBase(pair[0], pair[1])) {
    const auxiliary = words.some((word) => auxiliaries.has(word));
    return auxiliary ? 'tense' : inflected(pair[0], pair[1], change, lexicon);
  }
  if (contentOut.length === 0 && contentIn.length === 0) return functionChange(change);
  if (contentOut.length === 0 || contentIn.length === 0) return contentGap(change, lexicon);
  return substitution(change, contentOut, contentIn, lexicon);
}

const sameWords = (words: readonly string[], of: readonly string[]) =>
  words.length === 1 && of.includes(words[0] ?? '');

function functionChange(change: Change): CorrectionCategory {
  const { removed, added } = change;
  const words = [...removed, ...added];
  const a = removed[0] ?? '';
  const b = added[0] ?? '';
  if (words.every((word) => articles.has(word) || possessives.has(word))) return 'article';
  const [be, other] = [removed.filter((word) => beForms.has(word)), added.filter((word) => beForms.has(word))];
  if (removed.length === 1 && added.length === 1 && beForms.has(a) && beForms.has(b)) return beChange(a, b);
  // "we was in" for "we were at": the verb went wrong first
  if (be.length === 1 && other.length === 1 && be[0] !== other[0]) return beChange(be[0] ?? '', other[0] ?? '');
  if (removed.length === 1 && added.length === 1 && haveForms.has(a) && haveForms.has(b))
    return [a, b].includes('had') ? 'tense' : 'agreement';
  if (removed.length === 1 && added.length === 1 && doForms.has(a) && doForms.has(b))
    return [a, b].includes('did') ? 'tense' : 'agreement';
  if (words.some((word) => quantity.has(word)))
    return words.every((word) => ['much', 'many', 'few', 'little', 'a', 'fewer', 'less'].includes(word)) &&
      removed.length > 0 &&
      added.length > 0
      ? 'agreement'
      : 'modifier';
  if (words.some((word) => auxiliaries.has(word))) return 'tense';
  if (words.some((word) => prepositions.has(word))) {
    const verb = change.before.at(-1) ?? '';
    // "cope up with": a particle too many makes another verb
    if (
      added.length === 0 &&
      removed.every((word) => particles.has(word) && word !== 'about' && word !== 'in' && word !== 'on') &&
      prepositions.has(change.after[0] ?? '') &&
      isContent(verb)
    )
      return 'collocation';
    return 'preposition';
  }
  if (words.some((word) => articles.has(word))) return 'article';
  if (words.some((word) => adverbs.has(word))) return 'modifier';
  return 'wordChoice';
}

function contentGap(change: Change, lexicon: Lexicon): CorrectionCategory {
  const words = [...change.removed, ...change.added];
  if (words.some((word) => ['much', 'many'].includes(word))) return 'modifier';
  if (
    words.some((word) => auxiliaries.has(word)) &&
    words.some((word) => lexicon.partsOfSpeech(lexicon.lemma(word))[0] === 'verb')
  )
    return 'tense';
  if (words.every((word) => adverbs.has(word) || word.endsWith('ly'))) return 'modifier';
  return 'wordChoice';
}

function substitution(
  change: Change,
  out: readonly string[],
  into: readonly string[],
  lexicon: Lexicon,
): CorrectionCategory {
  // "must bring" for "had to take": the frame of the verb went wrong, whatever the verb
  if (
    change.removed.some((word) => auxiliaries.has(word)) &&
    change.added.some((word) => auxiliaries.has(word) && !change.removed.includes(word))
  )
    return 'tense';
  const kinds = (word: string) => lexicon.partsOfSpeech(lexicon.lemma(word));
  const a = out[0] ?? '';
  const b = into[0] ?? '';
  const bases = [lexicon.lemma(a, 'verb'), lexicon.lemma(b, 'verb')];
  // "didn't lost any customer": every word is there, in another form
  if (out.every((word) => into.some((other) => sameBase(word, other))))
    return inflected(a, into.find((other) => sameBase(a, other)) ?? b, change, lexicon);
  if (out.some((word) => into.some((other) => word !== other && sameBase(word, other))))
    return change.removed.concat(change.added).some((word) => auxiliaries.has(word)) ? 'tense' : 'wordChoice';
  const verbs = kinds(a).includes('verb') && kinds(b).includes('verb');
  const noun = speaksOfPeople(change, lexicon)
    ? undefined
    : change.after.slice(0, 3).find((word) => kinds(word)[0] === 'noun');
  if (
    verbs &&
    noun !== undefined &&
    bases.every((base) => lightVerbs.has(base) || base === 'complete' || base === 'do')
  )
    return 'collocation';
  if (
    verbs &&
    noun !== undefined &&
    bases.some((base) => lightVerbs.has(base)) &&
    out.length === 1 &&
    into.length === 1
  )
    return 'collocation';
  return 'wordChoice';
}
