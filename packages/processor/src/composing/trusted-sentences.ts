import { type Analysis, fold, foldedWords, type GoodSentence, holdsWords } from '@tulkka/shared/exercises';
import type { Sentence } from '../analysis/types.ts';
import { opensLikeClause } from '../language/clauses.ts';
import { possibleBases } from '../language/inflection.ts';
import { phraseFinder } from '../language/phrase-finder.ts';
import { wordsOf } from '../language/tokens.ts';
import { isContent, praise } from '../language/words.ts';
import { fewestWords, isWhole } from './fit-sentence.ts';

const mostWords = 20;
/** How many sentences away a teacher's version of a learner's words may stand. */
const answerWithin = 8;
/** How soon after a learner's words a teacher takes them up, in sentences. */
const answeredWithin = 4;
/** So many words that carry meaning, said again among others, are an answer and no chance. */
const echoedWords = 2;
/** A recast of more words is talk. */
const longestRecast = 6;
/** A teacher who asks more words back goes on with the talk. */
const longestEcho = 5;
/** What is said oftener tells nothing. */
const oftenSaid = 100;
/** So much of the shorter sentence must come back for it to be the same. */
const mostlyShared = 0.6;
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

/** Whether a row of words holds another, in one piece. */
const holdsRun = (words: readonly string[], run: readonly string[]): boolean =>
  ` ${words.join(' ')} `.includes(` ${run.join(' ')} `);

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

/** What the words of a sentence that carry meaning are forms of, with the forms that were said. */
function formsByBase(words: Iterable<string>): Map<string, string> {
  const forms = new Map<string, string>();
  for (const word of words) if (isContent(word)) for (const base of possibleBases(word)) forms.set(base, word);
  return forms;
}

/** How many words of one are also said in the other, in whatever form, and how many of them in another form. */
function sharedForms(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): { shared: number; bent: number } {
  const same = new Set<string>();
  const bent = new Set<string>();
  for (const [base, word] of one) {
    const theirs = other.get(base);
    if (theirs === undefined) continue;
    same.add(word);
    if (theirs !== word) bent.add(word);
  }
  return { shared: same.size, bent: [...bent].filter((word) => !other.has(word)).length };
}

/** What is known about who said a sentence, and what was said after it. */
export interface Trust {
  /** Only learners said it. */
  isLearners(sentence: GoodSentence): boolean;
  /** Nobody who knows better said nearly the same close by. */
  isTrusted(sentence: GoodSentence): boolean;
  /** Only learners said it, and before a teacher said what is quoted here. */
  isLearnersBefore(sentence: GoodSentence, quote: string): boolean;
  /** The teacher's next words praise it. */
  isPraised(sentence: GoodSentence): boolean;
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
  const formSets = wordSets.map(formsByBase);
  const byBase = new Map<string, number[]>();
  for (const [place, forms] of formSets.entries()) {
    for (const base of forms.keys()) {
      const said = byBase.get(base) ?? [];
      if (said.length < oftenSaid) byBase.set(base, [...said, place]);
    }
  }

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
    const ownForms = formsByBase(own);
    const answered = spoken.slice(at + 1, at + 1 + answeredWithin).map(({ role }, i) => {
      const theirs = role === 'teacher' ? [...(wordSets[at + 1 + i] ?? [])].filter(isContent) : [];
      return {
        echoed: theirs.filter((word) => possibleBases(word).some((base) => ownForms.has(base))),
        isOther: theirs.some((word) => !own.has(word)),
      };
    });
    // what is taken up may be spread over two sentences
    return answered.some(({ echoed, isOther }, i) => {
      const next = answered[i + 1];
      return isOther && new Set([...echoed, ...(next?.isOther ? next.echoed : [])]).size >= echoedWords;
    });
  }

  /** The teacher put in a word or two, and the learner said it again with them: the first try was the wrong one. */
  function wasRecast(at: number, own: readonly string[]): boolean {
    const turn = spoken[at]?.turn ?? 0;
    const behind = spoken.slice(at + 1, at + 1 + answerWithin);
    const recasts = behind.filter((one) => one.role === 'teacher' && one.turn === turn + 1);
    const again = behind.flatMap((one, i) =>
      one.role === 'student' && one.turn === turn + 2
        ? [{ words: one.words.map(({ lower }) => lower), place: at + 1 + i }]
        : [],
    );
    const forms = formsByBase(own);
    return recasts.some((recast) => {
      const words = recast.core.map(({ lower }) => lower);
      if (words.length > longestRecast || holdsRun(own, words) || !words.some(isContent)) return false;
      return again.some(
        ({ words: theirs, place }) =>
          holdsRun(theirs, words) &&
          sharedForms(forms, formSets[place] ?? new Map()).shared > 0 &&
          !holdsRun(theirs, own),
      );
    });
  }

  /** Much later somebody said the same things in other forms: "they have eaten them", and at the end "they ate them". */
  function wasBentLater(at: number, own: ReadonlySet<string>): boolean {
    const forms = formsByBase(own);
    const later = new Set(
      [...forms.keys()].flatMap((base) => byBase.get(base) ?? []).filter((place) => place > at + answeredWithin),
    );
    return [...later].some((place) => {
      const theirs = formSets[place] ?? new Map<string, string>();
      const { shared, bent } = sharedForms(forms, theirs);
      const fewer = Math.min(new Set(forms.values()).size, new Set(theirs.values()).size);
      return shared >= echoedWords && bent > 0 && shared / fewer >= mostlyShared;
    });
  }

  /** "In her carpet?": the teacher's next words ask some of it back, and no praise comes after them. */
  function wasAskedBack(at: number, own: ReadonlySet<string>): boolean {
    const [echo, after] = [spoken[at + 1], spoken[at + 2]];
    if (echo?.role !== 'teacher' || !echo.question || echo.core.length > longestEcho) return false;
    const words = echo.core.map(({ lower }) => lower);
    const isEcho = words.some(isContent) && words.every((word) => own.has(word));
    return isEcho && !(after?.role === 'teacher' && after.words.slice(0, 3).some(({ lower }) => praise.has(lower)));
  }

  function wasSaidBetter(sentence: GoodSentence): boolean {
    const at = places.get(spokenAs(sentence));
    if (at === undefined) return false;
    const own = new Set(foldedWords(sentence.text));
    if (isLabelled && isLearners(sentence)) {
      if (wasPutOtherwise(at, own) || wasRecast(at, foldedWords(sentence.text))) return true;
      if (wasAskedBack(at, own) || wasBentLater(at, own)) return true;
    }
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

  const isPraised = (sentence: GoodSentence): boolean => {
    const at = places.get(spokenAs(sentence));
    const next =
      at === undefined
        ? undefined
        : spoken.slice(at + 1, at + 1 + answeredWithin).find(({ role }) => role === 'teacher');
    return next?.words.slice(0, 3).some(({ lower }) => praise.has(lower)) ?? false;
  };

  const isLearnersBefore = (sentence: GoodSentence, quote: string): boolean => {
    const own = places.get(spokenAs(sentence));
    const theirs = places.get(spokenAs({ text: quote, quote }));
    return isLearners(sentence) && own !== undefined && theirs !== undefined && own < theirs;
  };

  return {
    isLearners,
    isTrusted: (sentence) => (isLabelled && !isLearners(sentence)) || !wasSaidBetter(sentence),
    isLearnersBefore,
    isPraised,
  };
}
