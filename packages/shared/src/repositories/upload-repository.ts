import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type Db, fromJson } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';

/** What an upload says of the lesson that it is to become. */
export const UploadedLessonFields = z.strictObject({
  class_id: z.string(),
  topic: z.string().optional(),
  user_id: z.string().optional(),
  teacher_id: z.string().optional(),
  lesson_number: z.number().optional(),
});
export type UploadedLessonFields = z.infer<typeof UploadedLessonFields>;

/** A recording that arrives in parts. */
export interface PartedUpload {
  id: string;
  owner_id: string;
  /** The file's name. */
  name: string;
  size: number;
  /** The length of each part but the last. */
  part_size: number;
  lesson_fields: UploadedLessonFields;
  /** The lesson that it became. */
  lesson_id: string | null;
  joining_until: Date | null;
  updated_at: Date;
}

/** What an upload is begun with. */
export type NewUpload = Pick<PartedUpload, 'owner_id' | 'name' | 'size' | 'part_size' | 'lesson_fields'> & {
  fingerprint: string | null;
};

interface UploadRow extends Record<string, unknown> {
  id: string;
  owner_id: string;
  name: string;
  lesson_id: string | null;
}

const partName = /^uploads\/(.+)\.(\d+)$/;

/** Under which name a part lies in the store for sound, counted from 1. */
export const uploadPartName = (uploadId: string, part: number): string => `uploads/${uploadId}.${part}`;

/** Recordings on their way in, and which of their parts are there. What nobody goes on with is swept after a day. */
export class UploadRepository {
  constructor(private readonly db: Db) {}

  async add(upload: NewUpload): Promise<PartedUpload> {
    const at = new Date();
    const id = uuidv7();
    const lesson_fields = JSON.stringify(upload.lesson_fields);
    const row = { ...upload, id, lesson_fields, lesson_id: null, joining_until: null };
    await this.db('uploads').insert({ ...row, created_at: at, updated_at: at });
    return toUpload({ ...row, updated_at: at });
  }

  /** The unfinished upload of the same file by the same person for the same class. */
  async findOpen({ owner_id, fingerprint, name, size, lesson_fields }: NewUpload): Promise<PartedUpload | undefined> {
    if (fingerprint === null) return undefined;
    const rows = await this.db('uploads')
      .where({ owner_id, fingerprint, name, size })
      .whereNull('lesson_id')
      .orderBy('id', 'desc')
      .limit(10)
      .select<UploadRow[]>();
    return rows.map(toUpload).find((one) => one.lesson_fields.class_id === lesson_fields.class_id);
  }

  /** @throws NotFoundError for one that is gone, or somebody else's */
  async get(id: string, ownerId: string): Promise<PartedUpload> {
    const row = await this.db('uploads').where({ id, owner_id: ownerId }).first<UploadRow | undefined>();
    if (!row) throw new NotFoundError('The upload');
    return toUpload(row);
  }

  /** The parts that are there, in their order. */
  async listParts(id: string): Promise<number[]> {
    const parts = await this.db('upload_parts').where({ upload_id: id }).orderBy('part').pluck('part');
    return parts.map(Number);
  }

  /**
   * Notes that a part is in the store. To be used inside a transaction.
   * @throws NotFoundError where the upload is gone, or has become a lesson meanwhile
   */
  async notePart(id: string, part: number): Promise<void> {
    const at = new Date();
    const open = await this.db('uploads').where({ id }).whereNull('lesson_id').update({ updated_at: at });
    if (open === 0) throw new NotFoundError('The upload');
    await this.db('upload_parts')
      .insert({ upload_id: id, part, created_at: at })
      .onConflict(['upload_id', 'part'])
      .merge(['created_at']);
  }

  /** Forgets a part that the store has lost. */
  async forgetPart(id: string, part: number): Promise<void> {
    await this.db('upload_parts').where({ upload_id: id, part }).delete();
  }

  /** Takes an upload to put its parts together; undefined while another process has it, or after it was done. */
  async claimJoining(id: string, leaseMs: number): Promise<Date | undefined> {
    const now = new Date();
    const lease = new Date(now.getTime() + leaseMs);
    const taken = await this.db('uploads')
      .where({ id })
      .whereNull('lesson_id')
      .where((free) => free.whereNull('joining_until').orWhere('joining_until', '<', now))
      .update({ joining_until: lease, updated_at: now });
    return taken > 0 ? lease : undefined;
  }

  /** Prolongs a claim that is still ours, and hands back its new end; undefined where it is ours no more. */
  async renewJoining(id: string, lease: Date, leaseMs: number): Promise<Date | undefined> {
    const now = new Date();
    const next = new Date(now.getTime() + leaseMs);
    const renewed = await this.db('uploads')
      .where({ id, joining_until: lease })
      .update({ joining_until: next, updated_at: now });
    return renewed > 0 ? next : undefined;
  }

  /** Gives a claim back. */
  async releaseJoining(id: string, lease: Date): Promise<void> {
    await this.db('uploads').where({ id, joining_until: lease }).update({ joining_until: null });
  }

  /** Notes what an upload became, and forgets its parts. To be used inside a transaction. */
  async finish(id: string, lessonId: string): Promise<void> {
    await this.db('uploads').where({ id }).update({ lesson_id: lessonId, joining_until: null, updated_at: new Date() });
    await this.db('upload_parts').where({ upload_id: id }).delete();
  }

  /** Forgets an upload. @returns the parts that were there, whose files nothing names any more */
  async remove(id: string): Promise<number[]> {
    const parts = await this.listParts(id);
    await this.db('uploads').where({ id }).delete();
    return parts;
  }

  /** Uploads that somebody sends, that are of them, or for one of these classes. There are few: they are swept after a day. */
  async listAbout(userId: string, classIds: readonly string[]): Promise<string[]> {
    const rows = await this.db('uploads').select('id', 'owner_id', 'lesson_fields');
    return rows
      .filter(({ owner_id, lesson_fields }) => {
        const { class_id, ...named } = fromJson(UploadedLessonFields, lesson_fields);
        return [owner_id, named.user_id, named.teacher_id].includes(userId) || classIds.includes(class_id);
      })
      .map(({ id }) => String(id));
  }

  /** Uploads that nobody went on with since a moment, eldest first. */
  async listOutdated(before: Date, most: number): Promise<string[]> {
    const found = await this.outdated(before).orderBy(['updated_at', 'id']).limit(most).pluck('id');
    return found.map(String);
  }

  /** Forgets an upload unless somebody went on with it meanwhile. To be used inside a transaction. */
  async removeOutdated(id: string, before: Date): Promise<number[]> {
    const parts = await this.listParts(id);
    const removed = await this.outdated(before).where({ id }).delete();
    return removed > 0 ? parts : [];
  }

  /** Those of these files of the store that are parts of an upload. */
  async listNamed(names: readonly string[]): Promise<Set<string>> {
    const ids = new Set(names.map((name) => partName.exec(name)?.[1]).filter((id) => id !== undefined));
    if (ids.size === 0) return new Set();
    const rows = await this.db('upload_parts')
      .whereIn('upload_id', [...ids])
      .select('upload_id', 'part');
    return new Set(rows.map(({ upload_id, part }) => uploadPartName(String(upload_id), Number(part))));
  }

  private outdated(before: Date) {
    return this.db('uploads').where('updated_at', '<', before);
  }
}

const toUpload = (row: UploadRow): PartedUpload => ({
  id: row.id,
  owner_id: row.owner_id,
  name: row.name,
  size: Number(row.size),
  part_size: Number(row.part_size),
  lesson_fields: fromJson(UploadedLessonFields, row.lesson_fields),
  lesson_id: row.lesson_id,
  joining_until: row.joining_until === null ? null : toDate(row.joining_until),
  updated_at: toDate(row.updated_at),
});

const toDate = (value: unknown): Date => new Date(z.union([z.date(), z.string(), z.number()]).parse(value));
