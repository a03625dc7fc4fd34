import {
  type GivenAnswer,
  type Grade,
  gradeCloze,
  gradeGrammar,
  gradeSentence,
  gradeSpelling,
} from '@tulkka/shared/grading';
import { gradeDictation, gradeHeardGaps, gradeHeardWord } from '@tulkka/shared/grading/listening';
import type { Sound } from '../speech/voice.ts';
import type { PlayItem } from './play-item.ts';

/** How well a learner knew a flashcard, by their own word. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** What a learner did with an item. */
export type Given = { answer: GivenAnswer } | { rating: Rating } | { gaveUp: true };

/** Whether an answer was right, and what helps to see why. The server grades it again, by the same functions. */
export interface Verdict {
  isCorrect: boolean;
  gaveUp: boolean;
  /** Each blank's, for a text of several. */
  correctAnswer: readonly string[];
  explanation: string | null;
  grade: Grade | null;
}

/** The verdict on what a learner did. */
export function judge(play: PlayItem, given: Given): Verdict {
  const shown = { correctAnswer: correctAnswerOf(play), explanation: explanationOf(play) };
  if ('gaveUp' in given) return { ...shown, isCorrect: false, gaveUp: true, grade: null };
  if ('rating' in given) return { ...shown, isCorrect: given.rating !== 'again', gaveUp: false, grade: null };
  const grade = play.sound === null ? gradeOf(play, given.answer) : gradeHeard(play, play.sound, given.answer);
  return { ...shown, isCorrect: grade?.isCorrect ?? false, gaveUp: false, grade };
}

function gradeOf(play: PlayItem, answer: GivenAnswer): Grade | null {
  switch (play.gameType) {
    case 'flashcards':
      return null;
    case 'spelling_bee':
      return gradeSpelling(play.item, answer);
    case 'advanced_cloze':
      return gradeCloze(play.item, answer);
    case 'grammar_challenge':
      return gradeGrammar(play.item, answer);
    case 'sentence_builder':
      return gradeSentence(play.item, answer);
  }
}

/** By ear. Games that are not played so are graded as ever. */
function gradeHeard(play: PlayItem, { text }: Sound, answer: GivenAnswer): Grade | null {
  switch (play.gameType) {
    case 'spelling_bee':
      return gradeHeardWord(play.item, answer);
    case 'advanced_cloze':
      return gradeHeardGaps(play.item, answer);
    case 'sentence_builder':
      return gradeDictation(text, answer);
    default:
      return gradeOf(play, answer);
  }
}

function correctAnswerOf(play: PlayItem): readonly string[] {
  switch (play.gameType) {
    case 'flashcards':
    case 'spelling_bee':
      return [play.item.word];
    case 'advanced_cloze':
      return play.item.correct_answers;
    case 'grammar_challenge':
      return [play.item.correct_answer];
    case 'sentence_builder':
      return [play.item.english_sentence];
  }
}

function explanationOf(play: PlayItem): string | null {
  switch (play.gameType) {
    case 'flashcards':
    case 'spelling_bee':
      return play.item.example_sentence;
    case 'advanced_cloze':
    case 'grammar_challenge':
      return play.item.explanation || null;
    case 'sentence_builder':
      return null;
  }
}
