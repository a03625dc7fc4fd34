import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { extname, join } from 'node:path';
import type { AudioStore } from '@tulkka/shared/audio-store';
import { ValidationError } from '@tulkka/shared/errors';
import {
  audioNameOfFile,
  kindOfLessonFile,
  type LessonStore,
  lessonFileEndings,
  type NewLesson,
  readLessonFile,
  recordingOfFile,
  topicOfFile,
} from '@tulkka/shared/lessons';
import type { Logger } from '@tulkka/shared/logging';
import { largestTranscriptFile } from '@tulkka/shared/transcripts';
import type { ClassDirectory } from '../class-directory.ts';
import { moveToDone, moveToFailed } from './inbox-folders.ts';
import { type InboxFile, SettledFiles, scanInbox } from './inbox-scan.ts';

/** What the inbox needs from around it. */
export interface InboxParts {
  inboxDir: string;
  /** Where audio waits for its transcription. */
  audioStore: AudioStore;
  lessons: LessonStore;
  classes: ClassDirectory;
  log: Logger;
}

const { transcript, audio } = lessonFileEndings;
const classIdForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A folder of lesson files: `inbox/<class_id>/lesson.vtt` becomes one lesson, exactly once for its content. */
export class InboxSource {
  private readonly files = new SettledFiles();
  /** Files that could not be stored the last time, for a reason that is not theirs. */
  private readonly troubled = new Set<string>();
  /** What the last look has found beyond the file that it gave, oldest first. */
  private found: { files: InboxFile[]; until: number } = { files: [], until: 0 };

  constructor(private readonly parts: InboxParts) {}

  /** What may not be taken, told already: once is enough until it is mended. */
  private barred = new Set<string>();

  /** Makes the folders that people drop files into. */
  async prepare(): Promise<void> {
    for (const folder of ['done', 'failed']) await mkdir(join(this.parts.inboxDir, folder), { recursive: true });
  }

  /**
   * The oldest file that has not grown for so long; one that made trouble lets the others go first. What one look has
   * found is taken before the next one, for as long as a file has to stay the same: a look costs as much as there are files.
   */
  async next(quietMs: number): Promise<InboxFile | undefined> {
    const found = await this.nextFound();
    if (found) return found;
    const scan = await scanInbox(this.parts.inboxDir);
    this.tellBarred(scan.barred);
    const files = this.files.settled(scan.files, quietMs);
    const untried = files.filter((file) => !this.troubled.has(file.path));
    if (untried.length === 0) this.troubled.clear();
    const [next, ...rest] = untried.length === 0 ? files.slice(0, 1) : untried;
    this.found = { files: rest, until: performance.now() + quietMs };
    return next;
  }

  /** The next of those that the last look has found, if it is still as it was. */
  private async nextFound(): Promise<InboxFile | undefined> {
    while (performance.now() < this.found.until) {
      const file = this.found.files.shift();
      if (file === undefined) return undefined;
      const now = await stat(file.path).catch(() => undefined);
      if (now?.size === file.size && now.mtimeMs === file.modifiedMs) return file;
    }
    return undefined;
  }

  private tellBarred(paths: readonly string[]): void {
    const user = userInfo().username;
    for (const path of paths.filter((one) => !this.barred.has(one))) {
      const remedy = `give ${user} the right to read it and to move it away: docs/deploy/vm.md says how a shared inbox is made`;
      this.parts.log.warn('this lies in the inbox and may not be taken', { path, remedy });
    }
    this.barred = new Set(paths);
  }

  /**
   * Stores a file's lesson and moves the file away. What is wrong with a file stands beside it afterwards and touches no
   * other file; what is wrong with a database leaves the file where it is, for the next look.
   */
  async take(file: InboxFile): Promise<void> {
    const log = this.parts.log.child({ file: file.name, class_id: file.classId });
    try {
      const lesson = await this.describe(file);
      const { lesson: stored, added } = await this.parts.lessons.add(lesson);
      if (!added && !sameFile(stored, lesson)) {
        const reason = `This file has the same content as the lesson “${stored.topic}”, which is stored already (${stored.id}). Remove one of the two, or put a different recording here.`;
        throw new ValidationError([{ path: file.name, message: reason }], reason);
      }
      await moveToDone(this.parts.inboxDir, file);
      log.info('lesson stored', { lesson_id: stored.id, status: stored.status, waiting_for: stored.waiting_for });
    } catch (error) {
      if (!(error instanceof ValidationError)) {
        this.troubled.add(file.path);
        throw error;
      }
      await moveToFailed(this.parts.inboxDir, file, error.message);
      log.warn('the file cannot be used', { reason: error.message });
    }
  }

  private async describe(file: InboxFile): Promise<NewLesson> {
    const kind = kindOfLessonFile(file.name);
    if (kind === null) {
      throw refusal(
        file,
        `Only ${transcript.join(', ')} and audio files (${audio.join(', ')}) can become a lesson, not ${extname(file.name) || 'a file without an ending'}.`,
      );
    }
    if (file.classId !== null && !classIdForm.test(file.classId)) {
      throw refusal(
        file,
        `The folder “${file.classId}” cannot be a class id: use letters, digits, dots, dashes and underscores, at most 64.`,
      );
    }
    return kind === 'audio' ? this.describeAudio(file) : this.describeTranscript(file);
  }

  private async describeTranscript(file: InboxFile): Promise<NewLesson> {
    if (file.size > largestTranscriptFile) {
      const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
      throw refusal(
        file,
        `The file has ${megabytes(file.size)}; a transcript has at most ${megabytes(largestTranscriptFile)}. Is it the right file?`,
      );
    }
    const bytes = await readFile(file.path);
    const read = readLessonFile(bytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return {
      ...(await this.common(file, hash)),
      status: file.classId === null ? 'unassigned' : 'pending_processing',
      resume_status: 'pending_processing',
      ...read,
    };
  }

  private async describeAudio(file: InboxFile): Promise<NewLesson> {
    if (file.size === 0) throw refusal(file, 'The audio file is empty.');
    const hash = await hashOf(file.path);
    const kept = audioNameOfFile(hash, file.name);
    await this.parts.audioStore.put(kept, createReadStream(file.path));
    return {
      ...(await this.common(file, hash)),
      status: file.classId === null ? 'unassigned' : 'pending_transcript',
      resume_status: 'pending_transcript',
      audio_path: kept,
    };
  }

  private async common(file: InboxFile, hash: string) {
    const lessonClass = file.classId === null ? null : await this.parts.classes.findOrCreate(file.classId);
    return {
      recording_id: recordingOfFile(hash),
      source: 'inbox' as const,
      topic: topicOfFile(file.name),
      started_at: new Date(file.modifiedMs).toISOString(),
      class_id: file.classId,
      teacher_id: lessonClass?.teacher_id ?? null,
      teacher_email: lessonClass?.teacher_email ?? null,
      native_language: lessonClass?.native_language ?? null,
    };
  }
}

function refusal(file: InboxFile, message: string): ValidationError {
  return new ValidationError([{ path: file.name, message }], message);
}

/** The same file seen again after a crash between storing and moving, not another one with the same content. */
function sameFile(stored: { class_id: string | null; topic: string; source: string }, lesson: NewLesson): boolean {
  return stored.source === 'inbox' && stored.topic === lesson.topic && stored.class_id === (lesson.class_id ?? null);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
