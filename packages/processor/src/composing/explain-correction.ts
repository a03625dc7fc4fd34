import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { nothing } from '@tulkka/shared/grading';
import { determiners } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { orderRule } from './order-rule.ts';
import { governsPreposition } from './preposition-distractors.ts';
import { saysWhen } from './tense-certainty.ts';
import { takesAn } from './word-forms.ts';

const hints: Record<CorrectionCategory, string> = {
  tense: 'Look at when it happens, and at the helping verb.',
  agreement: 'Look at who or how many.',
  modifier: 'Look at the word that is described, and at the order.',
  preposition: 'Which little word goes with its neighbours here?',
  article: 'Is it one of many, a certain one, or something you cannot count?',
  conditional: 'Look at both halves of the sentence.',
  collocation: 'Which words usually go together?',
  parallelism: 'All parts of a list have the same form.',
  punctuation: 'Where does the reader pause?',
  wordChoice: 'Which word says what is meant?',
};

function articleRule({ right, after }: GrammarBlank): string {
  const next = after[0] ?? '';
  if (right === nothing) return `No article is needed before “${next}” here.`;
  if (right === 'an') return 'We say “an” before a vowel sound.';
  if (right === 'a')
    return takesAn(next) ? 'We need “a” here.' : 'One thing of many needs “a” before it (“an” before a vowel sound).';
  return 'We say “the” when both speakers know which one is meant.';
}

function agreementRule({ right, before, wrong }: GrammarBlank): string {
  const subject = before.at(-1)?.toLowerCase() ?? '';
  if (/^(?:am|is|are|was|were|has|have|does|do)$/i.test(right))
    return subject === '' ? 'The verb must fit who it is about.' : `With “${before.at(-1)}” the verb is “${right}”.`;
  if (
    wrong !== nothing &&
    right.length > wrong.length &&
    /s$/.test(right) &&
    /^(?:he|she|it|everybody|everyone|nobody|who|that)$/.test(subject)
  )
    return 'With he, she or it the verb takes -s.';
  if (
    /^(?:some|many|of|these|those|few|several)$/.test(subject) ||
    /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|twenty|forty)$/.test(subject)
  )
    return 'After a number, “some”, “many” or “one of” the noun is plural.';
  if (/s$/i.test(wrong) && !/s$/i.test(right)) return 'This word takes no -s here.';
  return 'The ending must fit who or how many it is about.';
}

function tenseRule({ right, before, sentence, wrong }: GrammarBlank): string {
  const helper = before.slice(-2).join(' ').toLowerCase();
  if (/\b(?:did|didn't|does|doesn't|do|don't)\b/.test(helper))
    return 'After do, does or did the verb keeps its base form.';
  if (/\b(?:can|could|will|would|must|should|may|might)\b/.test(helper))
    return 'After a modal verb the next verb keeps its base form.';
  if (/\b(?:have|has|had)\b/.test(helper) && !right.includes(' '))
    return 'After have, has or had comes the third form of the verb.';
  if (/^(?:am|is|are|was|were)$/i.test(right)) return 'The sentence needs a form of “be”.';
  if (/ing$/.test(right) && !right.includes(' ')) return 'Here the verb takes -ing.';
  const time = saysWhen(sentence);
  if (/^(?:have|has|had|'ve)\b/i.test(right) && time === 'lasting')
    return 'With “for” or “since”, what began in the past and still goes on takes have or has.';
  if (time === 'finished') return 'A finished time in the past takes the past simple.';
  if (/^(?:am|is|are)\s/i.test(wrong) && !right.includes(' '))
    return 'For what is usual or always true we use the simple form, without “be”.';
  return 'The verb must have the form that its time and its helping verb ask for.';
}

function conditionalRule({ right, wrong }: GrammarBlank): string {
  if (/^(?:will|would)/i.test(right)) return 'The result of an imagined “if” takes “would”.';
  if (/^had/i.test(right)) return 'What did not happen takes “had” after “if”, and “would have” in the other half.';
  if (/\b(?:will|would|won't|wouldn't)\b/i.test(wrong)) return 'After “if” comes no “will” or “would”.';
  return 'What is only imagined takes the past after “if”, and “would” in the other half.';
}

function modifierRule(blank: GrammarBlank, lexicon: Lexicon): string {
  const main = blank.right.toLowerCase();
  if (/er$/.test(main) && lexicon.lemma(main, 'adjective') !== main)
    return 'Short adjectives take -er, without “more”.';
  if (main === 'too' || main === 'very') return `Before an adjective “${main}” stands alone.`;
  if (main.endsWith('ed')) return 'The -ed form says how a person feels; the -ing form says what causes it.';
  if (main.endsWith('ing')) return 'The -ing form says what something is like; the -ed form says how a person feels.';
  if (main.endsWith('ly')) return 'An adverb in -ly says how something is done.';
  return 'The describing word takes another form here.';
}

function prepositionRule({ right, before, after }: GrammarBlank, lexicon: Lexicon): string {
  const governor = before.at(-1) ?? '';
  if (right === nothing) return `No preposition is needed before “${after[0] ?? ''}” here.`;
  const lemma = lexicon.lemma(governor.toLowerCase());
  if (lemma !== 'be' && governsPreposition(lemma))
    return `“${governor.toLowerCase()}” goes with “${right.split(' ')[0]}”.`;
  const [next = '', second = ''] = after;
  const thing = determiners.has(next.toLowerCase()) ? [next, second] : [next];
  return `Here English says “${[right, ...thing].join(' ').trim().toLowerCase()}”.`;
}

function rule(blank: GrammarBlank, lexicon: Lexicon): string {
  const { category, right } = blank;
  if (blank.order) return orderRule(blank, lexicon);
  switch (category) {
    case 'article':
      return articleRule(blank);
    case 'agreement':
      return agreementRule(blank);
    case 'tense':
      return tenseRule(blank);
    case 'modifier':
      return modifierRule(blank, lexicon);
    case 'preposition':
      return prepositionRule(blank, lexicon);
    case 'conditional':
      return conditionalRule(blank);
    case 'collocation':
      if (right === nothing) return `No “${blank.wrong}” belongs here.`;
      return `English puts “${right}” with these words.`;
    case 'parallelism':
      return 'All parts of a list have the same form.';
    case 'punctuation':
      return 'The mark shows where one part ends.';
    case 'wordChoice':
      if (right === nothing) return `No “${blank.wrong}” belongs here.`;
      return `The word for it is “${right}”.`;
  }
}

/** What the item says beside its question: a hint that keeps the secret, and the rule that is known, else one by what changed, with wrong → right. */
export function explainCorrection(
  blank: GrammarBlank,
  correction: { wrong: string; right: string; rule: string | null },
  lexicon: Lexicon,
): { hint: string; explanation: string } {
  const [wrong, right] = sameCase(correction.wrong, correction.right);
  return {
    hint: hints[blank.category],
    explanation: `${correction.rule ?? rule(blank, lexicon)} ${wrong} → ${right}`,
  };
}

/** Recordings write the head of a sentence with a capital; side by side the two versions should differ in the mistake alone. */
function sameCase(wrong: string, right: string): [string, string] {
  const isLower = (text: string): boolean => /^\p{Ll}/u.test(text);
  const lowered = (text: string): string => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
  return isLower(wrong) || isLower(right) ? [lowered(wrong), lowered(right)] : [wrong, right];
}
