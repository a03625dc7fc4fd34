import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file that waits in the inbox. `classId` is the folder it stands in; null for the inbox itself. */
export interface InboxFile {
  path: string;
  name: string;
  classId: string | null;
  kind: 'transcript' | 'audio' | 'other';
  size: number;
  modifiedMs: number;
}

const transcriptEndings = new Set(['.vtt', '.txt']);
const audioEndings = new Set(['.m4a', '.mp3', '.wav', '.mp4', '.ogg', '.flac', '.webm', '.aac']);

/** Folders of the inbox that hold what is finished, not what waits. */
export const finishedFolders = ['done', 'failed'];

/** Everything that waits in the inbox, oldest first. Hidden files and half-finished downloads are not there yet. */
export async function scanInbox(inboxDir: string): Promise<InboxFile[]> {
  const found: InboxFile[] = [];
  for (const entry of await entriesOf(inboxDir)) {
    if (entry.isFile()) found.push(...(await describe(inboxDir, entry.name, null)));
    if (!entry.isDirectory() || finishedFolders.includes(entry.name) || entry.name.startsWith('.')) continue;
    const folder = join(inboxDir, entry.name);
    for (const file of await entriesOf(folder)) {
      if (file.isFile()) found.push(...(await describe(folder, file.name, entry.name)));
    }
  }
  return found.sort((a, b) => a.modifiedMs - b.modifiedMs || (a.path < b.path ? -1 : 1));
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A folder may vanish between two looks; the inbox itself is made at start.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function describe(folder: string, name: string, classId: string | null): Promise<InboxFile[]> {
  if (name.startsWith('.') || /\.(part|partial|crdownload|tmp)$/i.test(name)) return [];
  const path = join(folder, name);
  try {
    const { size, mtimeMs } = await stat(path);
    const ending = extname(name).toLowerCase();
    const kind = transcriptEndings.has(ending) ? 'transcript' : audioEndings.has(ending) ? 'audio' : 'other';
    return [{ path, name, classId, kind, size, modifiedMs: mtimeMs }];
  } catch {
    // Moved away by another fetcher between the listing and the look.
    return [];
  }
}

/** Remembers how files looked, to leave alone one that is still being written. */
export class SettledFiles {
  private seen = new Map<string, { look: string; since: number }>();

  /** The files that have stayed the same for so long. Looks alone do not count: a busy inbox has many a second. */
  settled(files: readonly InboxFile[], quietMs: number, now = performance.now()): InboxFile[] {
    const before = this.seen;
    this.seen = new Map();
    return files.filter((file) => {
      const look = `${file.size}:${file.modifiedMs}`;
      const known = before.get(file.path);
      const since = known?.look === look ? known.since : now;
      this.seen.set(file.path, { look, since });
      return known !== undefined && now - since >= quietMs;
    });
  }
}
