// Folders that must be there and writable, and sentences for those that are not.
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StartError } from './start-error.mjs';

const reasons = {
  EROFS: 'is on a file system that is read-only',
  ENOSPC: 'is on a full disk',
  ENOTDIR: 'lies below a file',
};

/** Makes a folder when it is missing. @param {string} folder @param {string} variable the variable that names it @throws StartError */
export function requireFolder(folder, variable) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = isFile(folder)
      ? 'is a file'
      : (reasons[error.code] ?? `may not be written by ${userInfo().username}`);
    throw new StartError(
      `The folder ${folder} cannot be used: it ${reason} (${error.code}). Mend that, or choose another in ${variable}.`,
    );
  }
}

/** Whether this process may make files in a folder. */
export function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
