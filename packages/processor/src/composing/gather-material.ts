import { type Analysis, commonWords, fold, foldedWords, type GoodSentence, holdsWords } from '@tulkka/shared/exercises';
import { findPrivateSpans, type Transcript } from '@tulkka/shared/transcripts';
import { teachersRule } from '../analysis/corrections/teachers-rule.ts';
import { isCutOff, mayShow } from '../analysis/gates/index.ts';
import type { LessonReading } from '../analysis/types.ts';
import { phraseFinder } from '../language/phrase-finder.ts';
import { wordsOf } from '../language/tokens.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { openMarking } from '../marking/marking.ts';
import { doubting } from './doubting.ts';
import { spareExamples } from './examples-of-term.ts';
import { findTerm, isNameIn } from './find-term.ts';
import { asStatement, isFit } from './fit-sentence.ts';
import type { CorrectionMaterial, Material, TermMaterial } from './material.ts';
import { openTokens } from './minimal-difference.ts';
import { withNames } from './proper-names.ts';
import { repeatsMeaning } from './repeats-meaning.ts';
import { withoutStress } from './stress.ts';
import { teachersSentences, trustIn } from './trusted-sentences.ts';
import { wholeRightSentence } from './whole-right-sentence.ts';

const mostExamples = 6;
/** More than a set can use: what a recording of many hours holds beyond that would only cost time. */
const mostTerms = 60;
const mostCorrections = 80;
/** How likely a teacher must let a sentence pass that stands alone, that shows a word, that was put right, and explained. */
const likely = { alone: 0.5, example: 0.4, putRight: 0.3, explained: 0.15 };
/** So much likelier, where only a learner said it and nobody put it right: a slip that nobody named is hardly seen. */
const moreForLearners = 0.2;
/** A learner's sentence that was put right in one place may hold another slip. */
const moreIfMended = 0.1;

/** A learner's sentence of more words must have been heard with approval. */
const longestUnheard = 8;

/** Beyond the words that are counted. */
const oddBand = 10;

const named = (sentence: GoodSentence | null): GoodSentence | null =>
  sentence && { ...sentence, text: withNames(sentence.text) };

const says = /^(?:says?|said|saying|writes?|wrote|written|writing)$/;

/** "I write actual in all my mails": what is told of is the word itself. */
function isOfItsUse(text: string, term: string): boolean {
  const words = foldedWords(text);
  const [first = ''] = foldedWords(term);
  return words.some((word, at) => word === first && at > 0 && says.test(words[at - 1] ?? ''));
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

/** "Breakfast" beside "bed and breakfast" with the same meaning is a piece of the term, cut out of it. */
function withoutPieces(terms: Analysis['vocabulary']): Analysis['vocabulary'] {
  const byMeaning = new Map<string, string[]>();
  for (const { term, definition } of terms)
    if (definition !== null) byMeaning.set(definition, [...(byMeaning.get(definition) ?? []), ` ${fold(term)} `]);
  return terms.filter(({ term, definition }) => {
    const own = ` ${fold(term)} `;
    const alike = definition === null ? [] : (byMeaning.get(definition) ?? []);
    return !alike.some((other) => other !== own && other.includes(own));
  });
}

/** What was said, as quotes are looked up in it: cues joined by spaces. */
export function spokenText(transcript: Transcript): string {
  return transcript.cues.map((cue) => cue.text).join(' ');
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
  const isLabelled = transcript.speakers.length > 0;
  const { isLearners, isLearnersBefore, isPraised, isTrusted: isBelieved } = trustIn(spoken, isLabelled);
  const taught = new Set(
    analysis.vocabulary.flatMap(({ term }) => foldedWords(term).map((word) => lexicon.lemma(word))),
  );
  // "two milliards": a word that hardly anybody says is often one of the learner's first language
  const isOdd = ({ text }: GoodSentence): boolean =>
    foldedWords(text).some((word) => lexicon.frequencyBand(word) >= oddBand && !taught.has(lexicon.lemma(word)));
  // a long sentence of a learner's holds more than one is told of, unless the teacher praised it or it was put right
  const isUnheard = (sentence: GoodSentence): boolean =>
    foldedWords(sentence.text).length > longestUnheard &&
    !isPraised(sentence) &&
    !analysis.corrections.some(({ right }) => right.includes(' ') && holdsWords(sentence.text, right));
  const isTrusted = (sentence: GoodSentence): boolean =>
    isBelieved(sentence) &&
    !(isLearners(sentence) && isUnheard(sentence)) &&
    !((isLearners(sentence) || !isLabelled) && isOdd(sentence));
  const conversation = { spoken, corrections: analysis.corrections };
  // "very enjoyful": no dictionary knows it, and it was not taught
  const isInvented = ({ text }: GoodSentence): boolean =>
    text
      .split(/[^\p{L}'’-]+/u)
      .some(
        (word) =>
          /^\p{Ll}{4,}$/u.test(word) &&
          !taught.has(lexicon.lemma(word)) &&
          !lexicon.isWord(word) &&
          !lexicon.isWord(lexicon.lemma(word)),
      );
  const mayBeShown = (sentence: GoodSentence): boolean =>
    isFit(sentence, lexicon) && !isInvented(sentence) && mayShow(sentence, conversation) === null;
  const marking = openMarking(reading, lexicon);
  const isLikely =
    (least: number) =>
    (sentence: GoodSentence): boolean =>
      marking.sentence(sentence) >= least + (isLearners(sentence) ? moreForLearners : 0);
  const fit = (sentences: readonly GoodSentence[], least: number): GoodSentence[] =>
    sentences
      .map(asStatement)
      .map((sentence) => ({ ...sentence, text: withoutStress(sentence.text, lexicon) }))
      .filter((sentence) => mayBeShown(sentence) && isLikely(least)(sentence))
      .sort((a, b) => marking.sentence(b) - marking.sentence(a));
  const trusted = analysis.sentences
    .toSorted((a, b) => Number(isLearners(a)) - Number(isLearners(b)))
    .filter(isTrusted);
  const teachers = teachersSentences(spoken, analysis);
  const sentencesFrom = (least: number): GoodSentence[] => distinct([...fit(trusted, least), ...fit(teachers, least)]);
  const good = fit(trusted, likely.alone);
  const pool = sentencesFrom(likely.alone);
  const doubtful = doubting(reading, marking, lexicon);
  const known = new Map(reading.terms.map((term) => [fold(term.term), term]));
  const ranked = withoutPieces(analysis.vocabulary)
    .map((term) => ({ term, reading: known.get(fold(term.term)) }))
    .sort(
      (a, b) =>
        Number(b.reading?.explicit ?? true) - Number(a.reading?.explicit ?? true) ||
        (b.reading?.weight ?? 0.5) - (a.reading?.weight ?? 0.5),
    );
  const terms: TermMaterial[] = ranked.slice(0, mostTerms).map(({ term, reading: found }) => {
    // what a learner said with a word before the teacher explained it may be why it was explained
    const isMisused = (sentence: GoodSentence): boolean =>
      ((found?.explicit ?? true) && isLearnersBefore(sentence, term.quote)) ||
      (isLearners(sentence) && isOfItsUse(sentence.text, term.term));
    const shown = distinct([
      ...fit((found?.examples ?? []).filter(isTrusted), likely.example),
      ...pool.filter((sentence) => findTerm(sentence.text, term.term, lexicon) !== null),
    ]).filter((sentence) => !isMisused(sentence));
    const examples = shown.filter(({ text }) => !isNameIn(text, term.term, lexicon));
    const isName = examples.length < shown.length && examples.length === 0;
    const gathered: TermMaterial = {
      ...term,
      definition: term.definition !== null && isCutOff(term.definition) ? null : term.definition,
      explicit: found?.explicit ?? true,
      weight: found?.weight ?? 0.5,
      examples: examples.slice(0, mostExamples),
      learnersExamples: new Set(examples.filter(isLearners).map(({ text }) => text)),
      spare:
        !isName &&
        examples.every((example) => isLearners(example) || repeatsMeaning(example.text, term.term, term.definition))
          ? spareExamples(
              term,
              { mayBeShown, isTrusted, isLikely: isLikely(likely.example), hasOwn: examples.length > 0 },
              lexicon,
            )
          : [],
    };
    return doubtful(gathered, found?.ways ?? []);
  });
  const readings = new Map(reading.corrections.map((each) => [`${each.wrong} → ${each.right}`, each]));
  const first = analysis.corrections
    .toSorted((a, b) => Number(b.explicit) - Number(a.explicit))
    .slice(0, mostCorrections);
  const tokens = sentencesFrom(likely.explained).map((sentence) => ({ sentence, tokens: openTokens(sentence.text) }));
  const sources = {
    pool: tokens,
    corrections: analysis.corrections,
    spoken,
    isTrusted,
  };
  // what the teacher stopped for is worth more than what passed by
  const isWorth = (explicit: boolean) => (sentence: GoodSentence) =>
    mayBeShown(sentence) &&
    marking.sentence(sentence) >=
      (explicit ? likely.explained : likely.putRight + (isLearners(sentence) ? moreIfMended : 0));
  const people = new Set(reading.people);
  const corrections: CorrectionMaterial[] = first.map((correction) => {
    const known = readings.get(`${correction.wrong} → ${correction.right}`);
    const whole = named(
      wholeRightSentence(correction, known, { ...sources, mayBeShown: isWorth(correction.explicit) }),
    );
    return {
      ...correction,
      wrong: withoutStress(correction.wrong, lexicon),
      right: withoutStress(correction.right, lexicon),
      sentence: whole && { ...whole, text: withoutStress(whole.text, lexicon) },
      rule: known === undefined ? null : teachersRule(known, reading.corrections, spoken, people),
      ...(known !== undefined && { found: { confidence: known.confidence, found: known.found } }),
      ...(whole !== null && { likely: marking.sentence(whole) }),
    };
  });
  // what is said to run the class ("Read the menu") may still hold a term's definition, and small talk what was put right
  const putRight = new Set(reading.corrections.flatMap((each) => [fold(each.wrong_quote), fold(each.right_quote)]));
  const isTalk = (reason: string): boolean => reason === 'small talk' || reason === 'tech';
  const holdsRight = phraseFinder(
    analysis.corrections.map(({ right }) => fold(right)).filter((right) => right.includes(' ')),
  );
  const asides = reading.asides.filter(
    ({ reason, text }) =>
      reason !== 'classroom' &&
      !(isTalk(reason) && (putRight.has(fold(text)) || holdsRight(fold(text).split(' ')))) &&
      wordsOf(text).some((word) => !commonWords.has(word)),
  );
  const transcriptText = spokenText(transcript);
  return {
    // a teacher who opens the analysis reads its sentences too
    analysis: { ...analysis, sentences: analysis.sentences.filter((one) => mayShow(one, conversation) === null) },
    terms,
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
