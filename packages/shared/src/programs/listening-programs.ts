import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram } from './run-program.ts';

/** Debian's pocketsphinx, and where its package pocketsphinx-en-us puts its English. */
export const pocketsphinx = {
  command: 'pocketsphinx_batch',
  model: '/usr/share/pocketsphinx/model/en-us/en-us',
  dictionary: '/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict',
} as const;

/** Whether this machine can decode sound. */
export const hasFfmpeg = (): boolean => hasProgram('ffmpeg', ['-version']);

/** Whether this machine can tell when words of English are said. */
export const hasPocketsphinx = (): boolean =>
  existsSync(pocketsphinx.dictionary) &&
  existsSync(join(pocketsphinx.model, 'mdef')) &&
  hasProgram(pocketsphinx.command, []);
