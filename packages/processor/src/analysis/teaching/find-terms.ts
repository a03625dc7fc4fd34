import { possibleBases } from '../../language/inflection.ts';
import { wordsOf } from '../../language/tokens.ts';
import { commonWords, determiners, lightVerbs, particles, prepositions } from '../../language/words.ts';
import type { Lexicon, PartOfSpeech } from '../../lexicon/types.ts';
import { quoteOf } from '../conversation/read-turns.ts';
import type { CorrectionReading, TermReading, Turn } from '../types.ts';
import { isListedPhrase as isListed, toTerm } from './dictionary-form.ts';
import { findSigns } from './find-signs.ts';
import type { Sign } from './sign.ts';
import { workedOn } from './ways/worked-on.ts';
import { wholeTerm } from './whole-term.ts';

/** Weights add up: two weak signs make a strong one. Below this a word was only mentioned. */
const explicitFrom = 0.7;

/** No class learns more than one new term in so many words of talk. */
const wordsPerTerm = 50;

/** What the teacher explained was taught, though it be this many times as much. */
const mostExplained = 2;

/** So many words that were only worked on may stand beside many that were explained. */
const fewestBeside = 6;

interface Entry {
  term: string;
  pos: string;
  headPos: PartOfSpeech | null;
  head: string;
  weight: number;
  definition: string | null;
  best: Sign;
  bestWeight: number;
  ways: Set<string>;
}

/** A teacher's definition as a learner's card shows it. */
function tidyDefinition(text: string, term: string): string | null {
  const tidy = text
    .replace(/^(?:that|basically|just|like|,)\s+/i, '')
    .replace(/(?:,\s*right|[\s,;:]+(?:ok|okay|you know|for example.*|yes|yeah|and so on)?)\s*$/i, '')
    .replace(/\b(the|an?|to|of|in|it|you)\s+\1\b/gi, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const words = tidy.split(' ');
  if (words.length < 2 || tidy.length < 6) return null;
  if (tidy.toLowerCase() === term) return null;
  if (/\b(?:and|or|the|a|an|to|of|with|because|is|are)$/i.test(tidy)) return null;
  return tidy.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

function isLoose(term: string, sign: Sign, lexicon: Lexicon): boolean {
  if (!term.includes(' ') || !sign.way.loose || isListed(term, lexicon) || term.startsWith('I')) return false;
  const [first = '', ...rest] = term.split(' ');
  const verbal = lexicon.partsOfSpeech(first).includes('verb');
  // "meet a deadline", "in charge of", "daily routine"
  if (verbal) return rest.length > 3 || !(lightVerbs.has(first) || rest.every((word) => particles.has(word)));
  const last = rest.at(-1) ?? '';
  const noun = lexicon.partsOfSpeech(lexicon.lemma(last))[0] === 'noun';
  return rest.length > 2 || commonWords.has(first) || (!prepositions.has(last) && (commonWords.has(last) || !noun));
}

/** From here on nobody but a teacher who defines a word speaks so. */
const plainlyDefined = 0.95;

/**
 * "To mitigate climate change means to make it less serious": the meaning says "it" of the object, so the verb alone is the
 * term, of something.
 */
function withoutItsObject(sign: Sign, lexicon: Lexicon): { phrase: string; definition: string | null } {
  const { phrase, definition } = sign;
  const [verb = '', object, ...more] = phrase.toLowerCase().split(' ');
  const pronoun = /^(?:\S+ ){1,7}?(?<pronoun>it|them)\b/i.exec(definition ?? '')?.groups?.pronoun;
  const isWhole =
    sign.isWhole === true ||
    !sign.way.objectMayBeAny ||
    definition === null ||
    pronoun === undefined ||
    object === undefined ||
    particles.has(object) ||
    prepositions.has(object) ||
    lightVerbs.has(verb) ||
    verb === 'be' ||
    lexicon.isPhrase([verb, object, ...more].join(' ')) ||
    (!/^(?:an?|some)$/.test(object) && lexicon.entries([verb, object, ...more].join(' ')).length > 0);
  if (isWhole) return { phrase, definition };
  const thing =
    pronoun.toLowerCase() === 'them' && !determiners.has(object) ? [object, ...more].join(' ') : 'something';
  return { phrase: verb, definition: definition.replace(/\b(?:it|them)\b/i, thing) };
}

/** "To look after somebody": what is said of "them" is said of somebody. */
function ofAnyObject(phrase: string, definition: string): string {
  if (/ (?:something|sth)$/i.test(phrase))
    return definition.replace(
      /(?<!^(?:when|if) )\bit\b(?!'| (?:is|has|was|isn't|doesn't|can't|does|can|will)\b)/,
      'something',
    );
  return / (?:somebody|someone|sb)$/i.test(phrase) ? definition.replace(/\bthem\b/, 'somebody') : definition;
}

/** "A piece of cake": a dictionary that lists the row with its article has it so. */
function withListedArticle(term: string, lexicon: Lexicon): string {
  const forms = term.includes(' ') ? lexicon.entries(term).map((entry) => entry.term) : [];
  return forms.includes(term)
    ? term
    : (forms.find((form) => /^(?:an?|the) /.test(form) && form.endsWith(` ${term}`)) ?? term);
}

function merge(signs: readonly Sign[], lexicon: Lexicon, people: ReadonlySet<string>): Entry[] {
  const entries = new Map<string, Entry>();
  for (const sign of signs) {
    const { phrase, definition: told } = withoutItsObject(sign, lexicon);
    const meant = told === null ? null : ofAnyObject(phrase, told);
    const isWhole = sign.isWhole === true && wordsOf(phrase).length > 1;
    const found = isWhole
      ? wholeTerm(phrase, sign.part, lexicon, people)
      : toTerm(phrase, sign.part, lexicon, people, {
          fixed: sign.way.fixed,
          defined: meant !== null && sign.weight >= plainlyDefined && sign.sentence.role === 'teacher',
        });
    if (found === null || (sign.isWhole !== true && isLoose(found.term, sign, lexicon))) continue;
    found.term = withListedArticle(found.term, lexicon);
    const known = entries.get(found.term);
    const definition = meant === null ? null : tidyDefinition(meant, found.term);
    if (known === undefined)
      entries.set(found.term, {
        ...found,
        weight: sign.weight,
        definition,
        best: sign,
        bestWeight: sign.weight,
        ways: new Set([sign.way.name]),
      });
    else {
      known.weight = 1 - (1 - known.weight) * (1 - sign.weight);
      known.ways.add(sign.way.name);
      known.definition ??= definition;
      if (sign.weight > known.bestWeight) {
        known.best = sign;
        known.bestWeight = sign.weight;
        known.pos = found.pos;
        known.headPos = found.headPos;
      }
    }
  }
  return [...entries.values()];
}

/** The surest sign that each dictionary form was taught, and the first longer term that holds each shorter row of words. */
function kinOf(entries: readonly Entry[]): { surest: Map<string, number>; longer: Map<string, Entry> } {
  const surest = new Map<string, number>();
  const longer = new Map<string, Entry>();
  for (const entry of entries) {
    const words = entry.term.split(' ');
    for (const base of words.length === 1 ? possibleBases(entry.term) : [])
      surest.set(base, Math.max(surest.get(base) ?? 0, entry.bestWeight));
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 1; to <= words.length; to += 1) {
        const part = words.slice(from, to).join(' ');
        if (part !== entry.term && !longer.has(part)) longer.set(part, entry);
      }
    }
  }
  return { surest, longer };
}

/** "jot" and "jot down", "bill" and "split the bill": the longer term is the one to learn, unless the short one was defined by itself. */
function absorb(entries: readonly Entry[]): Entry[] {
  const kin = kinOf(entries);
  return entries.filter((entry) => {
    // "mortify" beside "mortifying", "custom" beside "customs": the form that was taught is the term
    const isOtherForm =
      !entry.term.includes(' ') &&
      possibleBases(entry.term).some((base) => base.length > 1 && (kin.surest.get(base) ?? 0) > entry.bestWeight);
    if (isOtherForm && entry.best.way === workedOn) return false;
    const longer = kin.longer.get(entry.term);
    if (longer === undefined) return true;
    if (entry.definition !== null && entry.bestWeight >= 0.9) return true;
    longer.weight = Math.max(longer.weight, entry.weight);
    return false;
  });
}

/** The words that the lesson taught, the surest and rarest first. */
export function findTerms(
  turns: readonly Turn[],
  corrections: readonly CorrectionReading[],
  people: ReadonlySet<string>,
  lexicon: Lexicon,
): TermReading[] {
  const entries = absorb(merge(findSigns(turns, corrections, lexicon), lexicon, people));
  const readings = entries.flatMap((entry): TermReading[] => {
    const band = Math.max(
      ...entry.term
        .split(' ')
        .filter((word) => !commonWords.has(word))
        .map((word) => lexicon.frequencyBand(word)),
      1,
    );
    const weight = Math.min(1, entry.weight);
    const single = !entry.term.includes(' ');
    // the thousand commonest words are only worth a card when the teacher really explained them
    if (single && band <= 1 && weight < 0.8) return [];
    if (weight < 0.5 || (single && commonWords.has(entry.term))) return [];
    const turn = turns[entry.best.sentence.turn];
    if (turn === undefined) return [];
    const definition =
      entry.definition ??
      lexicon.gloss(entry.term, entry.headPos ?? undefined) ??
      (single ? null : lexicon.gloss(entry.term));
    return [
      {
        term: entry.term,
        part_of_speech: entry.pos,
        definition,
        quote: quoteOf(turn, entry.best.sentence.start, (entry.best.until ?? entry.best.sentence).end),
        weight: Math.round((weight * 0.8 + Math.min(band, 10) * 0.02) * 1000) / 1000,
        explicit: weight >= explicitFrom,
        ways: [...entry.ways],
        examples: [],
      },
    ];
  });
  const words = turns.reduce(
    (sum, turn) => sum + turn.sentences.reduce((count, sentence) => count + sentence.words.length, 0),
    0,
  );
  const most = Math.max(16, Math.ceil(words / wordsPerTerm));
  const isSurer = (a: TermReading, b: TermReading): number => b.weight - a.weight || a.term.localeCompare(b.term, 'en');
  // what the teacher explained was taught, however much that is; of what was only worked on a class learns little beside it
  const explained = readings
    .filter(({ explicit }) => explicit)
    .sort(isSurer)
    .slice(0, most * mostExplained);
  const beside = readings
    .filter(({ explicit }) => !explicit)
    .sort(isSurer)
    .slice(0, Math.max(most - explained.length, fewestBeside));
  return [...explained, ...beside].sort(isSurer);
}
