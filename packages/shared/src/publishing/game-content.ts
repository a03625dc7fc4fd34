import { type ClozeContent, type GrammarContent, lessonsGroup, type SentenceContent } from '../games/index.ts';
import type { ExerciseSet } from '../lessons/index.ts';
import { cutName } from '../recordings/cut-name.ts';
import { quotePlacer, type SpokenCue, withUnitedLabels } from '../transcripts/index.ts';
import { findTeacher, isOneToOne, type Speaker, speakerOf } from './who-spoke.ts';

/** What of its set an item is, and what was said in the lesson, where, and by whom; null where that is not known. */
export interface Source {
  set_item_id: string | null;
  source_quote: string | null;
  source_ms: number | null;
  source_by: Speaker | null;
}

/** A word as a learner's list holds it. */
export interface PublishedWord extends Source {
  word: string;
  translation: string | null;
  notes: string | null;
  example_sentence: string | null;
  picture: string | null;
  difficulty: string;
}

/** What a set becomes in the games: words for each learner's list, and a lesson in each catalogue. */
export interface GameContent {
  recordingId: string;
  exerciseSetId: string;
  /** The set as it was changed last: what an older one says is not published over a newer one. */
  revision: number;
  classId: string;
  title: string;
  /** Whether one learner alone was there. */
  isOneToOne: boolean;
  words: PublishedWord[];
  cloze: (Source & ClozeContent & { topic_id: string; difficulty: string })[];
  grammar: (Source & GrammarContent & { category_id: string; difficulty: string })[];
  sentence: (Source & SentenceContent & { topic_id: string; difficulty: string })[];
}

type SourceOf = (item: { id?: string | undefined; source_quote: string }) => Source;

/** The longest word and translation that a word list takes, in characters. */
const longestWord = 120;
const longestTranslation = 240;

/** Turns an approved set into rows for the games; nothing is judged here any more. `spoken` says where quotes were said. */
export function toGameContent(set: ExerciseSet, spoken: readonly SpokenCue[]): GameContent {
  const { exercises } = set;
  const cues = withUnitedLabels(spoken);
  const placeQuote = quotePlacer(cues);
  const teacher = findTeacher(exercises.analysis, placeQuote);
  const sourceOf: SourceOf = ({ id = null, source_quote }) => {
    const cue = placeQuote(source_quote);
    return { set_item_id: id, source_quote, source_ms: cue?.start_ms ?? null, source_by: speakerOf(cue, teacher) };
  };
  return {
    recordingId: set.recording_id,
    exerciseSetId: set.id,
    revision: set.revision,
    classId: set.class_id,
    title: set.title,
    isOneToOne: isOneToOne(cues, teacher),
    words: wordsOf(set, sourceOf),
    cloze: exercises.fill_in_blank.map((item) => ({
      topic_id: lessonsGroup.id,
      difficulty: item.difficulty,
      hint: item.hint,
      explanation: item.explanation,
      text_parts: item.sentence.split(/_{3,}/),
      options: [item.options],
      correct_answers: [item.correct_answer],
      ...sourceOf(item),
    })),
    grammar: exercises.grammar.map((item) => ({
      category_id: categorySlug(item.category),
      difficulty: item.difficulty,
      hint: item.hint,
      explanation: item.explanation,
      question: item.question,
      options: item.options,
      correct_answer: item.correct_answer,
      ...sourceOf(item),
    })),
    sentence: exercises.sentence_builder.map((item) => ({
      topic_id: lessonsGroup.id,
      difficulty: item.difficulty,
      hint: item.hint,
      english_sentence: item.english_sentence,
      translation: item.translation,
      sentence_tokens: item.sentence_tokens,
      accepted_sequences: item.accepted_sequences,
      distractors: item.distractors,
      ...sourceOf(item),
    })),
  };
}

/** The catalogue's id of a correction category: ids are slugs, so `wordChoice` is `word-choice`. */
export function categorySlug(category: string): string {
  return category.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** As the word list's unique key sees it. */
const keyOf = (word: string): string => word.normalize('NFC').toLowerCase();

/** One list of words: the flashcards, and the spelling words that no flashcard has. */
function wordsOf(set: ExerciseSet, sourceOf: SourceOf): PublishedWord[] {
  const words = new Map<string, PublishedWord>();
  for (const card of set.exercises.flashcards) {
    words.set(keyOf(card.word), {
      word: card.word,
      translation: card.translation,
      notes: card.definition,
      example_sentence: card.example_sentence,
      picture: card.picture ?? null,
      difficulty: card.difficulty,
      ...sourceOf(card),
    });
  }
  for (const item of set.exercises.spelling) {
    const key = keyOf(item.word);
    if (words.has(key)) continue;
    const { word, hint, sample_sentence, difficulty } = item;
    const known = { word, translation: null, notes: hint, example_sentence: sample_sentence, difficulty };
    words.set(key, { ...known, picture: null, ...sourceOf(item) });
  }
  return [...words.values()]
    .filter(({ word }) => word.length <= longestWord)
    .map((word) => ({
      ...word,
      translation: word.translation === null ? null : cutName(word.translation, longestTranslation),
    }));
}
