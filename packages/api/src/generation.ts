import { createReader, generateLesson, type LessonReader, type Lexicon, openLexicon } from '@tulkka/processor';
import type { Settings } from '@tulkka/shared/config';
import type { LessonExercises } from '@tulkka/shared/exercises';
import type { Logger } from '@tulkka/shared/logging';
import type { PipelineMetrics } from '@tulkka/shared/metrics';
import { TokenBudgetRepository } from '@tulkka/shared/repositories';

/** The games database as repositories take it. */
type Games = ConstructorParameters<typeof TokenBudgetRepository>[0];

/** What one lesson is made from. */
export interface GenerationRequest {
  transcript: Parameters<typeof generateLesson>[0];
  lessonNumber: number;
  nativeLanguage: string | null;
  seed: string;
}

/** A lesson's exercises and the prompt that led to them. */
export interface Generated {
  exercises: LessonExercises;
  promptVersion: string | null;
}

/** Makes exercises inside a request. Dictionaries are opened by the first one: a process that makes none pays nothing. */
export class Generation {
  private opened: { reader: LessonReader; lexicon: Lexicon } | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly games: Games,
    private readonly log: Logger,
    private readonly metrics: PipelineMetrics,
  ) {}

  async generate({ transcript, lessonNumber, nativeLanguage, seed }: GenerationRequest): Promise<Generated> {
    this.opened ??= this.open();
    const started = performance.now();
    const { exercises, promptVersion } = await generateLesson(transcript, {
      lessonNumber,
      nativeLanguage,
      seed,
      ...this.opened,
    });
    this.metrics.observeStage('generate', 'done', (performance.now() - started) / 1000);
    return { exercises, promptVersion };
  }

  private open(): { reader: LessonReader; lexicon: Lexicon } {
    const lexicon = openLexicon();
    const tokens = new TokenBudgetRepository(this.games);
    const reader = createReader(this.settings, {
      lexicon,
      tokens,
      log: this.log,
      onCall: this.metrics.observeVendorCall,
    });
    return { reader, lexicon };
  }
}
