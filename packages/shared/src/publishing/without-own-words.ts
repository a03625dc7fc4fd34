import { type Analysis, exerciseKinds, fillBlank, type LessonExercises } from '../exercises/index.ts';

/** A set without all that repeats somebody’s own words; the same set where nothing does. */
export function withoutOwnWords(exercises: LessonExercises, isTheirs: (text: string) => boolean): LessonExercises {
  const clean = (texts: readonly (string | null)[]): boolean => !texts.some((text) => text !== null && isTheirs(text));
  const lists = {
    flashcards: exercises.flashcards.filter((card) =>
      clean([card.example_sentence, card.definition, card.source_quote]),
    ),
    spelling: exercises.spelling.filter((word) => clean([word.sample_sentence, word.hint, word.source_quote])),
    fill_in_blank: exercises.fill_in_blank.filter((gap) =>
      clean([fillBlank(gap.sentence, gap.correct_answer), ...wrongOnes(gap.sentence, gap.options), gap.source_quote]),
    ),
    grammar: exercises.grammar.filter((question) =>
      clean([
        fillBlank(question.question, question.correct_answer),
        ...wrongOnes(question.question, question.options),
        question.source_quote,
      ]),
    ),
    sentence_builder: exercises.sentence_builder.filter((item) => clean([item.english_sentence, item.source_quote])),
  };
  const { report } = exercises;
  const taught = report?.taught.filter(({ what }) => clean([...what.split(' → '), what]));
  const analysis = withoutQuotes(exercises.analysis, clean);
  const dropped = exercises.quality.dropped.filter(({ what, reason }) => clean([what, reason]));
  const total = exerciseKinds.reduce((sum, kind) => sum + lists[kind].length, 0);
  const left = (found: Analysis): number => found.vocabulary.length + found.corrections.length + found.sentences.length;
  const same =
    total === exercises.total_exercises &&
    left(analysis) === left(exercises.analysis) &&
    dropped.length === exercises.quality.dropped.length &&
    taught?.length === report?.taught.length;
  if (same) return exercises;
  return {
    ...exercises,
    ...lists,
    analysis,
    total_exercises: total,
    quality: { ...exercises.quality, dropped },
    ...(report && taught && { report: { ...report, taught } }),
  };
}

/** The sentence as the learner said it: the gap filled with each option. */
const wrongOnes = (sentence: string, options: readonly string[]): string[] =>
  options.map((option) => fillBlank(sentence, option));

function withoutQuotes(analysis: Analysis, clean: (texts: readonly (string | null)[]) => boolean): Analysis {
  return {
    ...analysis,
    vocabulary: analysis.vocabulary.filter(({ quote, definition }) => clean([quote, definition])),
    corrections: analysis.corrections.filter(({ quote, wrong, right }) => clean([quote, wrong, right])),
    sentences: analysis.sentences.filter(({ quote, text }) => clean([quote, text])),
  };
}
