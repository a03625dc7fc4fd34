import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DictionaryFolder } from './files.ts';

const command = fileURLToPath(new URL('../../src/commands/dictionary-import.ts', import.meta.url));
const folder = new DictionaryFolder();

/** Runs the command as a person does, straight from its source. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', command, ...args],
    {
      encoding: 'utf8',
      cwd: folder.path,
      env: { ...process.env, DATA_DIR: folder.path, DICTIONARY_DIR: folder.stored },
    },
  );
  return { status, stdout, stderr };
}

test('a dictionary is brought in, listed and removed', () => {
  folder.file('tools.csv', 'term,meaning,he\ntrowel,a flat tool,כף\nhoe,a tool,מעדר\n,nothing,\n');
  const imported = run('tools.csv', '--licence', 'CC-BY-4.0', '--name', 'Tools', '--origin', 'https://tools.example');
  expect(imported.stderr).toBe('');
  expect(imported.stdout).toContain('tools.csv, line 4, term: must not be empty');
  expect(imported.stdout).toContain('2 entries are stored as tools');
  const listed = run('--list').stdout;
  for (const told of ['Tools', 'CC-BY-4.0', 'https://tools.example', 'languages: he', '1 dictionaries'])
    expect(listed).toContain(told);
  expect(run('--remove', 'Tools').stdout).toContain('tools is removed');
  expect(run('--list').stdout).toContain('0 dictionaries');
});

test.each([
  [[], 2, 'Exactly one dictionary file is needed.'],
  [['tools.csv'], 2, '--licence is needed'],
  [['tools.xml', '--licence', 'CC0'], 2, 'tells no format: add --format'],
  [['tools.csv', '--licence', 'CC0', '--format', 'xml'], 2, 'must be one of csv, tsv, dictd, kaikki, omw'],
  [['tools.csv', '--licence', 'CC0', '--languages', 'Hebrew'], 2, '"Hebrew" is no language'],
  [['missing.csv', '--licence', 'CC0'], 1, 'There is no file'],
  [['--remove', 'nothing'], 1, 'There is no dictionary "nothing"'],
])('%j fails with exit code %i and a sentence', (args, code, sentence) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(code);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('--help explains itself', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  for (const option of ['--licence', '--languages', '--remove', '--wordnet']) expect(stdout).toContain(option);
});
