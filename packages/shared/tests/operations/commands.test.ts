import { existsSync, readFileSync } from 'node:fs';

const fromRoot = (path: string) => new URL(`../../../../${path}`, import.meta.url);

const listed = [
  ...readFileSync(fromRoot('scripts/run.mjs'), 'utf8').matchAll(/^ {2}'?([\w:]+)'?: '(\w+)\/dist\/(.+)\.js',$/gm),
];
const commands = listed.map(([, name = '', pack = '', file = '']) => ({
  name,
  source: `packages/${pack}/src/${file}.ts`,
}));
const scripts: Record<string, string> = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')).scripts;

test('the list of commands is found', () => {
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['db:migrate', 'doctor', 'users:erase']));
});

test.each(commands)('npm run $name is a script, has its source, and helps', ({ name, source }) => {
  expect(scripts[name]).toBe(`node -r ./scripts/lib/require-node.cjs scripts/run.mjs ${name}`);
  expect(existsSync(fromRoot(source))).toBe(true);
  // The processor's commands keep their help in files of their own.
  if (!source.startsWith('packages/shared/')) return;
  const text = readFileSync(fromRoot(source), 'utf8');
  expect(text).toContain(`npm run ${name}`);
  expect(text).toContain('runCommand(');
});
