import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../config/index.ts';
import { loadOptimizer } from '../../memory-fitting/index.ts';
import { findSpeakingPrograms, hasFfmpeg, hasPocketsphinx, type SpeakingProgram } from '../../programs/index.ts';
import { type Check, type Finding, failed, note, ok, skipped } from './check.ts';
import { findClosedFolders } from './closed-folders.ts';

/** The lowest that everything runs on, and what it is tested on. */
const lowestNode = 22;
const testedNode = 24;

const gigabyte = 1024 ** 3;

/** Node, disk, folders and programs of this machine. */
export function machineChecks(config: Config): Check[] {
  return [
    { name: 'Node', look: () => checkNode(process.versions.node) },
    { name: 'disk', look: () => checkDisk(config.dataDir, config.maxAudioBytes) },
    { name: 'data folder', look: () => checkFolder(config.dataDir, 'DATA_DIR') },
    { name: 'inbox', look: () => checkFolder(config.inboxDir, 'INBOX_DIR') },
    { name: 'class folders', look: () => checkClassFolders(config.inboxDir) },
    { name: 'speech', look: async () => checkSpeech(findSpeakingPrograms(), config.speech !== null) },
    { name: 'clips', look: async () => checkListening(hasFfmpeg(), hasPocketsphinx()) },
    { name: 'memory optimizer', look: checkOptimizer },
  ];
}

/** Whether this version of Node is one to run on. */
export function checkNode(version: string): Finding {
  const major = Number(version.split('.')[0]);
  if (major < lowestNode) return failed(`v${version}`, `install Node ${testedNode} (npm start brings its own)`);
  return major === testedNode ? ok(`v${version}`) : note(`v${version}`, `Node ${testedNode} is the one that is tested`);
}

async function checkDisk(dataDir: string, maxAudioBytes: number): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearestExisting(dataDir));
  const free = bavail * bsize;
  const detail = `${(free / gigabyte).toFixed(1)} GB free for DATA_DIR (${dataDir})`;
  const needed = maxAudioBytes + gigabyte;
  if (free >= needed) return ok(detail);
  const remedy = `a recording may take ${(maxAudioBytes / gigabyte).toFixed(1)} GB on its way: free space, or lower MAX_AUDIO_BYTES`;
  return free < gigabyte ? failed(detail, remedy) : note(detail, remedy);
}

async function checkFolder(folder: string, variable: string): Promise<Finding> {
  const there = await nearestExisting(folder);
  if (!(await stat(there)).isDirectory()) return failed(`${there} is not a folder`, `name a folder in ${variable}`);
  try {
    await access(there, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return failed(`no right to write in ${there}`, `give it to the user that runs the processes, or set ${variable}`);
  }
  return ok(there === resolve(folder) ? folder : `${folder} can be made`);
}

/** Whoever makes a folder for a class decides who may move files out of it: the fetcher must be able to. */
async function checkClassFolders(inbox: string): Promise<Finding> {
  const { folders, closed } = await findClosedFolders(inbox);
  if (closed.length === 0) return ok(folders.length === 0 ? 'none yet' : `${folders.length} can be read and cleared`);
  const { username } = userInfo();
  return failed(
    `no right to read and clear ${closed.join(', ')}`,
    `in ${inbox}: chgrp and chmod g+rwxs for a group that ${username} is in (docs/deploy/vm.md)`,
  );
}

async function nearestExisting(folder: string): Promise<string> {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
    if (path === dirname(path)) return path;
  }
}

/** How closely clips are cut where a transcript tells no times of words: nothing needs it. */
export function checkListening(canDecode: boolean, canAlign: boolean): Finding {
  if (canDecode && canAlign) return ok('cut at their words, by ffmpeg and pocketsphinx');
  const packages = ['ffmpeg', 'pocketsphinx pocketsphinx-en-us'].filter((_, i) => ![canDecode, canAlign][i]).join(' ');
  return skipped(`whole cues where a transcript tells no times of words; apt install ${packages} cuts them closer`);
}

async function checkOptimizer(): Promise<Finding> {
  if ((await loadOptimizer()) !== null) return ok('loads');
  return note(
    `none for ${process.platform} ${process.arch}: memories are computed with the parameters that are in use, or the published ones`,
    'run npm run memory:fit, or a worker, on Linux (x64)',
  );
}

/** Which engine says words aloud that have no recording. @param programs of this machine, the best first */
export function checkSpeech(programs: readonly SpeakingProgram[], hasServer: boolean): Finding {
  const [best] = programs;
  if (hasServer) return ok(best ? `the speech server speaks, ${best} where it fails` : 'the speech server speaks');
  if (best === 'flite') return ok('flite speaks');
  if (best) return note(`${best} speaks`, 'apt install flite: its voice is closer to a person’s');
  return note('no engine: words are spoken by the learner’s device', 'apt install flite, or set SPEECH_BASE_URL');
}
