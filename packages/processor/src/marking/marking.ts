import { readFileSync } from 'node:fs';
import type { GoodSentence } from '@tulkka/shared/exercises';
import { z } from 'zod';
import type { LessonReading } from '../analysis/types.ts';
import { loadTagger } from '../language/tagger.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { likelihood } from './likelihood.ts';
import { meaningTraits, type ToldMeaning } from './meaning-traits.ts';
import { type AskedCorrection, questionTraits } from './question-traits.ts';
import { placesIn } from './sentence-place.ts';
import { sentenceTraits } from './sentence-traits.ts';

/** How teachers would probably mark what a lesson gives, learnt from what they marked (`packages/processor/marks`). */
export interface Marking {
  /** How likely a teacher lets a sentence stand alone, 0 to 1. */
  sentence(sentence: GoodSentence): number;
  /** How likely a teacher lets a card with this term and meaning pass, 0 to 1. */
  meaning(told: ToldMeaning): number;
}

const Weights = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) });
type Weights = z.infer<typeof Weights>;

const folder = new URL('../../marks/', import.meta.url);
const read = new Map<string, Weights>();

function weightsOf(name: string): Weights {
  const known = read.get(name);
  if (known !== undefined) return known;
  const found = Weights.parse(JSON.parse(readFileSync(new URL(`${name}.weights.json`, folder), 'utf8')));
  read.set(name, found);
  return found;
}

/** Whether the recorder wrote no mark in a quote, so that it may be two sentences. */
export const isBare = (quote: string): boolean => !/[.,?!;:…]/.test(quote);

/** What was learnt, for one lesson; the weights are read on the first question. @throws Error where they are missing or damaged */
export function openMarking(reading: LessonReading, lexicon: Lexicon): Marking {
  const tagger = loadTagger();
  const placeOf = placesIn(reading, lexicon);
  const known = new Map<string, number>();
  return {
    sentence(sentence) {
      const { text, quote } = sentence;
      const id = `${quote}\n${text}`;
      const made = known.get(id);
      if (made !== undefined) return made;
      const seen = { text, isBare: isBare(quote), place: placeOf(sentence) };
      const likely = likelihood(weightsOf('sentences'), sentenceTraits(seen, lexicon, tagger));
      known.set(id, likely);
      return likely;
    },
    meaning: (told) => likelihood(weightsOf('meanings'), meaningTraits(told, lexicon, tagger)),
  };
}

/** How likely a teacher lets a question about grammar pass, 0 to 1. @throws Error where the weights are missing or damaged */
export const markOfQuestion = (asked: AskedCorrection): number =>
  likelihood(weightsOf('questions'), questionTraits(asked));
