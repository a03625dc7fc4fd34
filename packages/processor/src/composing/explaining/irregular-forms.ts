import { irregularForm } from '../../language/verb-forms.ts';
import { isRegularisedPast, verbForms } from '../word-forms.ts';
import { type Explanation, wordsAround } from './explanation.ts';

/** "eat, ate, eaten". */
function partsOf(base: string): string {
  const { past, participle } = verbForms(base);
  return base === 'be' ? 'be, was/were, been' : `${base}, ${past}, ${participle}`;
}

/** A past that has to be learned by heart: "buyed" and "we go yesterday", with the three forms of the verb. */
export const irregularForms: Explanation = {
  name: 'irregular forms',
  rule(blank) {
    const { right, wrong, before } = wordsAround(blank);
    const [form = '', ...more] = right;
    const [said = ''] = wrong;
    const parts = irregularForm(form);
    if (parts === undefined || more.length > 0 || wrong.length !== 1) return null;
    if (/^(?:am|is|are|has|does|goes|was|were|been|had|did)$/.test(form)) return null;
    // "burned" is as regular as "waked"; only forms of their own are learned by heart
    if (form.endsWith('ed')) return null;
    if (isRegularisedPast(said) || said === `${parts.base}d` || said === `${parts.base}ed`)
      return `“${parts.base}” is irregular, without -ed: ${partsOf(parts.base)}.`;
    if (/^(?:have|has|had|'ve|haven't|hasn't|hadn't)$/.test(before.at(-1) ?? '')) return null;
    if (/^(?:am|is|are|was|were|be|been|being)$/.test(before.at(-1) ?? '')) return null;
    // imagined or told by somebody, a past is no time that is over
    const isNoTime = before.some((word) => /^(?:if|wish|said|told|thought|asked)$/.test(word));
    if (isNoTime && said === parts.base) return null;
    if (parts.past && said === parts.base)
      return `What happened at a time that is over takes the past, here an irregular one: ${partsOf(parts.base)}.`;
    const other = irregularForm(said);
    const looksAlike =
      other !== undefined && said.slice(0, 2) === form.slice(0, 2) && Math.abs(said.length - form.length) < 2;
    return !looksAlike || other.base === parts.base || !parts.past
      ? null
      : `Two verbs look alike here: ${partsOf(parts.base)}, but ${partsOf(other.base)}.`;
  },
  examples: {
    explains: [
      [['Last week I', 'buyed', 'bought', 'a lamp'], 'buy, bought, bought'],
      [['Yesterday we', 'go', 'went', 'home'], 'go, went, gone'],
      [['The price', 'felt', 'fell', 'again'], 'fall, fell, fallen, but feel, felt, felt'],
    ],
    leaves: [
      ['I have', 'ate', 'eaten', 'it'],
      ['She', 'walk', 'walked', 'home'],
      ['It', 'have', 'had', 'a lid'],
      ['She', 'said', 'told', 'me'],
      ['If you', 'sleep', 'slept', 'more you would know'],
      ['He', 'burn', 'burned', 'it'],
    ],
  },
};
