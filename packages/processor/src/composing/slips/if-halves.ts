import { plainWord } from '../../language/apostrophes.ts';
import { irregularForm } from '../../language/verb-forms.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import { verbForms } from '../word-forms.ts';
import type { Slip } from './slip.ts';
import { helperAndVerb, isVerbForm } from './verb-phrase.ts';

/** The verb of a past form in the "if" half: "would show" and "will show" can never stand there. */
function inIfHalf(right: string, lexicon: Lexicon): string[] {
  const [first = '', second = ''] = plainWord(right).split(' ');
  const negative = /^(?:did|do|does|had)n't$/.test(first) ? 'not ' : '';
  const isPerfect = first.startsWith('had') && second !== '';
  const verb = lexicon.lemma(second === '' ? first : second, 'verb');
  const isPast = irregularForm(first)?.past === true || first.endsWith('ed') || first.startsWith('did') || isPerfect;
  if (!isVerbForm(verb, lexicon) || !isPast || /^(?:was|were)$/.test(first)) return [];
  const { base, participle } = verbForms(verb);
  return isPerfect
    ? [`would ${negative}have ${participle}`, `would ${negative}${base}`, `will ${negative}${base}`]
    : [`would ${negative}${base}`, `will ${negative}${base}`];
}

/** "If it would rain", "I will stay" beside an imagined "if": each half has its own form. */
export const ifHalves: Slip = {
  name: 'halves of an if',
  rule: 'Imagined: past in the half with “if”, “would” in the other half.',
  forms({ right, before, after, category }, lexicon) {
    if (category !== 'conditional') return [];
    const beforeText = before.join(' ').toLowerCase();
    const afterText = plainWord(after.join(' '));
    const isIfHalf = /(?:^|\s)if(?:\s\S+){1,3}$/.test(beforeText);
    if (isIfHalf && /\b(?:would|wouldn't|could|couldn't)\b/.test(afterText)) return inIfHalf(right, lexicon);
    const found = helperAndVerb(right, lexicon);
    if (found === null || !/^would/.test(found.helper) || !/(?:^|\s)if\s/.test(beforeText)) return [];
    const will = found.helper === 'would' ? 'will' : "won't";
    return [`${will} ${found.verb}`, `${found.helper} ${verbForms(found.verb).past}`];
  },
  examples: {
    offers: [
      [
        ['If it', 'would rain', 'rained', 'I would stay here'],
        ['would rain', 'will rain'],
      ],
      [
        ['If it rained I', 'will stay', 'would stay', 'here'],
        ['will stay', 'would stayed'],
      ],
      [['If they', "didn't go", "hadn't gone", 'we would have seen them'], ['would not have gone']],
    ],
    leaves: [
      ['If it', 'will rain', 'rains', 'I will stay here'],
      ['Yesterday it', 'would rain', 'rained', 'and I would stay here'],
    ],
  },
};
