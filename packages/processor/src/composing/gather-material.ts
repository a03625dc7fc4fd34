import { type Analysis, commonWords, fold, foldedWords, type GoodSentence, holdsWords } from '@tulkka/shared/exercises';
import { findPrivateSpans, type Transcript } from '@tulkka/shared/transcripts';
import type { CorrectionReading, LessonReading, Sentence, TermReading } from '../analysis/types.ts';
import { wordsOf } from '../language/tokens.ts';
import { auxiliaries, determiners, questionWords, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { findTerm } from './find-term.ts';
import type { CorrectionMaterial, Material, TermMaterial } from './material.ts';
import { locate, openTokens } from './minimal-difference.ts';

const fewestWords = 4;
const mostWords = 20;
const mostExamples = 6;

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
  const holding = pool.find((sentence) => locate(openTokens(sentence.text), right) !== null);
  if (holding !== undefined) return holding;
  return isWhole(correction.right) ? { text: asSentence(correction.right), quote: correction.quote } : null;
}

/** What was said, as quotes are looked up in it: cues joined by spaces. */
export function spokenText(transcript: Transcript): string {
  return transcript.cues.map((cue) => cue.text).join(' ');
}

function readCorrection(known: CorrectionReading | undefined): GoodSentence | null {
  if (known === undefined || known.right_sentence === null) return null;
  return { text: asSentence(known.right_sentence), quote: known.right_quote };
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
  const pool = distinct([...analysis.sentences, ...teacherSentences]);
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
    sentences: analysis.sentences,
    transcriptText,
    people: [...new Set([...transcript.speakers, ...(reading.teacher === null ? [] : [reading.teacher])])],
    setAside: asides.map((aside) => aside.text),
    privateSpans: reading.turns.flatMap((turn) =>
      findPrivateSpans(turn.text).map((span) => turn.text.slice(span.start, span.end)),
    ),
  };
}
