import type { Lexicon, PartOfSpeech } from '../lexicon/index.ts';
import { irregularPlurals, irregularVerbForms } from '../lexicon/irregular-forms.ts';

/** How a word is bent in its sentence. */
export type Form = 'base' | 's' | 'past' | 'participle' | 'ing' | 'plural' | 'comparative' | 'superlative';

/** The forms of a verb. */
export interface VerbForms {
  base: string;
  s: string;
  past: string;
  participle: string;
  ing: string;
}

/** Longer verbs that double their last letter because it is stressed, and the British ones in -el. */
const doublingVerbs = /(?:mit|fer|cur|gin|get|set|trol|pel|gret|quip|vel|cel|bel|del|nel)$/;
const neverDoubling = /^(?:offer|suffer|differ|visit|edit|limit|target|budget|market)$/;

/** "stop" → "stopping": one vowel and one consonant at the end of a short or finally stressed verb. */
function doubles(base: string): boolean {
  if (!/[^aeiou][aeiou][bdgklmnprtz]$/.test(base) || neverDoubling.test(base)) return false;
  return base.replace(/[^aeiouy]+/g, '').length === 1 || doublingVerbs.test(base);
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`;
}

function withIng(base: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`;
  return doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

function withEd(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

/** Irregular verbs that have a regular past as well, some with another meaning. */
const hasBothPasts =
  /^(?:hang|learn|burn|dream|lean|leap|smell|spell|spill|spoil|light|cost|wet|fit|quit|bet|wed|knit|shine|weave|lie|bid|speed|kneel|clothe|mow|sew|sow|show|prove|saw|strew|swell|wake|broadcast|forecast|input|plead|sneak|dive|lay|find|fell|bear|wind|see)$/;

/** The past that an irregular verb would have if it were like the others ("teached"); null where that is a word too. */
export function regularPast(base: string): string | null {
  return !irregularVerbForms.has(base) || hasBothPasts.test(base) ? null : withEd(base);
}

/** Whether a word is an irregular verb with the past of the others: "flied", "eated". */
export function isRegularisedPast(word: string): boolean {
  const lower = word.toLowerCase();
  const [, stem = '', doubled = ''] = /^(.*?)(?:([b-df-hj-np-tv-z])\2?)?i?ed$/.exec(lower) ?? [];
  const bases = [`${stem}${doubled}`, `${stem}${doubled}e`, `${stem}${doubled}${doubled}`, `${stem}${doubled}y`];
  return lower.endsWith('ed') && bases.some((base) => regularPast(base) === lower);
}

/** All forms of a verb; of a phrasal verb, the verb bends and the rest stays. */
export function verbForms(lemma: string): VerbForms {
  const [verb = '', ...rest] = lemma.split(' ');
  const join = (form: string): string => [form, ...rest].join(' ');
  if (verb === 'be')
    return { base: join('be'), s: join('is'), past: join('was'), participle: join('been'), ing: join('being') };
  const odd = irregularVerbForms.get(verb);
  const s = verb === 'have' ? 'has' : verb === 'do' ? 'does' : verb === 'go' ? 'goes' : withS(verb);
  return {
    base: join(verb),
    s: join(s),
    past: join(odd?.past ?? withEd(verb)),
    participle: join(odd?.participle ?? withEd(verb)),
    ing: join(withIng(verb)),
  };
}

/** The plural of a noun or of a compound's last word. */
export function pluralOf(noun: string): string {
  const words = noun.split(' ');
  const last = words.pop() ?? '';
  return [...words, irregularPlurals.get(last) ?? withS(last)].join(' ');
}

/** How `word` is bent from its lemma. */
export function formOf(word: string, pos: PartOfSpeech, lexicon: Lexicon): Form {
  const lower = word.toLowerCase();
  const lemma = lexicon.lemma(lower, pos);
  if (lemma === lower) return 'base';
  if (pos === 'noun') return 'plural';
  if (pos === 'adjective' || pos === 'adverb') return lower.endsWith('st') ? 'superlative' : 'comparative';
  const forms = verbForms(lemma);
  const [first = ''] = lower.split(' ');
  if (first.endsWith('ing')) return 'ing';
  if (lower === forms.s) return 's';
  return lower === forms.past ? 'past' : lower === forms.participle ? 'participle' : 's';
}

/** A lemma in the wanted form; null where we cannot bend it surely. */
export function inForm(lemma: string, pos: PartOfSpeech, form: Form): string | null {
  if (form === 'base') return lemma;
  if (form === 'plural') return pos === 'noun' ? pluralOf(lemma) : null;
  if (form === 'comparative' || form === 'superlative') return null;
  return pos === 'verb' ? verbForms(lemma)[form] : null;
}

const vowelLetters = /^(?:[aeio]|u(?!ni|s[aeiu]|ti|r[aeio]))/i;
const silentH = /^(?:hour|honest|honou?r|heir)/i;
const soundsLikeConsonant = /^(?:one\b|once\b|eu|ewe)/i;

/** Whether a word begins with a vowel sound, so that "an" goes before it. */
export function takesAn(word: string): boolean {
  if (silentH.test(word)) return true;
  return vowelLetters.test(word) && !soundsLikeConsonant.test(word);
}
