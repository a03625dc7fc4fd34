import { wordsOf } from '../../language/tokens.ts';
import { isContent } from '../../language/words.ts';
import type { CorrectionReading, Sentence } from '../types.ts';

/** How many sentences behind the right form the rule may follow it. */
const followsWithin = 3;
/** In feedback at the end the rule may stand between the learner's words and the right ones. */
const saidBefore = 2;
/** A mistake further back than this was taken up later: what stands between belongs to something else. */
const returnedToWithin = 8;
const length = { least: 3, most: 18 };

const grammarWord =
  /\b(?:plural|singular|(?:un)?countable|reflexive|prepositions?|articles?|infinitive|gerund|past|present|conditional|third (?:form|person)|(?:ir)?regular|plus|adverbs?|adjectives?|verbs?|nouns?|i-n-g|ing|comparatives?|superlatives?|base form|vowel|question word)\b/i;
/** "After told we need a person", "In an indirect question the verb goes at the end", "No to after can". */
const place =
  /^(?:after|before|with|behind|in front of)\b.*\b(?:we|comes?|use|no|need|goes|always|never)\b|\bno \p{L}+ (?:after|before|with|in|on)\b|\bwithout (?:to|the|an?|s|of|in|on)\b.*\b(?:after|before|with)\b|\b(?:goes|comes|stands) (?:before|after|at|with|first|last)\b/iu;
/** "When we say why we do something, we use to", "Any is for questions", "We use be for age". */
const use =
  /\bwe (?:use|need|put|add)\b|\bwe (?:say|write)\b.*\b(?:for|when|because|if|before|after|in|with)\b|\b(?:is|are) (?:only |just |always )?for\b|\b(?:takes?|needs?|has no|have no|doesn't have|can't have) (?:an? |the |no )?(?:to|plural|article|preposition|person|s|object|verb)\b/i;
/** "Explain something to somebody", "Want somebody to do something": the shape of a phrase. */
const shape = /(?<!, )\b(?:somebody|someone|something)\b/i;
/** Where a rule of form may follow without a word of the mistake in it. */
const formal: ReadonlySet<string> = new Set(['tense', 'agreement', 'article', 'conditional', 'parallelism']);
/** What is said to one person, asked or told of oneself is no rule. */
const personal =
  /\?$|\b(?:i|my|i'm|i've|you said|you wrote|did you|let's|can you|could you|your (?:e-?mail|homework|turn))\b|\b(?:u+m+|u+h+|e+r+m*)\b|^(?:good|great|perfect|yes|sorry|thanks?)\b/i;

const namesRule = (text: string): boolean => grammarWord.test(text) || place.test(text) || use.test(text);

/** The right version said once more teaches nothing that the question does not show. */
const onlyRepeats = (words: readonly string[], { right_quote }: CorrectionReading): boolean => {
  const said = new Set(wordsOf(right_quote));
  return words.filter((word) => said.has(word)).length / words.length > 0.7;
};

/** Words that tell which mistake a rule is about: those that changed, and those of meaning beside them. */
function wordsOfMistake({ wrong, right }: CorrectionReading): { changed: Set<string>; beside: Set<string> } {
  const [before, after] = [wordsOf(wrong), wordsOf(right)];
  const changed = [...before, ...after].filter((word) => before.includes(word) !== after.includes(word));
  return { changed: new Set(changed), beside: new Set([...before, ...after].filter(isContent)) };
}

/** A rule without what links it to the talk: "And information is uncountable too." */
function tidied(said: string): string {
  const bare = (/[.!?]$/.test(said) ? said : `${said}.`)
    .replace(
      /^(?:(?:and|so|but|because|remember|careful|ok|okay|well|actually|yes|no(?=,)|exactly|first|second|third),?\s+)+/i,
      '',
    )
    .replace(/,?\s+(?:too|also|okay|right|yeah|remember)([.!])$/i, '$1');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Whether a sentence stands with this correction: behind its right form, with no other right form in between. */
function standsWith(id: number, { right_id }: CorrectionReading, all: readonly CorrectionReading[]): boolean {
  const isBetween = (other: number): boolean =>
    id >= right_id ? other > right_id && other <= id : other <= id && other >= id - followsWithin;
  return !all.some((other) => other.right_id !== right_id && isBetween(other.right_id));
}

/**
 * The rule that the teacher said within a correction, in the teacher's own words; null where none was said. It has to speak
 * of what changed, or to follow the right form of a single mistake at once.
 */
export function teachersRule(
  reading: CorrectionReading,
  all: readonly CorrectionReading[],
  spoken: readonly Sentence[],
  people: ReadonlySet<string>,
): string | null {
  const { wrong_id, right_id } = reading;
  const isFar = right_id - wrong_id > returnedToWithin;
  const from = isFar ? right_id - saidBefore : wrong_id + 1;
  const turn = spoken[right_id]?.turn;
  const { changed, beside } = wordsOfMistake(reading);
  const isSingle = all.every((one) => one === reading || (one.right_id !== right_id && one.wrong_id !== wrong_id));
  const rules = spoken.slice(Math.min(from, right_id), right_id + 1 + followsWithin).flatMap((sentence) => {
    if (isFar && sentence.id < right_id && sentence.turn !== turn) return [];
    if (sentence.role !== 'teacher' || (sentence.aside !== null && sentence.aside !== 'classroom')) return [];
    // the words as said: of "No to after can" a sentence keeps no "no"
    const text = tidied(sentence.raw);
    const words = wordsOf(text);
    if (words.length < length.least || words.length > length.most || personal.test(text)) return [];
    if (words.some((word) => people.has(word)) || onlyRepeats(words, reading)) return [];
    if (!standsWith(sentence.id, reading, all)) return [];
    const ofChange = words.filter((word) => changed.has(word)).length;
    const near = words.filter((word) => beside.has(word)).length;
    const follows = isSingle && sentence.id === right_id + 1 && formal.has(reading.category) && grammarWord.test(text);
    const isRule =
      (namesRule(text) && (ofChange + near > 0 || follows)) ||
      (!formal.has(reading.category) && shape.test(text) && ofChange > 0);
    return isRule ? [{ text, worth: 2 * ofChange + near + (follows ? 1 : 0) }] : [];
  });
  return rules.toSorted((a, b) => b.worth - a.worth)[0]?.text ?? null;
}
