import { type Analysis, fold, foldedWords, type GoodSentence, holdsWords } from '@tulkka/shared/exercises';
import type { Sentence } from '../analysis/types.ts';
import { opensLikeClause } from '../language/clauses.ts';
import { phraseFinder } from '../language/phrase-finder.ts';
import { wordsOf } from '../language/tokens.ts';
import { isContent } from '../language/words.ts';
import { fewestWords, isWhole } from './fit-sentence.ts';

const mostWords = 20;
/** How many sentences away a teacher's version of a learner's words may stand. */
const answerWithin = 8;
/** How soon after a learner's words a teacher takes them up, in sentences. */
const answeredWithin = 4;
/** So many words that carry meaning, said again among others, are an answer and no chance. */
const echoedWords = 2;
/** So many words from the end tell which sentence it was. */
const tailWords = 4;
const meta =
  /["“”]|,\s*not\b|\b(?:we say|you say|say it|repeat|spell|page|exercise|homework|screen|careful|what does|do you know)\b/i;

/** Sentences of the teacher that may be shown: of the lesson, whole, and free of the learners' mistakes. */
export function teachersSentences(sentences: readonly Sentence[], analysis: Analysis): GoodSentence[] {
  const holdsMistake = phraseFinder(
    analysis.corrections.filter(({ wrong, right }) => !holdsWords(right, wrong)).map(({ wrong }) => fold(wrong)),
  );
  const isOfLesson = ({ aside, text }: Sentence): boolean =>
    aside === null || (aside === 'classroom' && /\bmeans?\b|\bis (?:an?|when|to|the)\b/.test(text));
  const isWholeOne = ({ text }: Sentence): boolean =>
    isWhole(text) || opensLikeClause(wordsOf(text)) || /^(?:a|an|the|to|\p{L}+ (?:means|is|are))\b/iu.test(text);
  return sentences
    .filter(
      (sentence) =>
        sentence.role === 'teacher' && sentence.core.length >= fewestWords && sentence.core.length <= mostWords,
    )
    .filter((sentence) => isOfLesson(sentence) && isWholeOne(sentence) && !meta.test(sentence.text))
    .filter(({ text }) => !holdsMistake(fold(text).split(' ')))
    .map((sentence) => ({ text: sentence.text, quote: sentence.raw }));
}

const tailOf = (folded: string): string => folded.split(' ').slice(-tailWords).join(' ');

/** Whether two sentences differ in a single word that begins alike: "teeth" and "tease". */
function differInOneSlip(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [only, ...more] = [...one].filter((word) => !other.has(word));
  const [its, ...rest] = [...other].filter((word) => !one.has(word));
  return (
    only !== undefined &&
    its !== undefined &&
    more.length === 0 &&
    rest.length === 0 &&
    only.slice(0, 2) === its.slice(0, 2)
  );
}

/** What is known about who said a sentence, and what was said after it. */
export interface Trust {
  /** Only learners said it. */
  isLearners(sentence: GoodSentence): boolean;
  /** Nobody who knows better said nearly the same close by. */
  isTrusted(sentence: GoodSentence): boolean;
}

/**
 * What the teacher said is right; what a learner said may hide a slip that nobody named. Where the transcript has no
 * labels nobody knows whose words they are: then the later version is believed.
 */
export function trustIn(spoken: readonly Sentence[], isLabelled: boolean): Trust {
  const teachers = new Set<string>();
  const learners = new Set<string>();
  const places = new Map<string, number>();
  const wholeByTail = new Map<string, string>();
  const wordSets = spoken.map((sentence, place) => {
    const folded = fold(sentence.raw);
    if (sentence.role === 'teacher') teachers.add(folded);
    if (sentence.role === 'student') learners.add(folded);
    if (!places.has(folded)) places.set(folded, place);
    if (!wholeByTail.has(tailOf(folded))) wholeByTail.set(tailOf(folded), folded);
    return new Set(foldedWords(sentence.text));
  });

  /** The whole sentence a quote is from: what begins it ("And", "So") may have been left away. */
  const spokenAs = ({ quote }: GoodSentence): string => {
    const folded = fold(quote);
    const whole = places.has(folded) ? folded : wholeByTail.get(tailOf(folded));
    return whole?.endsWith(folded) ? whole : folded;
  };

  const isLearners = (sentence: GoodSentence): boolean =>
    learners.has(spokenAs(sentence)) && !teachers.has(spokenAs(sentence));

  /** The teacher said some of it again, in other words: "I never lose the deadlines." "You never miss deadlines." */
  function wasPutOtherwise(at: number, own: ReadonlySet<string>): boolean {
    const answered = spoken.slice(at + 1, at + 1 + answeredWithin).map(({ role }, i) => {
      const theirs = role === 'teacher' ? [...(wordSets[at + 1 + i] ?? [])].filter(isContent) : [];
      return { echoed: theirs.filter((word) => own.has(word)), isOther: theirs.some((word) => !own.has(word)) };
    });
    // what is taken up may be spread over two sentences
    return answered.some(({ echoed, isOther }, i) => {
      const next = answered[i + 1];
      return isOther && new Set([...echoed, ...(next?.isOther ? next.echoed : [])]).size >= echoedWords;
    });
  }

  function wasSaidBetter(sentence: GoodSentence): boolean {
    const at = places.get(spokenAs(sentence));
    if (at === undefined) return false;
    const own = new Set(foldedWords(sentence.text));
    if (isLabelled && isLearners(sentence) && wasPutOtherwise(at, own)) return true;
    // the teacher may have said it first and the learner have missed it ("brush my tease")
    const from = Math.max(0, at - answerWithin);
    return spoken.slice(from, at + 1 + answerWithin).some((answer, i) => {
      if (from + i === at || (isLabelled && answer.role !== 'teacher')) return false;
      const theirs = wordSets[from + i] ?? new Set<string>();
      // without labels what comes later is better; of two that differ in one slip neither is sure
      if (!isLabelled && from + i < at && !differInOneSlip(own, theirs)) return false;
      // "Itchy." after "My eyes are itchy." repeats, it does not mend
      if (theirs.size < fewestWords || [...theirs].every((word) => own.has(word))) return false;
      const shared = [...own].filter((word) => theirs.has(word)).length;
      return shared / (own.size + theirs.size - shared) >= 0.5 && !holdsWords(answer.text, sentence.text);
    });
  }

  return { isLearners, isTrusted: (sentence) => (isLabelled && !isLearners(sentence)) || !wasSaidBetter(sentence) };
}
