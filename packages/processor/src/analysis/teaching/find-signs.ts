import { straight } from '../../language/apostrophes.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { asksForAWord } from '../conversation/moves/asks-for-a-word.ts';
import type { CorrectionReading, Sentence, Turn } from '../types.ts';
import weights from '../weighing/weights.json' with { type: 'json' };
import { hear } from './heard.ts';
import { loneTerm } from './lone-term.ts';
import type { Sign } from './sign.ts';
import type { Place, Way } from './way.ts';
import { lessonWays, sentenceWays } from './ways/index.ts';

/** How many turns before may ask for a word. */
const askedWithin = 3;

/** How plainly each way stops for a term, 0 to 1. */
const weightOf: ReadonlyMap<string, number> = new Map(Object.entries(weights.ways));

/** The readable words of a sentence without its end mark. */
function bare(sentence: Sentence): string {
  return straight(sentence.text.replace(/[.?!]+$/, (mark) => (mark.includes('?') ? '?' : '')));
}

/** "Fever, you know, when your temperature is high": the comma before the aside belongs to the definition. */
function plainWithoutAside(sentence: Sentence): string {
  if (!/, (?:you know|like),/i.test(sentence.raw)) return bare(sentence);
  return straight(
    sentence.raw
      .replace(/, (?:you know|like),/gi, ',')
      .replace(/\b(?:um+|uh+|erm?),? /gi, '')
      .replace(/[.!]+$/, ''),
  );
}

const nonLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Whether the turns before look for a word: they ask for it, or say it in the learner's own language. */
function isWordWanted(earlier: readonly Turn[]): boolean {
  const last = earlier.at(-1);
  if (last?.role === 'teacher') return false;
  const said = earlier.filter(({ role }) => role !== 'teacher').map(({ text }) => text);
  return asksForAWord.isIn(said.join(' ')) || nonLatin.test(last?.text ?? '');
}

/** The sentences of a turn in which a term may be taught. `earlier` are the few turns before it, the last one nearest. */
function placesIn({ sentences }: Turn, earlier: readonly Turn[]): Place[] {
  const isWanted = isWordWanted(earlier);
  const terms = sentences.map(loneTerm);
  const times = Map.groupBy(terms, (term) => term?.toLowerCase());
  return sentences.flatMap((sentence, i): Place[] => {
    if (sentence.aside === 'private' || sentence.aside === 'tech' || sentence.aside === 'foreign') return [];
    const [next, term = null] = [sentences[i + 1], terms[i]];
    return [
      {
        sentence,
        text: plainWithoutAside(sentence),
        previous: sentences[i - 1],
        next: next === undefined ? '' : bare(next),
        loneTerm: term,
        timesAlone: times.get(term?.toLowerCase())?.length ?? 0,
        isWordWanted: isWanted && i <= 1,
      },
    ];
  });
}

const signOf = (way: Way, found: Omit<Sign, 'way' | 'weight'> & { weight?: number }): Sign => ({
  ...found,
  weight: found.weight ?? weightOf.get(way.name) ?? 0,
  way,
});

/** Finds every sign in a lesson that a term was taught. */
export function findSigns(turns: readonly Turn[], corrections: readonly CorrectionReading[], lexicon: Lexicon): Sign[] {
  const inSentences = turns.flatMap((turn, at) =>
    placesIn(turn, turns.slice(Math.max(0, at - askedWithin), at)).flatMap((place) =>
      sentenceWays.flatMap((way) =>
        place.sentence.role === 'student' && !way.ofLearners
          ? []
          : way.look(place).map((found) => signOf(way, { sentence: place.sentence, ...found, part: way.part })),
      ),
    ),
  );
  const heard = hear(turns, lexicon);
  const inLesson = lessonWays.flatMap((way) =>
    way.search({ turns, corrections, lexicon, heard }).map((found) => signOf(way, found)),
  );
  // what reads the meaning to its end goes before what takes the whole sentence
  return [...inLesson, ...inSentences];
}
