import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { readSettings } from '../../packages/shared/src/config/load-settings.ts';
import { listProjectFiles, root } from './clean-copy.ts';
import { composeProblems } from './compose-rules.ts';
import { inBuildContext, readDockerfile } from './image.ts';
import { fieldsOf } from './learners.ts';

const composeFiles = ['docker-compose.yml', 'docker-compose.prod.yml'];
const readCompose = (file: string): Record<string, unknown> =>
  fieldsOf(parse(readFileSync(join(root, file), 'utf8'), { merge: true }));
const servicesOf = (file: string): [string, Record<string, unknown>][] =>
  Object.entries(fieldsOf(readCompose(file).services)).map(([name, service]) => [name, fieldsOf(service)]);

describe('the Dockerfile', () => {
  const instructions = readDockerfile();

  test('has nothing that its linter objects to', () => {
    const found = validate(readFileSync(join(root, 'Dockerfile'), 'utf8'));
    expect(found.map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  test('pins its base to a version of the Node that the project names, and runs as nobody in particular', () => {
    const base = instructions.find(({ name }) => name === 'ARG')?.text ?? '';
    const [, major] = /^NODE_IMAGE=node:(\d+)\.\d+\.\d+-bookworm-slim$/.exec(base) ?? [];
    const { engines } = fieldsOf(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    expect(`${major}.x`).toBe(fieldsOf(engines).node);
    const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
    expect(last.filter(({ name }) => name === 'USER').map(({ text }) => text)).toEqual(['node']);
    expect(last.some(({ name }) => name === 'HEALTHCHECK')).toBe(true);
  });

  test('names every package of the workspace where it copies manifests', () => {
    const copied = instructions.filter(({ name }) => name === 'COPY').map(({ text }) => text.split(' ')[0]);
    const manifests = listProjectFiles().filter((file) => /^packages\/\w+\/package\.json$/.test(file));
    expect(copied).toEqual(expect.arrayContaining(manifests));
  });

  test('is given the sources and neither secrets nor what is fetched or built', () => {
    const inside = [
      'package.json',
      'packages/api/src/main.ts',
      'supabase/migrations/x.sql',
      'scripts/lib/toolchain.mjs',
    ];
    const outside = ['.env', '.git/config', '.data/stack.env', 'inbox/demo/lesson.vtt', 'node_modules/a/index.js'];
    const built = ['packages/api/dist/main.js', 'packages/api/node_modules/zod', 'packages/api/src/app.test.ts'];
    expect(inside.filter((file) => !inBuildContext(file))).toEqual([]);
    expect([...outside, ...built, 'packages/api/tests/test-api.ts'].filter(inBuildContext)).toEqual([]);
  });
});

describe.each(composeFiles)('%s', (file) => {
  test('keeps the rules of the Compose specification', () => {
    expect(composeProblems(readCompose(file))).toEqual([]);
  });

  test('runs the commands of the Procfile, each as its own service', () => {
    const commands = Object.fromEntries(
      readFileSync(join(root, 'Procfile'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(': ', 2)),
    );
    const services = Object.fromEntries(servicesOf(file));
    for (const [type, command] of Object.entries(commands)) {
      const words = services[type]?.command;
      expect(Array.isArray(words) && words.join(' ').replace(/^sh -c /, '')).toBe(command);
    }
  });

  test('gives every process more time to end than it needs', () => {
    const processes = servicesOf(file).filter(([name]) => ['web', 'fetcher', 'worker'].includes(name));
    expect(processes).toHaveLength(3);
    for (const [, service] of processes)
      expect(Number.parseInt(String(service.stop_grace_period), 10)).toBeGreaterThan(25);
  });

  test('sets variables that exist', () => {
    const known = readSettings({}).names;
    for (const [name, { environment }] of servicesOf(file).filter(([name]) => !['mysql', 'redis'].includes(name)))
      expect({ name, unknown: Object.keys(fieldsOf(environment)).filter((key) => !known.includes(key)) }).toEqual({
        name,
        unknown: [],
      });
  });
});

test('the production services are confined', () => {
  for (const [name, service] of servicesOf('docker-compose.prod.yml')) {
    const confined = { read_only: true, cap_drop: ['ALL'], init: true, security_opt: ['no-new-privileges:true'] };
    expect({ name, ...service }).toMatchObject({ name, ...confined, tmpfs: expect.any(Array) });
    if (name === 'release') continue;
    const { replicas, resources } = fieldsOf(service.deploy);
    expect(replicas).toBeDefined();
    expect(fieldsOf(fieldsOf(resources).limits)).toMatchObject({
      cpus: expect.any(String),
      memory: expect.any(String),
    });
  }
});
