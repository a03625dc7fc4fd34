import { inTransaction } from '@tulkka/shared/database';
import type { Lesson } from '@tulkka/shared/lessons';
import { ClassRepository, RecordingAudioRepository, type RecordingPart } from '@tulkka/shared/repositories';

/** The games database as transactions take it. */
type Games = Parameters<typeof inTransaction>[0];

/** Whose sound is kept after its transcription, and where it lies. Off until somebody of the class says so. */
export class KeptAudio {
  constructor(private readonly games: Games) {}

  /** The class that keeps the sound of this lesson; null where none does. */
  async keeperOf({ class_id }: Pick<Lesson, 'class_id'>): Promise<string | null> {
    const lessonClass = class_id === null ? undefined : await new ClassRepository(this.games).find(class_id);
    return lessonClass === undefined || lessonClass.keep_audio === 'none' ? null : lessonClass.id;
  }

  /** Notes where the sound of a lesson lies. Safe to repeat. */
  async note({ recording_id }: Pick<Lesson, 'recording_id'>, keeper: string, parts: RecordingPart[]): Promise<void> {
    await inTransaction(this.games, (transaction) =>
      new RecordingAudioRepository(transaction).keep(recording_id, keeper, parts),
    );
  }
}
