import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The class folders of an inbox, and those among them out of which we may not move what was read. */
export async function findClosedFolders(inbox: string): Promise<{ folders: string[]; closed: string[] }> {
  const entries = await readdir(inbox, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const closed: string[] = [];
  for (const name of folders) {
    const isOpen = await access(join(inbox, name), constants.R_OK | constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!isOpen) closed.push(name);
  }
  return { folders, closed };
}
