import type { Db } from '../database/index.ts';

/** Whose voice a clip is; null where nobody knows. */
export type ClipVoice = 'teacher' | 'student' | null;

/** A few seconds of a lesson. */
export interface Clip {
  id: string;
  recording_id: string;
  class_id: string;
  quote_key: string;
  said_by: ClipVoice;
  /** Milliseconds of the recording. */
  start_ms: number;
  end_ms: number;
  audio_name: string;
}

/** A clip, and the one learner of its lesson where there is one. */
export interface ClipWithLearner extends Clip {
  learner_id: string | null;
  /** Whether its exercises are in the games. */
  is_published: boolean;
}

/** Whether a clip is this person's own voice, for certain: they were the one learner of its lesson. */
export const isVoiceOf = (userId: string, { said_by, learner_id }: ClipWithLearner): boolean =>
  said_by === 'student' && learner_id === userId;

const columns = [
  'id',
  'recording_id',
  'class_id',
  'quote_key',
  'said_by',
  'start_ms',
  'end_ms',
  'audio_name',
] as const satisfies (keyof Clip)[];
const rowsAtOnce = 200;

/** Clips and where they were cut. One that a teacher removed stays removed, however often its lesson is made. */
export class ClipRepository {
  constructor(private readonly db: Db) {}

  /** Notes a clip unless its quote has one, or had one that was removed; says whether it was noted. */
  async add(clip: Clip): Promise<boolean> {
    const at = new Date();
    await this.db('clips')
      .insert({ ...clip, removed_at: null, created_at: at, updated_at: at })
      .onConflict(['recording_id', 'quote_key'])
      .ignore();
    const stored = await this.db('clips')
      .where({ recording_id: clip.recording_id, quote_key: clip.quote_key })
      .first('id');
    return stored?.id === clip.id;
  }

  /** The keys of a recording that need no clip any more: those that have one, and those whose clip was removed. */
  async listKeys(recordingId: string): Promise<Set<string>> {
    return new Set((await this.db('clips').where({ recording_id: recordingId }).pluck('quote_key')).map(String));
  }

  /** The clips of some recordings. */
  async listOfRecordings(recordingIds: readonly string[]): Promise<ClipWithLearner[]> {
    const found: ClipWithLearner[] = [];
    for (let i = 0; i < recordingIds.length; i += rowsAtOnce) {
      const rows = await this.withLearner()
        .whereIn('c.recording_id', recordingIds.slice(i, i + rowsAtOnce))
        .whereNull('c.removed_at');
      found.push(...rows.map(toClip));
    }
    return found;
  }

  async find(id: string): Promise<ClipWithLearner | undefined> {
    const row = await this.withLearner().where('c.id', id).whereNull('c.removed_at').first();
    return row && toClip(row);
  }

  /** Puts another cut in a clip's place; false where it was changed meanwhile. */
  async recut(clip: Clip, cut: Pick<Clip, 'id' | 'start_ms' | 'end_ms' | 'audio_name'>): Promise<boolean> {
    const changed = await this.db('clips')
      .where({ id: clip.id })
      .whereNull('removed_at')
      .update({ ...cut, updated_at: new Date() });
    return changed > 0;
  }

  /** Removes a clip for good; its place remembers that it was unwanted. */
  async remove(id: string): Promise<void> {
    const at = new Date();
    await this.db('clips').where({ id }).whereNull('removed_at').update({ removed_at: at, updated_at: at });
  }

  /** Forgets clips of a recording: all of them, or those of learners' voices. */
  async forget(recordingId: string, voices: 'all' | 'not the teacher’s'): Promise<void> {
    await this.ofVoices(recordingId, voices).delete();
  }

  /** The files of a recording's clips. */
  async listFiles(recordingId: string, voices: 'all' | 'not the teacher’s'): Promise<string[]> {
    return (await this.ofVoices(recordingId, voices).pluck('audio_name')).map(String);
  }

  /** Recordings of classes that keep nobody's voice, or are gone. */
  async listUnwanted(most: number): Promise<string[]> {
    const found = await this.db('clips as c')
      .leftJoin('classes as k', 'k.id', 'c.class_id')
      .where((where) => where.whereNull('k.id').orWhere('k.keep_audio', 'none'))
      .distinct('c.recording_id')
      .limit(most)
      .pluck('c.recording_id');
    return found.map(String);
  }

  /** Those of these files that a clip names. */
  async listNamed(names: readonly string[]): Promise<Set<string>> {
    if (names.length === 0) return new Set();
    const found = await this.db('clips').whereIn('audio_name', names).whereNull('removed_at').pluck('audio_name');
    return new Set(found.map(String));
  }

  private ofVoices(recordingId: string, voices: 'all' | 'not the teacher’s') {
    const rows = this.db('clips').where({ recording_id: recordingId });
    return voices === 'all' ? rows : rows.where((where) => where.whereNull('said_by').orWhereNot('said_by', 'teacher'));
  }

  private withLearner() {
    return this.db('clips as c')
      .leftJoin('publications as p', 'p.recording_id', 'c.recording_id')
      .select(...columns.map((column) => `c.${column}`), 'p.learner_id', 'p.recording_id as published');
  }
}

function toClip(row: Record<string, unknown>): ClipWithLearner {
  const { said_by } = row;
  return {
    id: String(row.id),
    recording_id: String(row.recording_id),
    class_id: String(row.class_id),
    quote_key: String(row.quote_key),
    said_by: said_by === 'teacher' || said_by === 'student' ? said_by : null,
    start_ms: Number(row.start_ms),
    end_ms: Number(row.end_ms),
    audio_name: String(row.audio_name),
    learner_id: row.learner_id === null || row.learner_id === undefined ? null : String(row.learner_id),
    is_published: row.published !== null && row.published !== undefined,
  };
}
