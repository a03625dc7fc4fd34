import { plainWord } from '../language/apostrophes.ts';
import { questionWords } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { verbForms } from './word-forms.ts';

/** The place that a verb fills: what stands before it decides which forms can be right. */
export type VerbSlot =
  | 'bare'
  | 'after-have'
  | 'after-be'
  | 'after-preposition'
  | 'after-verb'
  | 'third-person'
  | 'other-person';

const modalOrDo =
  /^(?:to|do|does|did|don't|doesn't|didn't|can|can't|cannot|could|couldn't|will|won't|would|wouldn't|shall|should|shouldn't|may|might|must|mustn't|let's|'ll)$/;
const have = /^(?:have|has|had|haven't|hasn't|hadn't|i've|you've|we've|they've)$/;
const be =
  /^(?:am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't|i'm|he's|she's|it's|you're|we're|they're)$/;
const preposition = /^(?:of|for|in|at|about|by|with|without|on|from|before|after|than)$/;
/** Verbs that take another verb with -ing; after some of them "to" would be right as well. */
const takesIng =
  /^(?:like|likes|liked|love|loves|loved|hate|hates|hated|enjoy|enjoys|enjoyed|start|started|stop|stopped|finish|finished|mind|keep|keeps|kept|practise|practice|avoid|suggest|prefer|began|begin)$/;
/** Where "to" is a preposition and not the sign of an infinitive. */
const prepositionTo = /(?:forward|used|according|addicted|accustomed) to$/;
const skipped =
  /^(?:not|never|always|often|usually|also|just|ever|already|really|still|only|now|even|i|you|he|she|it|we|they)$/;
const plainPronoun = /^(?:i|you|we|they|these|those|people|who)$/;
const thirdPronoun =
  /^(?:he|she|it|this|that|everybody|everyone|nobody|somebody|someone|something|everything|nothing|one)$/;

/** Reads the slot of a verb from the words before it. */
export function verbSlot(before: readonly string[], lexicon: Lexicon): VerbSlot | null {
  const words = before.map(plainWord);
  const last = words.at(-1) ?? '';
  if (
    preposition.test(last) ||
    (prepositionTo.test(words.join(' ')) && !/(?<!(?:am|is|are|was|were|'m|'re|'s|get) )used to$/.test(words.join(' ')))
  )
    return 'after-preposition';
  if (takesIng.test(last)) return 'after-verb';
  for (let back = 1; back <= 3; back += 1) {
    const word = words.at(-back);
    if (word === undefined) break;
    if (modalOrDo.test(word)) return 'bare';
    if (have.test(word)) return 'after-have';
    if (be.test(word)) return 'after-be';
    if (!skipped.test(word)) break;
  }
  for (let back = 1; back <= 3; back += 1) {
    const word = words.at(-back);
    if (word === undefined) break;
    if (thirdPronoun.test(word)) return 'third-person';
    if (plainPronoun.test(word)) return 'other-person';
    if (skipped.test(word)) continue;
    if (lexicon.partsOfSpeech(lexicon.lemma(word, 'noun'))[0] !== 'noun') break;
    // "my brother and I", "two of them": whoever stands behind "and" makes a plural
    if (words.includes('and')) return 'other-person';
    return lexicon.lemma(word, 'noun') === word && !/^(?:people|children|men|women|police)$/.test(word)
      ? 'third-person'
      : 'other-person';
  }
  return null;
}

const differentFrom = (right: string, forms: readonly string[]): string[] =>
  [...new Set(forms)].filter((form) => form !== right);

/** Forms of the verb that cannot stand in the slot, the most tempting first. */
export function impossibleForms(right: string, slot: VerbSlot, lexicon: Lexicon): string[] {
  if (!lexicon.partsOfSpeech(lexicon.lemma(right, 'verb')).includes('verb')) return [];
  const found = formsAgainst(right, slot, lexicon);
  if (found.length > 0) return found;
  // "the person who applies", "one of us knows": where the subject is hard to see, the right form shows its number
  if (slot === 'other-person') return formsAgainst(right, 'third-person', lexicon);
  return slot === 'third-person' ? formsAgainst(right, 'other-person', lexicon) : [];
}

function formsAgainst(right: string, slot: VerbSlot, lexicon: Lexicon): string[] {
  const lemma = lexicon.lemma(right, 'verb');
  const { base, s, past, participle, ing } = verbForms(lemma);
  if (lemma === 'be') return [];
  // "I was go": said by many learners; where the third form is the plain one ("was put") it could be right
  const wasPlain = participle === base ? [] : [`was ${base}`];
  switch (slot) {
    case 'bare':
      return right === base ? differentFrom(base, [past, ing, s, participle]) : [];
    case 'after-have':
      return right === participle
        ? differentFrom(participle, [past, base, ing, s]).filter((form) => form !== participle)
        : [];
    case 'after-be':
      // "was taken" and "was taking" may both be possible: only base and -s never are
      return right === ing || right === participle
        ? differentFrom(right, [base, s]).filter((form) => form !== participle)
        : [];
    case 'after-preposition':
      return right === ing ? differentFrom(ing, [base, s, `to ${base}`]) : [];
    case 'after-verb':
      return right === ing ? differentFrom(ing, [base, s, participle]) : [];
    case 'third-person':
      // the past could be right as well wherever the present is
      return right === s
        ? differentFrom(s, [base, ing, `is ${base}`, `are ${ing}`]).filter(
            (form) => form !== past && !form.endsWith(` ${participle}`),
          )
        : right === past
          ? differentFrom(past, [base, ing, ...(participle === past ? [] : [participle]), ...wasPlain]).filter(
              (form) => form !== past,
            )
          : [];
    case 'other-person':
      return right === base
        ? differentFrom(base, [s, ing, `is ${ing}`])
        : right === past
          ? differentFrom(past, [
              ing,
              s,
              ...(participle === past || participle === base ? [] : [participle]),
              ...wasPlain,
            ])
          : [];
  }
}

const anyBe = /^(?:am|is|are|was|were)$/;
const doAux = /^(?:do|does|did|don't|doesn't|didn't)$/;

/** Whether neighbouring words cannot follow each other whatever the sentence means: "am eat", "didn't went", "have did", "must to". */
export function isIllFormed(words: readonly string[], lexicon: Lexicon): boolean {
  const lower = words.map(plainWord);
  return lower.some((word, i) => {
    // "did you ever been": the subject of a question and an adverb stand between
    const at = lower.findIndex((other, place) => place > i && (!skipped.test(other) || anyBe.test(other)));
    const next = lower[at];
    if (next === undefined) return false;
    const lemma = lexicon.lemma(next, 'verb');
    if (!lexicon.partsOfSpeech(lemma).includes('verb')) return /^(?:must|can|should|will)$/.test(word) && next === 'to';
    const forms = verbForms(lemma);
    const onlyVerb = lexicon.partsOfSpeech(next)[0] === 'verb';
    if (anyBe.test(word)) {
      // "is open", "are clean", "was like a dream" describe; "is clean the house" does not
      const describes =
        next === 'like' ||
        (lexicon.partsOfSpeech(next).includes('adjective') &&
          !/^(?:the|an?|my|your|his|her|our|their)$/.test(lower[at + 1] ?? ''));
      return onlyVerb && next === forms.base && next !== forms.participle && lemma !== 'be' && !describes;
    }
    // "What do cows eat?": in a question the subject stands there, and some nouns are verbs as well
    const isSubject =
      (i === 0 || questionWords.has(lower[i - 1] ?? '')) &&
      lexicon.partsOfSpeech(lexicon.lemma(next, 'noun')).includes('noun');
    if (next === forms.s && isSubject && lower.length > at + 1) return false;
    const bareBefore = doAux.test(word) || /^(?:can|could|will|would|must|should|may|might|to)$/.test(word);
    if (bareBefore && !/^(?:to)$/.test(word))
      return [forms.past, forms.s, forms.participle].includes(next) && next !== forms.base;
    if (/^(?:have|has|had|haven't|hasn't|hadn't)$/.test(word))
      return next !== forms.participle && (next === forms.past || (next === forms.base && onlyVerb));
    return false;
  });
}
