import { type Analysis, commonWords, fold, foldedWords, type GoodSentence, holdsWords } from '@tulkka/shared/exercises';
import { findPrivateSpans, type Transcript } from '@tulkka/shared/transcripts';
import type { CorrectionReading, LessonReading, Sentence, TermReading } from '../analysis/types.ts';
import { wordsOf } from '../language/tokens.ts';
import { auxiliaries, determiners, questionWords, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { findTerm } from './find-term.ts';
import type { CorrectionMaterial, Material, TermMaterial } from './material.ts';
import { locate, openTokens } from './minimal-difference.ts';
import { soundsWrong } from './sounds-wrong.ts';

const fewestWords = 4;
const mostWords = 20;
const mostExamples = 6;

const letterRow = /(?:^|[\s-])\p{L}(?:[\s-]+\p{L}){2,}(?=[\s.,!?-]|$)/u;

/** Told as a question, meant as an answer: "Your brother drinks chocolate milk?" is a statement to practise with. */
function asStatement(sentence: GoodSentence): GoodSentence {
  const words = wordsOf(sentence.text);
  const first = words[0]?.split(/['’]/)[0] ?? '';
  const isStatement =
    sentence.text.endsWith('?') &&
    (subjectPronouns.has(first) || determiners.has(first)) &&
    !auxiliaries.has(first) &&
    !/\b(?:right|okay|isn't it|or|\w+n't (?:you|he|she|it|we|they|i))\?$/i.test(sentence.text);
  return isStatement ? { ...sentence, text: `${sentence.text.slice(0, -1)}.` } : sentence;
}

/** A sentence that answers or praises first ("That's right, he wakes up at seven") or spells a word is none to practise. */
function isClean({ text }: GoodSentence): boolean {
  return (
    !letterRow.test(text) &&
    !/,\s*no\b/i.test(text) &&
    !/^(?:that's|it's|you're|is|very|not) (?:right|good|it|true|correct|perfect|better|great|quite)\b,?/i.test(text) &&
    !/,\s*(?:right|okay|ok|look|you know|you see|with(?:out)? (?:an? |the )?\w+)[.?!]$/i.test(text)
  );
}

/** Whether a phrase could stand as a sentence: it begins like one and has enough words. */
function isWhole(text: string): boolean {
  const words = wordsOf(text);
  const first = words[0]?.split(/['’]/)[0] ?? '';
  return (
    words.length >= fewestWords &&
    (subjectPronouns.has(first) ||
      determiners.has(first) ||
      questionWords.has(first) ||
      auxiliaries.has(first) ||
      /^(?:there|everybody|everyone|nobody|somebody|people)$/.test(first))
  );
}

function asSentence(text: string): string {
  const trimmed = text.trim().replace(/[,;:]+$/, '');
  const words = wordsOf(trimmed);
  const asks =
    questionWords.has(words[0] ?? '') || (auxiliaries.has(words[0] ?? '') && subjectPronouns.has(words[1] ?? ''));
  const marked = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}${asks ? '?' : '.'}`;
  return marked.charAt(0).toUpperCase() + marked.slice(1);
}

/** Sentences of the teacher that may be shown: of the lesson, whole, and free of the learners' mistakes. */
function showable(sentences: readonly Sentence[], analysis: Analysis): GoodSentence[] {
  return sentences
    .filter(
      (sentence) =>
        sentence.role === 'teacher' &&
        sentence.aside === null &&
        sentence.core.length >= fewestWords &&
        sentence.core.length <= mostWords,
    )
    .filter((sentence) => isWhole(sentence.text) || /^(?:a|an|the|to|\p{L}+ (?:means|is|are))\b/iu.test(sentence.text))
    .filter(
      (sentence) =>
        !/["“”]|,\s*not\b|\b(?:we say|you say|say it|repeat|spell|page|exercise|homework|screen|careful|what does|do you know)\b/i.test(
          sentence.text,
        ),
    )
    .filter(
      (sentence) =>
        !analysis.corrections.some(({ wrong, right }) => holdsWords(sentence.text, wrong) && !holdsWords(right, wrong)),
    )
    .map((sentence) => ({ text: sentence.text, quote: sentence.raw }));
}

/** Without a verb it is a list or a cry ("A headache, a cold, a fever!"), not a sentence. */
function hasVerb(text: string, lexicon: Lexicon): boolean {
  const words = wordsOf(text);
  return words.some((word, at) => {
    if (auxiliaries.has(word) || /['’](?:s|m|re|ve|ll|d|t)$/.test(word)) return true;
    const [usual] = lexicon.partsOfSpeech(lexicon.lemma(word, 'verb'));
    if (usual === 'verb') return true;
    return (
      usual !== undefined &&
      (subjectPronouns.has(words[at - 1] ?? '') || word !== lexicon.lemma(word, 'verb')) &&
      lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb')
    );
  });
}

/** What the teacher said is right; what a learner said may hide a slip that nobody corrected. */
function learnersOwn(spoken: readonly Sentence[]): (sentence: GoodSentence) => boolean {
  const teachers = new Set(
    spoken.filter((sentence) => sentence.role === 'teacher').map((sentence) => fold(sentence.raw)),
  );
  const learners = new Set(
    spoken.filter((sentence) => sentence.role === 'student').map((sentence) => fold(sentence.raw)),
  );
  return ({ quote }) => learners.has(fold(quote)) && !teachers.has(fold(quote));
}

/** How many sentences on a teacher's answer to a learner may come. */
const answerWithin = 8;

/** Whether the teacher answered with nearly the same words: then the learner's may have been wrong. */
function wasSaidBetter(sentence: GoodSentence, spoken: readonly Sentence[]): boolean {
  const at = spoken.findIndex((each) => fold(each.raw) === fold(sentence.quote));
  const own = new Set(foldedWords(sentence.text));
  return spoken.slice(at + 1, at + 1 + answerWithin).some((answer) => {
    if (answer.role !== 'teacher' || holdsWords(answer.text, sentence.text)) return false;
    const theirs = new Set(foldedWords(answer.text));
    const shared = [...own].filter((word) => theirs.has(word)).length;
    return shared / (own.size + theirs.size - shared) >= 0.5;
  });
}

function distinct(sentences: readonly GoodSentence[]): GoodSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => {
    const key = fold(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function wholeRightSentence(
  correction: { right: string; quote: string },
  pool: readonly GoodSentence[],
): GoodSentence | null {
  const right = openTokens(correction.right);
  // two words may stand anywhere: the sentence must then be the one in which they were put right
  const isNear = (quote: string): boolean =>
    right.length > 2 || holdsWords(correction.quote, quote) || holdsWords(quote, correction.quote);
  const holding = pool.find((sentence) => locate(openTokens(sentence.text), right) !== null && isNear(sentence.quote));
  if (holding !== undefined) return holding;
  return isWhole(correction.right) && isClean({ text: correction.right, quote: correction.quote })
    ? { text: asSentence(correction.right), quote: correction.quote }
    : null;
}

/** What was said, as quotes are looked up in it: cues joined by spaces. */
export function spokenText(transcript: Transcript): string {
  return transcript.cues.map((cue) => cue.text).join(' ');
}

function readCorrection(known: CorrectionReading | undefined): GoodSentence | null {
  if (known === undefined || known.right_sentence === null) return null;
  const sentence = asStatement({ text: asSentence(known.right_sentence), quote: known.right_quote });
  return isClean(sentence) ? sentence : null;
}

function knownTerm(terms: readonly TermReading[], term: string): TermReading | undefined {
  return terms.find((each) => fold(each.term) === fold(term));
}

/**
 * Joins what an engine found with what the transcript holds: examples for every term, a whole sentence for every
 * correction. `reading` is what the rules found out about the lesson; `analysis` may be theirs or another engine's.
 */
export function gatherMaterial(
  transcript: Transcript,
  analysis: Analysis,
  reading: LessonReading,
  lexicon: Lexicon,
): Material {
  const spoken = reading.turns.flatMap((turn) => turn.sentences);
  const teacherSentences = showable(spoken, analysis);
  const isFit = (sentence: GoodSentence): boolean =>
    isClean(sentence) && hasVerb(sentence.text, lexicon) && !soundsWrong(sentence.text, lexicon);
  const isLearners = learnersOwn(spoken);
  const good = analysis.sentences
    .toSorted((a, b) => Number(isLearners(a)) - Number(isLearners(b)))
    .filter((sentence) => !isLearners(sentence) || !wasSaidBetter(sentence, spoken))
    .map(asStatement)
    .filter(isFit);
  const pool = distinct([...good, ...teacherSentences.map(asStatement).filter(isFit)]);
  const terms: TermMaterial[] = analysis.vocabulary.map((term) => {
    const known = knownTerm(reading.terms, term.term);
    const examples = distinct([
      ...(known?.examples ?? []),
      ...pool.filter((sentence) => findTerm(sentence.text, term.term, lexicon) !== null),
    ]);
    return {
      ...term,
      explicit: known?.explicit ?? true,
      weight: known?.weight ?? 0.5,
      examples: examples.slice(0, mostExamples),
    };
  });
  const corrections: CorrectionMaterial[] = analysis.corrections.map((correction) => {
    const known = reading.corrections.find(
      (each) => each.wrong === correction.wrong && each.right === correction.right,
    );
    const read = readCorrection(known);
    const usable =
      read !== null &&
      isFit(read) &&
      foldedWords(read.text).length >= fewestWords &&
      locate(openTokens(read.text), openTokens(correction.right)) !== null;
    return {
      ...correction,
      sentence: usable
        ? read
        : wholeRightSentence({ right: correction.right, quote: known?.right_quote ?? correction.quote }, pool),
    };
  });
  // what is said to run the class ("Read the menu") may still hold a term's definition
  const asides = reading.asides.filter(
    (aside) => aside.reason !== 'classroom' && wordsOf(aside.text).some((word) => !commonWords.has(word)),
  );
  const transcriptText = spokenText(transcript);
  return {
    analysis,
    terms: terms.sort((a, b) => Number(b.explicit) - Number(a.explicit) || b.weight - a.weight),
    corrections,
    sentences: good,
    learnersSentences: new Set(good.filter(isLearners).map((sentence) => fold(sentence.text))),
    transcriptText,
    people: [...new Set([...transcript.speakers, ...(reading.teacher === null ? [] : [reading.teacher])])],
    setAside: asides.map((aside) => aside.text),
    privateSpans: reading.turns.flatMap((turn) =>
      findPrivateSpans(turn.text).map((span) => turn.text.slice(span.start, span.end)),
    ),
  };
}
