import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDictionaries, removeDictionary } from '../../src/dictionaries/index.ts';
import { DictionaryFolder } from './files.ts';

const table = (...rows: string[]): string => `term,meaning\n${rows.join('\n')}\n`;

let folder: DictionaryFolder;
beforeEach(() => {
  folder = new DictionaryFolder();
});

const bytes = (): Buffer => readFileSync(join(folder.stored, 'test.jsonl'));

test('the same file gives the same bytes, and a newer one takes its place', async () => {
  const path = folder.file('mine.csv', table('trowel,a flat tool', 'hoe,a garden tool', 'trowel,a small spade'));
  await folder.import(path);
  const before = bytes();
  await folder.import(path);
  expect(bytes().equals(before)).toBe(true);
  expect(folder.entries('trowel').map(({ meaning }) => meaning)).toEqual(['a flat tool', 'a small spade']);
  await folder.import(folder.file('mine.csv', table('hoe,a tool')));
  expect(folder.entries('trowel')).toEqual([]);
});

test('a file that breaks off leaves what was there', async () => {
  await folder.import(folder.file('mine.csv', table('trowel,a flat tool')));
  const before = bytes();
  await expect(folder.import(folder.file('mine.csv', table('hoe,a tool', 'rake,"a tool')))).rejects.toThrow();
  expect(bytes().equals(before)).toBe(true);
  expect(readdirSync(folder.stored)).toEqual(['test.jsonl']);
});

test('look-ups find every term among many, those with signs of their own too', async () => {
  const terms = ['a la carte', 'café', 'x-ray', 'x', "o'clock", 'say "when"', 'back\\slash', 'zebra', 'zebra crossing'];
  const many = Array.from({ length: 500 }, (_, i) => `word${i},meaning ${i}`);
  const quoted = terms.map((term) => `"${term.replaceAll('"', '""')}",of ${term.replaceAll(/[",]/g, '')}`);
  await folder.import(folder.file('mine.csv', table(...many, ...quoted)));
  const { imported } = folder.lexicon();
  for (let i = 0; i < 500; i += 1) expect(imported(`word${i}`).map(({ meaning }) => meaning)).toEqual([`meaning ${i}`]);
  for (const term of terms) expect(imported(term).map((entry) => entry.term)).toEqual([term]);
  expect(imported('zebr')).toEqual([]);
});

test('dictionaries are listed with what is to be said of them, and removed by name', async () => {
  const path = folder.file('mine.csv', 'term,he\ntrowel,כף\n');
  await folder.import(path, { name: 'Tools & Things', licence: 'CC-BY-4.0', origin: 'https://tools.example' });
  await folder.import(path, { name: 'B' });
  expect(listDictionaries(folder.stored)).toEqual([
    {
      file: 'b.jsonl',
      name: 'B',
      licence: 'CC0-1.0',
      origin: null,
      defines: true,
      format: 'csv',
      entries: 1,
      languages: ['he'],
    },
    {
      file: 'tools-things.jsonl',
      name: 'Tools & Things',
      licence: 'CC-BY-4.0',
      origin: 'https://tools.example',
      defines: true,
      format: 'csv',
      entries: 1,
      languages: ['he'],
    },
  ]);
  await expect(removeDictionary(folder.stored, 'C')).rejects.toThrow('there are: b, tools-things');
  await removeDictionary(folder.stored, 'Tools & Things');
  expect(listDictionaries(folder.stored).map(({ name }) => name)).toEqual(['B']);
});

test('a file that somebody cut off is named, not believed', async () => {
  await folder.import(folder.file('mine.csv', table('trowel,a flat tool')));
  const whole = bytes().toString();
  folder.file('stored/test.jsonl', whole.slice(0, -8));
  expect(() => folder.entries('trowel')).toThrow(/test\.jsonl was changed by hand or cut off/);
});

test('only the languages that are asked for are kept', async () => {
  await folder.import(folder.file('mine.csv', 'term,he,es\ntrowel,כף,llana\nhoe,,azada\nrake,מגרפה,\n'), {
    languages: ['he'],
  });
  expect(folder.entries('trowel')[0]?.translations).toEqual({ he: 'כף' });
  expect(folder.entries('hoe')).toEqual([]);
});
