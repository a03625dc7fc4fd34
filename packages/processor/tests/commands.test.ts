import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LessonExercises } from '@tulkka/shared/exercises';

const sources = fileURLToPath(new URL('../src/commands/', import.meta.url));
const lesson = fileURLToPath(new URL('./lessons/21.vtt', import.meta.url));
const labels = fileURLToPath(new URL('./lessons/21.gold.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'commands-'));

/** Runs a command as a person does, straight from its source. */
function run(command: 'generate' | 'eval', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', join(sources, `${command}.ts`), ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test('generate prints the set alone on standard output', () => {
  const { status, stdout, stderr } = run('generate', lesson, '--lesson-number', '7');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(LessonExercises.parse(JSON.parse(stdout)).lesson_number).toBe(7);
});

test('generate --report tells a person what was found and left out', () => {
  const { status, stdout } = run('generate', lesson, '--report');
  expect(status).toBe(0);
  for (const title of ['Taught words', 'Corrections', 'Flashcards', 'Grammar', 'Left out'])
    expect(stdout).toContain(title);
});

test.each([
  [[], 2, 'Exactly one transcript file is needed.'],
  [[lesson, '--lesson-number', 'zero'], 2, '--lesson-number must be a whole number from 1'],
  [[lesson, '--nonsense'], 2, '--nonsense'],
  [[join(folder, 'missing.vtt')], 1, 'There is no file'],
  [[folder], 1, 'is a folder'],
  [[labels], 1, 'JSON file'],
])('generate %j fails with exit code %i and a sentence', (args, code, sentence) => {
  const { status, stdout, stderr } = run('generate', ...args);
  expect(status).toBe(code);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('generate --help explains itself', () => {
  const { status, stdout } = run('generate', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('npm run --silent generate');
});

test('eval scores a folder of labelled lessons and can keep the sets', () => {
  writeFileSync(join(folder, '21.vtt'), readFileSync(lesson));
  writeFileSync(join(folder, '21.gold.json'), readFileSync(labels));
  const { status, stdout } = run('eval', folder, '--out', join(folder, 'out'));
  expect(status).toBe(0);
  expect(stdout).toContain('Words taught:');
  expect(
    LessonExercises.parse(JSON.parse(readFileSync(join(folder, 'out', '21.json'), 'utf8'))).total_exercises,
  ).toBeGreaterThan(0);
});

test('eval says what is missing', () => {
  const { status, stderr } = run('eval', join(folder, 'nowhere'));
  expect(status).toBe(2);
  expect(stderr).toContain('There is no folder');
});
