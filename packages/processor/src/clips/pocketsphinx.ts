import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pocketsphinx, runProgram } from '@tulkka/shared/programs';
import { plainWord } from '../language/apostrophes.ts';
import type { Samples } from './decode-sound.ts';
import { soundsOfLetters } from './letter-sounds.ts';
import type { WordAligner, WordTime } from './word-aligner.ts';

const timeoutMs = 20_000;
const frameMs = 10;
/** What a frame of 10 ms costs on average: 8 to 15 where the words were said, 29 and more where others were. */
const worstCostOfFrame = 18;

/** Debian's pocketsphinx, told every word and asked only when: as one that recognises words it hears too little. */
export class Pocketsphinx implements WordAligner {
  async align(samples: Samples, words: readonly string[]): Promise<WordTime[] | null> {
    const parts = words.map(spokenParts);
    if (parts.length === 0 || parts.some((one) => one.length === 0)) return null;
    const pronounced = await pronounce(parts.flat());
    if (pronounced === null) return null;
    const folder = await mkdtemp(join(tmpdir(), 'tulkka-words-'));
    try {
      const at = (name: string): string => join(folder, name);
      await writeFile(at('piece.raw'), Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
      await writeFile(at('words.dict'), pronounced);
      await writeFile(at('words.jsgf'), `#JSGF V1.0;\ngrammar words;\npublic <words> = ${parts.flat().join(' ')};\n`);
      await writeFile(at('pieces'), 'piece\n');
      const files = [
        '-dict',
        at('words.dict'),
        '-jsgf',
        at('words.jsgf'),
        '-ctl',
        at('pieces'),
        '-hypseg',
        at('times'),
      ];
      const sound = ['-adcin', 'yes', '-cepdir', folder, '-cepext', '.raw', '-remove_silence', 'no'];
      const args = ['-hmm', pocketsphinx.model, ...files, ...sound, '-logfn', at('log')];
      await runProgram(pocketsphinx.command, args, { timeoutMs });
      return readTimes(await readFile(at('times'), 'utf8'), parts);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** The words that a written word is said as; none for figures and signs, which are said in more than one way. */
function spokenParts(word: string): string[] {
  if (/\d/.test(word)) return [];
  const plain = plainWord(word.normalize('NFKD').replaceAll(/\p{M}/gu, ''));
  return plain.split(/[^a-z']+/).flatMap((part) => part.replace(/^'+|'+$/g, '') || []);
}

/** The dictionary of some words alone, which is read in no time; null where one of them cannot be said. */
async function pronounce(words: readonly string[]): Promise<string | null> {
  const known = `\n${await readFile(pocketsphinx.dictionary, 'latin1')}`;
  const lines: string[] = [];
  for (const word of new Set(words)) {
    const found = linesOf(known, word);
    if (found.length > 0) {
      lines.push(...found);
      continue;
    }
    const sounds = soundsOfLetters(word);
    if (sounds === null) return null;
    lines.push(`${word} ${sounds}`);
  }
  return `${lines.join('\n')}\n`;
}

/** How a word is said: `word`, and `word(2)` and so on where it is said in several ways. */
function linesOf(known: string, word: string): string[] {
  const found: string[] = [];
  for (const start of [`\n${word} `, `\n${word}(`]) {
    for (let at = known.indexOf(start); at >= 0; at = known.indexOf(start, at + 1)) {
      found.push(known.slice(at + 1, known.indexOf('\n', at + 1)));
    }
  }
  return found;
}

/** A line is the piece, its scores, and then start, two scores and word again and again, until the last end. */
function readTimes(line: string, parts: readonly string[][]): WordTime[] | null {
  const all = line.trim().split(/\s+/);
  const fields = all.slice(all.indexOf('L') + 2);
  const said: { word: string; from: number; to: number }[] = [];
  let cost = 0;
  for (let i = 0; i + 4 < fields.length; i += 4) {
    const [start, score, , word = '', end] = fields.slice(i, i + 5);
    cost -= Number(score);
    const isWord = !/^[<[+]/.test(word);
    if (isWord) said.push({ word: word.replace(/\(\d+\)$/, ''), from: Number(start), to: Number(end) });
  }
  const frames = Number(fields.at(-1));
  if (!(cost / frames <= worstCostOfFrame) || said.map(({ word }) => word).join(' ') !== parts.flat().join(' '))
    return null;
  let next = 0;
  return parts.map(({ length }) => {
    const own = said.slice(next, next + length);
    next += length;
    return [(own[0]?.from ?? 0) * frameMs, (own.at(-1)?.to ?? 0) * frameMs];
  });
}
