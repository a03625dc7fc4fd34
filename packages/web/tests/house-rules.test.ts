import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '../src/i18n/languages.ts';

const source = fileURLToPath(new URL('../src', import.meta.url));

const filesOf = (ending: RegExp): [string, string][] =>
  readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(source, path), readFileSync(path, 'utf8')]);

/** Names that mean a side of the screen and are wrong in the other direction of reading. */
const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:/;

test('styles speak of start and end, never of left and right', () => {
  for (const [path, text] of filesOf(/\.css$/)) {
    const offending = text
      .split('\n')
      .filter((line) => physical.test(line) && !line.includes('@media') && !/^\s*--/.test(line));
    expect([path, offending]).toEqual([path, []]);
  }
});

test('colours are named in one file', () => {
  for (const [path, text] of filesOf(/\.css$/)) {
    if (path.endsWith('tokens.css')) continue;
    const offending = text.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\((?!0 0 0)[^)]*\)/gi) ?? [];
    expect([path, offending]).toEqual([path, []]);
  }
});

test('every message is said somewhere', async () => {
  const code = filesOf(/\.tsx?$/)
    .filter(([path]) => !path.startsWith('i18n'))
    .map(([, text]) => text)
    .join('\n');
  const catalogue = await languages.en.load();
  const silent = Object.entries(catalogue).flatMap(([area, messages]) =>
    Object.keys(messages)
      .map((name) => `${area}.${name}`)
      .filter((key) => !code.includes(`'${key}'`))
      // Some keys are made of a value of the API, such as `games.${gameType}`.
      .filter((key) => !new RegExp(`\\\`${area}\\.\\w*\\$\\{`).test(code) || !composed.has(key)),
  );
  expect(silent).toEqual([]);
});

const composed = new Set([
  ...['flashcards', 'spelling_bee', 'advanced_cloze', 'grammar_challenge', 'sentence_builder', 'mixed'].map(
    (game) => `games.${game}`,
  ),
  ...['spelling_bee', 'advanced_cloze', 'sentence_builder'].map((game) => `listening.${game}`),
  ...['known', 'learning', 'slipping', 'resting'].flatMap((state) => [`progress.${state}`, `progress.${state}Note`]),
  ...['wrong_answer', 'also_right', 'unclear', 'sound', 'private', 'other'].map((reason) => `report.${reason}`),
  ...['flashcards', 'spelling', 'fill_in_blank', 'grammar', 'sentence_builder', 'word', 'correction', 'sentence'].map(
    (name) => `desk.${name}`,
  ),
  ...['added', 'changed', 'dropped'].map((what) => `desk.item_${what}`),
  ...['edited', 'approved', 'published', 'rejected', 'reopened', 'mended', 'withdrawn', 'assigned', 'regenerated'].map(
    (what) => `desk.did_${what}`,
  ),
  ...['student', 'teacher', 'admin', 'service'].map((role) => `classes.role_${role}`),
  ...['saved', 'saving', 'unsent', 'refused', 'gone'].map((state) => `desk.${state}`),
  ...['pending_review', 'approved', 'published', 'rejected'].map((status) => `desk.is_${status}`),
  ...['Next', 'Previous', 'Keep', 'Drop', 'Edit', 'Undo', 'Approve', 'Help'].map((key) => `desk.key${key}`),
  ...['missing', 'unreadable', 'short'].map((problem) => `desk.sound_${problem}`),
  ...['clips', 'all'].map((kept) => `settings.keeps_${kept}`),
  ...['again', 'hard', 'good', 'easy', 'word_order', 'missing_words', 'extra_words'].map((name) => `play.${name}`),
]);
