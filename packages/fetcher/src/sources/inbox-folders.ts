import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { InboxFile } from './inbox-scan.ts';

/** Moves a finished file to inbox/done, below its class. */
export async function moveToDone(inboxDir: string, file: InboxFile): Promise<void> {
  await moveTo(join(inboxDir, 'done', file.classId ?? ''), file);
}

/** Moves a file that cannot be used to inbox/failed, with a text beside it that says why and what to do. */
export async function moveToFailed(inboxDir: string, file: InboxFile, reason: string): Promise<void> {
  const target = await freeName(join(inboxDir, 'failed', file.classId ?? ''), file.name);
  // The reason first: a file in failed/ always has one beside it.
  await writeFile(`${target}.error.txt`, `${reason}\n`);
  await renameIfThere(file.path, target);
}

async function moveTo(folder: string, file: InboxFile): Promise<void> {
  await renameIfThere(file.path, await freeName(folder, file.name));
}

/** The name, or the name with a number, so that no earlier file is overwritten. */
async function freeName(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${stem}-${n}${ending}`);
    const taken = await access(path).then(
      () => true,
      () => false,
    );
    if (!taken) return path;
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Another fetcher was faster: the file is where it belongs.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
