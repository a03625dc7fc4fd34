import {
  type FillInBlank,
  fillBlank,
  foldAlike,
  foldedWords,
  type GoodSentence,
  holdsWords,
} from '@tulkka/shared/exercises';
import { type Random, shuffled } from '@tulkka/shared/random';
import { isContent } from '../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../lexicon/index.ts';
import { mostOfKind } from './balance.ts';
import { meaningOf } from './definition.ts';
import { difficultyFrom, hardnessOf } from './difficulty.ts';
import { findTerm, type TermPlace, termWords } from './find-term.ts';
import { lexicalDistractors } from './lexical-distractors.ts';
import { type Composed, doubtedReason, type Material, type TermMaterial } from './material.ts';
import { particleDistractors } from './particle-distractors.ts';
import { isRightToo } from './right-too.ts';
import { formOf } from './word-forms.ts';

const distractorsPerItem = 3;
/** More than a set can hold, since the rules may drop some. */
const enough = 2 * mostOfKind.fill_in_blank;
/** Sentences that tell what their word means: nothing else fits there. */
const defining =
  /\b(?:means?|is when|is where|is called|is the (?:opposite|same)|is (?:a|an|the|someone|something|somebody)\b.+\b(?:who|that|which|where|for|you|with)|are (?:people|things)|is to)\b/i;

/** Whether a sentence says what the term means, so that no other answer fits. */
export function defines(sentence: string, term: string, definition: string | null, lexicon: Lexicon): boolean {
  if (defining.test(sentence)) return true;
  if (definition === null) return false;
  if (holdsWords(sentence, definition)) return true;
  const lemmas = (text: string): string[] =>
    foldedWords(text)
      .filter(isContent)
      .map((word) => lexicon.lemma(word));
  const said = new Set(lemmas(sentence));
  const own = new Set(lemmas(term));
  const needed = lemmas(definition).filter((word) => !own.has(word));
  return needed.length >= 3 && needed.filter((word) => said.has(word)).length / needed.length >= 0.6;
}

interface Taught {
  lemma: string;
  pos: PartOfSpeech;
  definition: string | null;
}

const lemmaOf = (term: string): string => termWords(term).join(' ');

/** Terms whose meanings share their words could stand for each other. */
function apart(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const words = new Set(foldedWords(one).filter(isContent));
  const shared = foldedWords(other).filter((word) => isContent(word) && words.has(word)).length;
  return shared < 2 || shared / Math.max(1, words.size) < 0.34;
}

const topics: Record<PartOfSpeech, string> = {
  noun: 'nouns',
  verb: 'verbs',
  adjective: 'adjectives',
  adverb: 'adverbs',
};

function topicOf(term: TermMaterial, pos: PartOfSpeech): string {
  if (/phrasal/i.test(term.part_of_speech)) return 'phrasal verbs';
  if (/colloc|idiom|phrase|expression/i.test(term.part_of_speech)) return 'collocations and phrases';
  return topics[pos];
}

function initialHint(answer: string): string {
  const count = answer.split(' ').length;
  return `It begins with “${answer.charAt(0).toLowerCase()}”${count > 1 ? ` and has ${count} words` : ` and has ${answer.length} letters`}.`;
}

const ended = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.;,:\s]+$/, '')}.`;

/** Of some answers those that neither dialect takes for right. */
const wrongOnes = (gapped: string, answer: string, choices: readonly string[], lexicon: Lexicon): string[] =>
  choices.filter((choice) => !isRightToo(fillBlank(gapped, answer), fillBlank(gapped, choice), lexicon));

/** The particle alone is asked where the verb is shown: "Can we put it _____ until Friday?" */
function particleItem(
  term: TermMaterial,
  sentence: GoodSentence,
  place: TermPlace,
  lexicon: Lexicon,
  random: Random,
): FillInBlank | null {
  const particle = place.tokens[place.to];
  const verb = termWords(term.term)[0] ?? '';
  if (particle === undefined) return null;
  const gapped = `${sentence.text.slice(0, particle.start)}_____${sentence.text.slice(particle.end)}`;
  const choices = wrongOnes(gapped, particle.lower, particleDistractors(verb, particle.lower, lexicon), lexicon);
  if (choices.length < 2) return null;
  const { definition: meaning } = meaningOf(term, lexicon);
  return {
    sentence: gapped,
    options: shuffled([particle.lower, ...choices.slice(0, distractorsPerItem)], random),
    correct_answer: particle.lower,
    hint:
      meaning === null || holdsWords(meaning, particle.lower)
        ? `Which small word goes with “${verb}” here?`
        : `The verb with its small word means: ${meaning}`,
    explanation:
      meaning === null ? `The phrasal verb is “${term.term}”.` : `The phrasal verb is “${term.term}”: ${meaning}`,
    topic: 'phrasal verbs',
    difficulty: difficultyFrom(hardnessOf(sentence.text, lexicon) + 0.3),
    source_quote: sentence.quote,
  };
}

function termItem(
  term: TermMaterial,
  sentence: GoodSentence,
  place: TermPlace,
  taught: readonly Taught[],
  lexicon: Lexicon,
  random: Random,
): FillInBlank | string {
  const first = place.tokens[place.from];
  const last = place.tokens[place.to];
  if (first === undefined || last === undefined || place.gap > 0) return 'The term stands apart in the sentence.';
  // "Mould's the black stuff": the blank would take "is" along
  if (/['’]s$/.test(last.text) && !/['’]s$/.test(term.term)) return 'The term is one word with “is” there.';
  const { pos, definition } = meaningOf(term, lexicon);
  const surface = sentence.text.slice(first.start, last.end);
  const answer = surface.toLowerCase();
  const form = formOf(pos === 'noun' ? answer : (first.lower ?? answer), pos, lexicon);
  const lemma = lemmaOf(term.term);
  const mates = taught.filter((other) => other.lemma !== lemma && apart(definition, other.definition));
  const slot = {
    answer,
    lemma,
    pos,
    form,
    before: place.tokens.slice(0, place.from).map((token) => token.text),
    after: place.tokens.slice(place.to + 1).map((token) => token.text),
    definition,
  };
  const blanked = `${sentence.text.slice(0, first.start)}_____${sentence.text.slice(last.end)}`;
  const choices = wrongOnes(blanked, answer, lexicalDistractors(slot, mates, lexicon), lexicon);
  if (choices.length < 2) return 'There are not two more answers that are tempting and surely wrong.';
  const self = defines(sentence.text, term.term, definition, lexicon);
  if (!self && definition === null) return 'Without a definition more than one answer would fit.';
  const tells = definition === null || holdsWords(definition, answer) || holdsWords(definition, lemma);
  if (!self && tells) return 'The definition holds the word itself.';
  const atHead = place.from === 0;
  const dress = (option: string): string =>
    atHead || /^\p{Lu}/u.test(surface) ? option.charAt(0).toUpperCase() + option.slice(1) : option;
  return {
    // a sentence that does not settle the answer by itself is given the meaning to find
    sentence: self ? blanked : `${blanked} (Meaning: ${(definition ?? '').replace(/[.;,:\s]+$/, '')}.)`,
    options: shuffled([dress(answer), ...choices.slice(0, distractorsPerItem).map(dress)], random),
    correct_answer: dress(answer),
    hint: initialHint(answer),
    explanation:
      definition === null ? `The word of the lesson is “${term.term}”.` : `“${term.term}”: ${ended(definition)}`,
    topic: topicOf(term, pos),
    difficulty: difficultyFrom(hardnessOf(sentence.text, lexicon) - (self ? 0.5 : 0)),
    source_quote: sentence.quote,
  };
}

/** One gap for a term; else why there is none. Other `terms` of the lesson may stand among its options. */
export function composeGap(
  term: TermMaterial,
  { terms }: Pick<Material, 'terms'>,
  lexicon: Lexicon,
  random: Random,
): FillInBlank | string {
  const made = gapFor(term, terms.map(taughtOf(lexicon)), new Set(), lexicon, random);
  return typeof made === 'string' ? made : made.item;
}

const taughtOf =
  (lexicon: Lexicon) =>
  (term: TermMaterial): Taught => ({ lemma: lemmaOf(term.term), ...meaningOf(term, lexicon) });

function gapFor(
  term: TermMaterial,
  taught: readonly Taught[],
  used: ReadonlySet<string>,
  lexicon: Lexicon,
  random: Random,
): { item: FillInBlank; sentence: GoodSentence } | string {
  if (term.doubted === 'term') return doubtedReason;
  const { pos, definition } = meaningOf(term, lexicon);
  const sentences = term.examples
    .filter((sentence) => !used.has(foldAlike(sentence.text)) && foldedWords(sentence.text).length >= 5)
    .map((sentence) => ({ sentence, strong: defines(sentence.text, term.term, definition, lexicon) ? 0 : 1 }))
    .sort((a, b) => a.strong - b.strong);
  let reason = 'No sentence of the lesson shows the word in use.';
  for (const { sentence } of sentences) {
    const place = findTerm(sentence.text, term.term, lexicon);
    if (place === null) continue;
    const isPhrasal = termWords(term.term).length === 2 && pos === 'verb';
    const particle =
      isPhrasal && !defines(sentence.text, term.term, definition, lexicon)
        ? particleItem(term, sentence, place, lexicon, random)
        : null;
    const item = particle ?? termItem(term, sentence, place, taught, lexicon, random);
    if (typeof item !== 'string') return { item, sentence };
    reason = item;
  }
  return reason;
}

/** Gaps for taught words and collocations, in sentences of the lesson; `mates` are terms that may stand among the options. */
export function composeCloze(
  material: Material,
  mates: readonly TermMaterial[],
  lexicon: Lexicon,
  random: Random,
): Composed<FillInBlank> {
  const items: FillInBlank[] = [];
  const unused: Composed<FillInBlank>['unused'] = [];
  const used = new Set<string>();
  const taught = mates.map(taughtOf(lexicon));
  for (const term of material.terms) {
    if (items.length >= enough) break;
    const made = gapFor(term, taught, used, lexicon, random);
    if (typeof made === 'string') unused.push({ kind: 'fill_in_blank', what: term.term, reason: made });
    else {
      items.push(made.item);
      used.add(foldAlike(made.sentence.text));
    }
  }
  return { items, unused };
}
