import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { bareEnv, root, runToEnd } from './clean-copy.ts';

/** One instruction of a Dockerfile. */
export interface Instruction {
  name: string;
  text: string;
}

/** A stage as it stands when all its instructions ran: a folder that holds what the image would hold below `/`. */
export interface Stage {
  folder: string;
  env: Record<string, string>;
  workdir: string;
  user: string;
  command: string[];
  healthcheck: string[];
}

/** The instructions of a Dockerfile, in order. */
export function readDockerfile(): Instruction[] {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.split(' ', 1)[0] ?? '', text: line.slice(line.indexOf(' ') + 1).trim() }));
}

/** Whether .dockerignore lets a file of the project into the build: the last line that matches decides. */
export function inBuildContext(file: string): boolean {
  const parents = file.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  let ignored = false;
  for (const line of readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const pattern = line.replace(/^!/, '');
    if (parents.some((path) => matchesGlob(visible(path), visible(pattern)))) ignored = !line.startsWith('!');
  }
  return !ignored;
}

/** To a .dockerignore a dot at the beginning of a name is a letter like any other. */
const visible = (path: string): string => path.replaceAll(/(^|\/)\./g, '$1dot-');

/**
 * Does what the Dockerfile says, stage by stage and without a container engine: each stage is a folder, COPY copies from
 * the build context or from a stage, and every RUN runs as it is written, with the image's paths moved into the folder.
 * Changing an owner and installing Debian's packages are left out: user and packages are the image's alone.
 */
export function buildStages(into: string, context: readonly string[]): Map<string, Stage> {
  const stages = new Map<string, Stage>();
  const tools = makeTools(join(into, '.tools'));
  let stage: Stage | undefined;
  for (const { name, text } of readDockerfile()) {
    if (name === 'FROM') {
      const [from = '', , as = ''] = text.split(' ');
      stage = startStage(join(into, as), stages.get(from));
      stages.set(as, stage);
    } else if (stage) {
      apply({ name, text }, stage, stages, context, tools);
    }
  }
  return stages;
}

function startStage(folder: string, parent: Stage | undefined): Stage {
  mkdirSync(folder, { recursive: true });
  if (!parent) return { folder, env: {}, workdir: '/', user: 'root', command: [], healthcheck: [] };
  copyTree(`${parent.folder}/.`, folder);
  return { ...parent, env: { ...parent.env }, folder };
}

function apply(
  { name, text }: Instruction,
  stage: Stage,
  stages: Map<string, Stage>,
  context: readonly string[],
  tools: string,
): void {
  if (name === 'ENV') Object.assign(stage.env, Object.fromEntries(text.split(' ').map((pair) => pair.split('='))));
  else if (name === 'WORKDIR') stage.workdir = text;
  else if (name === 'USER') stage.user = text;
  else if (name === 'CMD') stage.command = asList(text);
  else if (name === 'HEALTHCHECK') stage.healthcheck = asList(text.slice(text.indexOf('CMD ') + 4));
  else if (name === 'COPY') copy(text, stage, stages, context);
  else if (name === 'RUN') run(text, stage, tools);
  else if (!['ARG', 'EXPOSE'].includes(name)) throw new Error(`This test does not know ${name}.`);
  mkdirSync(join(stage.folder, stage.workdir), { recursive: true });
}

const asList = (text: string): string[] => {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.map(String) : [];
};

function copy(text: string, stage: Stage, stages: Map<string, Stage>, context: readonly string[]): void {
  const words = text.split(' ');
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.pop() ?? '';
  for (const path of paths) {
    const onto = join(stage.folder, target.startsWith('/') ? '' : stage.workdir, target);
    if (from !== undefined) {
      const source = join(stages.get(from)?.folder ?? '', path);
      copyTree(statSync(source).isDirectory() ? `${source}/.` : source, onto);
      continue;
    }
    const files = context.filter((file) => file === path || file.startsWith(`${path}/`));
    if (files.length === 0) throw new Error(`COPY ${path}: there is no such thing in the build context.`);
    for (const file of files) {
      const name =
        file === path ? (target.endsWith('/') ? (file.split('/').at(-1) ?? '') : '') : file.slice(path.length);
      cpSync(join(root, file), join(onto, name));
    }
  }
}

/** Keeps links as links and shares the content of files: dependencies are many. */
function copyTree(from: string, into: string): void {
  mkdirSync(from.endsWith('/.') ? into : dirname(into), { recursive: true });
  runToEnd('cp', ['-a', '-l', '-f', from, into], '/');
}

function run(text: string, stage: Stage, tools: string): void {
  const line = text
    .replace(/^(?:--mount=\S+ )+/, '')
    .replaceAll(/(^|\s)\/(data|app)\b/g, (_all, before, name) => `${before}"${stage.folder}/${name}"`);
  const prefix = join(stage.folder, 'usr', 'local');
  const env = bareEnv({
    ...stage.env,
    CI: 'true',
    npm_config_prefix: prefix,
    npm_config_prefer_offline: 'true',
    pnpm_config_prefer_offline: 'true',
  });
  const PATH = [tools, join(prefix, 'bin'), env.PATH].join(':');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd: join(stage.folder, stage.workdir),
    env: { ...env, PATH },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`RUN ${text}\nended with ${status}:\n${`${stdout}\n${stderr}`.slice(-2000)}`);
}

/** `chown` that checks that what it is to change is there, and `apt-get`: neither changes anything on this machine. */
function makeTools(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const tools = { chown: 'for last; do :; done\ntest -e "$last"', 'apt-get': 'true' };
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** Whether a path is in the image. */
export const inImage = (stage: Stage, path: string): boolean => existsSync(join(stage.folder, path));
