import { constants, type Dirent } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that waits in the inbox. `classId` is the folder it stands in; null for the inbox itself. */
export interface InboxFile {
  path: string;
  name: string;
  classId: string | null;
  size: number;
  modifiedMs: number;
}

/** Folders of the inbox that hold what is finished, not what waits. */
export const finishedFolders = ['done', 'failed'];

/** What waits in the inbox, and the folders and files that this process may not take from. */
export interface InboxScan {
  files: InboxFile[];
  barred: string[];
}

/**
 * Everything that waits in the inbox, oldest first. Hidden files and half-finished downloads are not there yet; what may
 * not be read, or not be moved away afterwards, keeps the rest from nothing.
 */
export async function scanInbox(inboxDir: string): Promise<InboxScan> {
  const barred: string[] = [];
  const found: InboxFile[] = [];
  const lookInto = async (folder: string, classId: string | null): Promise<Dirent[]> => {
    const entries = await entriesOf(folder, barred);
    const files = entries.filter((entry) => entry.isFile());
    if (files.length > 0 && !(await isAllowed(folder, constants.W_OK | constants.X_OK))) barred.push(folder);
    else for (const { name } of files) found.push(...(await describe(folder, name, classId, barred)));
    return entries.filter((entry) => entry.isDirectory());
  };
  for (const { name } of await lookInto(inboxDir, null)) {
    if (!finishedFolders.includes(name) && !name.startsWith('.')) await lookInto(join(inboxDir, name), name);
  }
  found.sort((a, b) => a.modifiedMs - b.modifiedMs || (a.path < b.path ? -1 : 1));
  return { files: found, barred };
}

const isAllowed = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

async function entriesOf(folder: string, barred: string[]): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A folder may vanish between two looks; the inbox itself is made at start.
    if (codeOf(error) === 'ENOENT') return [];
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error;
    barred.push(folder);
    return [];
  }
}

async function describe(folder: string, name: string, classId: string | null, barred: string[]): Promise<InboxFile[]> {
  if (name.startsWith('.') || /\.(part|partial|crdownload|tmp)$/i.test(name)) return [];
  const path = join(folder, name);
  try {
    const { size, mtimeMs } = await stat(path);
    if (!(await isAllowed(path, constants.R_OK))) {
      barred.push(path);
      return [];
    }
    return [{ path, name, classId, size, modifiedMs: mtimeMs }];
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
