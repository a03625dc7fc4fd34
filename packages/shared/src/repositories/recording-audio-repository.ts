import type { Db } from '../database/index.ts';
import { SoundProblem } from '../exercises/index.ts';
import { KeepAudio } from './class-repository.ts';

/** One part of a recording whose sound is kept. */
export interface RecordingPart {
  audio_name: string;
  /** Where it begins in the recording: a pause lies between two parts. */
  offset_ms: number;
}

/** Kept sound of a recording, with what decides how long it stays. */
export interface KeptRecording {
  recording_id: string;
  class_id: string;
  created_at: Date;
  /** `none` as well where the class is gone. */
  keep_audio: KeepAudio;
  is_published: boolean;
}

/** Which recordings have their sound in the store, part by part. */
export class RecordingAudioRepository {
  constructor(private readonly db: Db) {}

  /** Notes the parts of a recording; what was noted before is replaced. To be used inside a transaction. */
  async keep(recordingId: string, classId: string, parts: readonly RecordingPart[]): Promise<void> {
    const at = new Date();
    await this.db('recording_audio').where({ recording_id: recordingId }).delete();
    const rows = parts.map((part, i) => ({
      recording_id: recordingId,
      part: i,
      class_id: classId,
      ...part,
      created_at: at,
      updated_at: at,
    }));
    if (rows.length > 0) await this.db('recording_audio').insert(rows);
  }

  /** The parts of a recording in their order; none where its sound is not kept. */
  async listParts(recordingId: string): Promise<RecordingPart[]> {
    const rows = await this.db('recording_audio')
      .where({ recording_id: recordingId })
      .orderBy('part')
      .select('audio_name', 'offset_ms');
    return rows.map(({ audio_name, offset_ms }) => ({ audio_name: String(audio_name), offset_ms: Number(offset_ms) }));
  }

  /** Notes why parts of a recording could not be used, or with null that they could. */
  async noteProblems(recordingId: string, problems: ReadonlyMap<string, SoundProblem | null>): Promise<void> {
    for (const [audio_name, problem] of problems) {
      await this.db('recording_audio').where({ recording_id: recordingId, audio_name }).update({ problem });
    }
  }

  /** Why the sound of a recording could not be used, by its first part of which something is known; null where it could. */
  async findProblem(recordingId: string): Promise<SoundProblem | null> {
    const [problem] = await this.db('recording_audio')
      .where({ recording_id: recordingId })
      .whereNotNull('problem')
      .orderBy('part')
      .limit(1)
      .pluck('problem');
    return problem === undefined ? null : SoundProblem.parse(problem);
  }

  /** The recordings whose sound is kept, eldest first. */
  async listKept(most: number, after: Date | null = null): Promise<KeptRecording[]> {
    const rows = await this.db('recording_audio as a')
      .leftJoin('classes as c', 'c.id', 'a.class_id')
      .leftJoin('publications as p', 'p.recording_id', 'a.recording_id')
      .where('a.part', 0)
      .where((where) => {
        if (after !== null) where.where('a.created_at', '>', after);
      })
      .orderBy(['a.created_at', 'a.recording_id'])
      .limit(most)
      .select('a.recording_id', 'a.class_id', 'a.created_at', 'c.keep_audio', 'p.recording_id as published');
    return rows.map((row) => ({
      recording_id: String(row.recording_id),
      class_id: String(row.class_id),
      created_at: new Date(row.created_at),
      keep_audio: KeepAudio.catch('none').parse(row.keep_audio),
      is_published: row.published !== null,
    }));
  }

  /** Forgets the parts of a recording. */
  async forget(recordingId: string): Promise<void> {
    await this.db('recording_audio').where({ recording_id: recordingId }).delete();
  }

  /** Those of these files that a recording names. */
  async listNamed(names: readonly string[]): Promise<Set<string>> {
    if (names.length === 0) return new Set();
    const found = await this.db('recording_audio').whereIn('audio_name', names).pluck('audio_name');
    return new Set(found.map(String));
  }
}
