import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { ending } from '../../language/inflection.ts';
import { irregularForm } from '../../language/verb-forms.ts';
import {
  articles,
  auxiliaries,
  doForms,
  haveForms,
  isNumber,
  possessives,
  subjectPronouns,
} from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Change } from './compare/change.ts';

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

function isFeeling(a: string, b: string, change: Change): boolean {
  const pair = [ending(a), ending(b)].sort().join();
  const before = change.before.slice(-3).join(' ');
  return (
    pair === 'ed,ing' &&
    /\b(?:am|is|are|was|were|be|feel|felt|get|got|very|so|too|really|and)\b/.test(before) &&
    !/\b(?:have|has|had)\b/.test(before)
  );
}

/** What a change of form is, by the endings and what stands before. */
export function inflected(a: string, b: string, change: Change, lexicon: Lexicon): CorrectionCategory {
  if (isFeeling(a, b, change)) return 'modifier';
  const [short = '', long = ''] = [a, b].sort((one, other) => one.length - other.length);
  // "an engineer", "engineering": what one is and what one studies
  if (long === `${short}ing` && lexicon.partsOfSpeech(short)[0] === 'noun' && !isVerbPair(a, b, change, lexicon))
    return 'wordChoice';
  // "two brother", "two brothers": no comparison, whatever it ends with
  if (short.endsWith('er') && long === `${short}s`) return 'agreement';
  // "two hundreds litres"
  if (isNumber(a) || isNumber(b)) return 'agreement';
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
