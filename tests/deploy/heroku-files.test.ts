import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../packages/shared/src/config/load-settings.ts';
import { listProjectFiles, root } from './clean-copy.ts';
import { readProcfile } from './formation.ts';
import { fieldsOf } from './learners.ts';

const readJson = (file: string): Record<string, unknown> =>
  fieldsOf(JSON.parse(readFileSync(join(root, file), 'utf8')));

test('the Procfile names the three processes and the release step, by files that are built from sources', () => {
  const commands = readProcfile(root);
  expect(Object.keys(commands).sort()).toEqual(['fetcher', 'release', 'web', 'worker']);
  for (const command of Object.values(commands)) {
    for (const part of command.split(' && ')) {
      // No shell wrapper and no package manager between the platform's signals and our process.
      const [, file = ''] = /^node (packages\/\w+\/dist\/[\w/-]+\.js)$/.exec(part) ?? [];
      expect(existsSync(join(root, file.replace('/dist/', '/src/').replace(/\.js$/, '.ts')))).toBe(true);
    }
  }
});

test("package.json keeps the Node buildpack's rules", () => {
  const { packageManager, engines, scripts } = readJson('package.json');
  expect(packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+$/);
  // A wide range is capped by the buildpack, an exact version goes without security fixes.
  expect(fieldsOf(engines).node).toMatch(/^\d+\.x$/);
  expect(fieldsOf(scripts).build).toBe('tsc -b && node packages/web/build/build.mjs');
  const lockfiles = listProjectFiles().filter((file) =>
    /(^|\/)(package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/.test(file),
  );
  expect(lockfiles).toEqual(['pnpm-lock.yaml']);
});

test('no package has an install script, which would keep the buildpack from pruning', () => {
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'heroku-prebuild', 'heroku-postbuild'];
  for (const file of [
    'package.json',
    ...['shared', 'processor', 'fetcher', 'api'].map((p) => `packages/${p}/package.json`),
  ]) {
    const scripts = Object.keys(fieldsOf(readJson(file).scripts));
    expect(scripts.filter((script) => hooks.includes(script))).toEqual([]);
  }
});

test('app.json asks for variables that exist and scales processes that exist', () => {
  const { env, formation } = readJson('app.json');
  const known = readSettings({}).names;
  expect(Object.keys(fieldsOf(env)).filter((name) => !known.includes(name))).toEqual([]);
  expect(Object.keys(fieldsOf(formation)).filter((type) => !(type in readProcfile(root)))).toEqual([]);
});

test('app.json with its blanks filled in is a configuration that production accepts', () => {
  const filled = Object.entries(fieldsOf(readJson('app.json').env)).map(([name, entry]) => {
    const { value, required, generator } = fieldsOf(entry);
    const example = name.endsWith('_URL') ? 'https://project.example.org' : 'filled-in';
    return [
      name,
      generator === 'secret' ? randomBytes(32).toString('hex') : required === false ? '' : String(value ?? example),
    ];
  });
  // What the add-ons that it names set.
  const addons = { JAWSDB_URL: 'mysql://a:b@c.rds.example:3306/d', REDIS_URL: 'rediss://:p@ec2.example:6380' };
  const { settings, issues } = readSettings({ ...Object.fromEntries(filled), ...addons });
  expect(issues).toEqual([]);
  expect(settings.config.games).toMatchObject({ host: 'c.rds.example', database: 'd', tls: 'unverified', poolSize: 3 });
  expect(settings.config.http).toMatchObject({ sharedCounters: true, redisVerified: false });
});

test('docs/deploy/heroku.md sets variables that exist, to values that production accepts', () => {
  const page = readFileSync(join(root, 'docs/deploy/heroku.md'), 'utf8');
  const [, block = ''] = /heroku config:set ((?:.*\\\n)*.*)\n/.exec(page) ?? [];
  const set = [...block.matchAll(/([A-Z_]+)=("[^"]*"|\S+)/g)].map(([, name = '', value = '']): [string, string] => [
    name,
    value.startsWith('"$(openssl') ? randomBytes(48).toString('base64') : value.replaceAll('…', 'example'),
  ]);
  expect(set.map(([name]) => name)).toEqual(expect.arrayContaining(['AUTH_MODE', 'JWT_SECRET', 'SUPABASE_KEY']));
  const addons = { JAWSDB_URL: 'mysql://a:b@c.rds.example/d', REDIS_URL: 'rediss://:p@ec2.example:6380' };
  expect(readSettings({ ...Object.fromEntries(set), ...addons }).issues).toEqual([]);
  const known = readSettings({}).names;
  expect(set.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
});
