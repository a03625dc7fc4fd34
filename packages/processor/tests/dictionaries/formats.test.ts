import { gzipSync } from 'node:zlib';
import { DictionaryFolder } from './files.ts';

let folder: DictionaryFolder;
beforeEach(() => {
  folder = new DictionaryFolder();
});

test('a table with commas: quoted cells may hold commas, quotes and line ends', async () => {
  const csv = `\uFEFFterm,part,meaning,example,he\r\n"trowel",n.,"a small tool, like a ""flat"" spoon","Use\nthe trowel.",כף בנאים\r\n\r\nto sand,verb,to make smooth,,\r\n`;
  const report = await folder.import(folder.file('mine.csv', csv));
  expect(report).toMatchObject({ taken: 2, languages: ['he'], wrong: { count: 0 }, notes: [] });
  expect(folder.entries('the Trowel')).toEqual([
    {
      term: 'trowel',
      part: 'noun',
      meaning: 'a small tool, like a "flat" spoon',
      example: 'Use\nthe trowel.',
      translations: { he: 'כף בנאים' },
    },
  ]);
  expect(folder.entries('sanded')[0]?.meaning).toBe('to make smooth');
});

test('a table with semicolons, of which a column is not for us', async () => {
  const report = await folder.import(
    folder.file('mine.csv', 'word;definition;shelf mark\ntrowel;a flat, small tool;A7\n'),
  );
  expect(report.notes).toEqual(['Columns that say nothing to us, and were left out: shelf mark.']);
  expect(folder.entries('trowel')[0]?.meaning).toBe('a flat, small tool');
});

test('a table with tabs, where a quote is a letter, and whose translations need their language named', async () => {
  const path = folder.file('mine.tsv', 'term\tmeaning\ttranslation\ntrowel\ta 6" tool\tespátula\n');
  await expect(folder.import(path)).rejects.toThrow(/"translation" needs --language/);
  await folder.import(path, { language: 'es' });
  expect(folder.entries('trowel')[0]).toMatchObject({ meaning: 'a 6" tool', translations: { es: 'espátula' } });
});

test('what is wrong is told by file, line, field and remedy, and the rest is taken', async () => {
  const csv = `term,part,meaning,he\ntrowel,tool,flat,\nמגרפה,noun,a tool,\nrake,noun,,\nplane,noun,${'x'.repeat(301)},\nsaw,noun,a tool with teeth,\nhoe,noun,a garden tool,\nspade,,a digging tool,\naxe,,a cutting tool,\n`;
  const path = folder.file('mine.csv', csv);
  const { taken, wrong } = await folder.import(path);
  expect(taken).toBe(4);
  expect(wrong.count).toBe(4);
  expect(wrong.first).toEqual([
    `${path}, line 2, part: must be one of noun, verb, adjective, adverb, phrasal verb, expression, collocation, preposition, or empty.`,
    `${path}, line 3, term: must be an English word or phrase.`,
    `${path}, line 4: needs a meaning or a translation.`,
    `${path}, line 5, meaning: must have at most 300 characters.`,
  ]);
});

test('what no class wants is left out, and counted', async () => {
  const { taken, skipped } = await folder.import(
    folder.file('mine.csv', 'term,meaning\ntrowel,a tool\ntrowel,a tool\nblorf,a vulgar word for a tool\n'),
  );
  expect(taken).toBe(1);
  expect(Object.fromEntries(skipped)).toEqual({ 'told twice': 1, 'not for a class': 1 });
});

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const number = (value: number): string =>
  (value >= 64 ? number(Math.floor(value / 64)) : '') + digits.charAt(value % 64);

/** A dictd dictionary of articles by their headwords. */
function dictd(articles: readonly (readonly [string, string])[]): { index: string; body: Buffer } {
  let body = Buffer.alloc(0);
  const index = articles.map(([headword, article]) => {
    const bytes = Buffer.from(article);
    const line = `${headword}\t${number(body.length)}\t${number(bytes.length)}\n`;
    body = Buffer.concat([body, bytes]);
    return line;
  });
  return { index: index.join(''), body };
}

test('dictd: the first translation of each article, found through the index', async () => {
  const { index, body } = dictd([
    ['00databaseinfo', 'A dictionary of tools.\n'],
    ['trowel', 'trowel /ˈtraʊəl/ <n>\n1. (mason) espátula; llana\n2. paleta\n'],
    ['sand', 'sand /sænd/ <v, trans>\nlijar\n'],
  ]);
  folder.file('tools.dict.dz', gzipSync(body));
  const path = folder.file('tools.index', index);
  await expect(folder.import(path)).rejects.toThrow(/add --language/);
  await folder.import(path, { language: 'es' });
  expect(folder.entries('trowel')).toEqual([
    { term: 'trowel', part: 'noun', meaning: null, example: null, translations: { es: 'espátula' } },
  ]);
  expect(folder.entries('sanded')[0]).toMatchObject({ part: 'verb', translations: { es: 'lijar' } });
});

test.each([
  ['a flat tool that masons use', null],
  ['fil white trowel', null],
  ['/ˈtraʊəl/ n', null],
  [', llana, paleta, badilejo', 'llana, paleta'],
  ['llana. trowel off alisar', 'llana'],
  ['trowel', 'trowel'],
])('dictd: of the article %j the card gets %j', async (article, translation) => {
  const { index, body } = dictd([
    ['trowel', `trowel\n${article}\n`],
    ['hoe', 'hoe\nazada\n'],
  ]);
  folder.file('tools.dict', body);
  await folder.import(folder.file('tools.index', index), { language: 'es' });
  expect(folder.entries('trowel')[0]?.translations.es ?? null).toBe(translation);
});

test('dictd: an index of another dictionary, and articles that are missing or broken, are refused', async () => {
  const { index, body } = dictd([['trowel', 'trowel\nespátula\n']]);
  const path = folder.file('tools.index', index);
  await expect(folder.import(path, { language: 'es' })).rejects.toThrow(/two files/);
  folder.file('tools.dict', body.subarray(0, 5));
  await expect(folder.import(path, { language: 'es' })).rejects.toThrow(
    /line 1, points outside .*not of one dictionary/,
  );
  folder.file('tools.dict.dz', gzipSync(body).subarray(0, 12));
  await expect(folder.import(path, { language: 'es' })).rejects.toThrow(/cannot be unpacked/);
});

const words = [
  {
    word: 'trowel',
    lang_code: 'en',
    pos: 'noun',
    senses: [
      { glosses: ['A tool.', 'A flat tool for mortar.'], examples: [{ text: 'Clean the trowel.' }] },
      { glosses: ['A small spade for plants.'] },
      { glosses: ['A spoon.'], tags: ['obsolete'] },
      { glosses: [] },
    ],
    translations: [
      { code: 'es', word: 'desplantador', sense: 'spade for plants' },
      { lang_code: 'es', word: 'llana', sense: 'flat tool for mortar' },
      { code: 'es', word: 'paleta', sense: 'flat tool for mortar' },
      { code: 'xx-nowhere', word: 'blorf', sense: 'flat tool' },
    ],
  },
  { word: 'llana', lang_code: 'es', pos: 'noun', senses: [{ glosses: ['trowel'] }] },
  { word: 'Trowell', lang_code: 'en', pos: 'name', senses: [{ glosses: ['A surname.'] }] },
  { title: 'Trowels', redirect: 'trowel' },
];
const jsonl = words.map((word) => `${JSON.stringify(word)}\n`).join('');

test('kaikki: each sense with the translations that name it', async () => {
  const { taken, skipped } = await folder.import(folder.file('words.jsonl.gz', gzipSync(jsonl)));
  expect(taken).toBe(2);
  expect(Object.fromEntries(skipped)).toEqual({
    'senses marked obsolete': 1,
    'senses without a gloss': 1,
    'not English': 1,
    'nothing to learn as a word (name)': 1,
    'lines that hold no word': 1,
  });
  const part = 'noun';
  expect(folder.entries('trowels')).toEqual([
    {
      term: 'trowel',
      part,
      meaning: 'A flat tool for mortar.',
      example: 'Clean the trowel.',
      translations: { es: 'llana' },
    },
    {
      term: 'trowel',
      part,
      meaning: 'A small spade for plants.',
      example: null,
      translations: { es: 'desplantador' },
    },
  ]);
});

/** Two senses as WordNet 3.0 writes them, at their places. */
const synsets = [
  '00000000 06 n 02 trowel 0 plasterer\'s_float 0 000 | a flat tool of a mason; "clean it"  \n',
  '00000000 06 n 01 hoe 0 000 | a tool with a long handle  \n',
];
const offsets = synsets.map((_, at) => String(synsets.slice(0, at).join('').length).padStart(8, '0'));
const data = synsets.map((line, at) => line.replace('00000000', offsets[at] ?? '')).join('');

test('omw: English words and meanings come from WordNet 3.0, and only tell which sense is translated', async () => {
  const tab = `# Hebrew\theb\tx\twordnet\n${offsets[0]}-n\theb:lemma\tכף_בנאים\n${offsets[0]}-n\theb:lemma\tמרית\n${offsets[0]}-n\theb:def\t0\tכלי\n00000007-n\theb:lemma\tדבר\n`;
  const path = folder.file('wn-data-heb.tab', tab);
  await expect(folder.import(path)).rejects.toThrow(/apt-get install wordnet-base, or .*--wordnet/);
  folder.file('data.noun', data);
  const { taken, skipped } = await folder.import(path);
  expect(taken).toBe(2);
  expect([...skipped]).toEqual([['senses that this WordNet does not have', 1]]);
  const [entry] = folder.lexicon().imported("plasterer's float");
  expect(entry).toMatchObject({ meaning: 'a flat tool of a mason', translations: { he: 'כף בנאים' } });
  expect(entry?.source.defines).toBe(false);
});

test.each([
  ['no-head.csv', 'trowel,tool\n', /the first line must name the columns/],
  ['open.csv', 'term,meaning\ntrowel,"a tool\nrake,another\n', /line 2: a quote .* never closed/],
  ['latin.csv', Buffer.from('term,es\ntrowel,esp\xe1tula\n', 'latin1'), /is not UTF-8/],
  ['cut.jsonl', jsonl.slice(0, 40), /line 1, is not JSON/],
  ['bad.tab', 'trowel\tllana\tx\n00000000-n\tlemma\tx\n', /--wordnet/],
  ['none.csv', 'term,meaning\n', /0 entries are right/],
  ['noise.csv', 'term,meaning\ntrowel,a tool\n,a\n,b\n', /1 entries are right, 2 wrong/],
])('%s is refused as a whole', async (name, content, message) => {
  await expect(folder.import(folder.file(name, content))).rejects.toThrow(message);
});
