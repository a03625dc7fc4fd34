import { applyQualityRules, type LessonExercises } from '@tulkka/shared/exercises';
import { parseTranscript, type Transcript, withUnitedLabels } from '@tulkka/shared/transcripts';
import { type LessonReader, type ReadingContext, rulesReader } from './analysis/lesson-reader.ts';
import type { Translatable } from './analysis/openai/openai-translator.ts';
import type { TokenUsage } from './analysis/openai/token-usage.ts';
import { readLesson } from './analysis/read-lesson.ts';
import { withoutPrivate } from './analysis/without-private.ts';
import {
  type ComposingOptions,
  composeExercises,
  evidenceOf,
  gatherMaterial,
  type Material,
  withDictionaryTranslations,
  withMeaningsNamed,
} from './composing/index.ts';
import { type Lexicon, openLexicon } from './lexicon/index.ts';
import { writeReport } from './report/write-report.ts';

/** How a lesson is to be turned into exercises. */
export interface GenerateOptions extends ReadingContext {
  lessonNumber: number;
  /** The class's language, for translations: by the reader where it can, else from dictionaries. */
  nativeLanguage?: string | null;
  /** The same transcript and seed give the same set. */
  seed?: string;
  /** The rules read where no reader is given. */
  reader?: LessonReader;
  /** Shared by callers that generate more than once: opening it costs a third of a second. */
  lexicon?: Lexicon;
}

/** A lesson's exercises, and what making them took. */
export interface GeneratedLesson {
  exercises: LessonExercises;
  /** Which prompt the model followed; null where the rules read. */
  promptVersion: string | null;
  usage: TokenUsage | null;
  /** What the exercises were made from, for reports. */
  material: Material;
}

function added(one: TokenUsage | null, other: TokenUsage): TokenUsage {
  if (one === null) return other;
  return {
    input_tokens: one.input_tokens + other.input_tokens,
    output_tokens: one.output_tokens + other.output_tokens,
    cost_usd: Number((one.cost_usd + other.cost_usd).toFixed(6)),
  };
}

function textsToTranslate(set: LessonExercises): Translatable[] {
  return [
    ...set.flashcards.map(({ word, definition }) => ({ text: word, note: definition })),
    ...set.sentence_builder.map((item) => ({ text: item.english_sentence })),
  ];
}

/** The set with what could be translated; a translation that would break a rule is left out, never its item. */
function translated(set: LessonExercises, byText: ReadonlyMap<string, string>, material: Material): LessonExercises {
  const evidence = evidenceOf(material);
  const none = { flashcards: [], spelling: [], fill_in_blank: [], grammar: [], sentence_builder: [] };
  return {
    ...set,
    flashcards: set.flashcards.map((card) => {
      const item = { ...card, translation: byText.get(card.word) ?? null };
      return applyQualityRules({ ...none, flashcards: [item] }, evidence).dropped.length === 0 ? item : card;
    }),
    sentence_builder: set.sentence_builder.map((sentence) => {
      const item = { ...sentence, translation: byText.get(sentence.english_sentence) ?? null };
      return applyQualityRules({ ...none, sentence_builder: [item] }, evidence).dropped.length === 0 ? item : sentence;
    }),
  };
}

/**
 * Reads a lesson and makes its exercises. Throws a ValidationError where there is no transcript to read; a lesson in which
 * nothing was taught gives an empty set that says so.
 */
export async function generateLesson(source: string | Transcript, options: GenerateOptions): Promise<GeneratedLesson> {
  const heard = typeof source === 'string' ? parseTranscript(source) : source;
  const cues = withUnitedLabels(heard.cues);
  const transcript = { ...heard, cues, speakers: [...new Set(cues.flatMap(({ speaker }) => speaker ?? []))] };
  const lexicon = options.lexicon ?? openLexicon();
  const reader = options.reader ?? rulesReader(lexicon);
  const { teacherName = null, signal, mayRetry = false } = options;
  const result = await reader.read(transcript, { teacherName, signal, mayRetry });
  const reading = result.reading ?? readLesson(transcript, { teacherName }, lexicon);
  const material = gatherMaterial(transcript, withoutPrivate(result.analysis), reading, lexicon);
  const composing: ComposingOptions = {
    lessonNumber: options.lessonNumber,
    seed: options.seed ?? String(options.lessonNumber),
    engine: result.engine,
    notes: result.notes,
  };
  const terms = material.terms.map(({ term }) => term);
  const made = withMeaningsNamed(composeExercises(material, composing, lexicon), terms, lexicon);
  const report = writeReport(transcript, reading.turns, made, lexicon, result.account ?? null);
  const set = { ...made, report };
  const done = { promptVersion: result.promptVersion ?? null, material };
  const language = options.nativeLanguage ?? null;
  const texts = textsToTranslate(set);
  const filled = (exercises: LessonExercises): LessonExercises =>
    withDictionaryTranslations(exercises, language, evidenceOf(material), lexicon);
  if (language === null || reader.translate === undefined || texts.length === 0 || signal?.aborted)
    return { ...done, exercises: filled(set), usage: result.usage ?? null };
  const translations = await reader.translate(texts, language, signal);
  const exercises = filled(translated(set, translations.byText, material));
  return {
    ...done,
    exercises: {
      ...exercises,
      quality: { ...exercises.quality, notes: [...exercises.quality.notes, ...translations.notes] },
    },
    usage: added(result.usage ?? null, translations.usage),
  };
}
