import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/*
 * Stands in for the Heroku CLI: the sub-commands and flags of the real one that our page uses, with what they would do to an
 * app kept in a file (HEROKU_STATE). Whatever else it is asked it refuses, as the real one does with what it does not know.
 */
interface App {
  name: string | null;
  stack: string | null;
  buildpack: string | null;
  config: Record<string, string>;
  formation: Record<string, number>;
  opened: string | null;
}

const { HEROKU_STATE = '', HEROKU_REMOTE = '', HEROKU_ADDONS = '{}' } = process.env;
const app: App = existsSync(HEROKU_STATE)
  ? JSON.parse(readFileSync(HEROKU_STATE, 'utf8'))
  : { name: null, stack: null, buildpack: null, config: {}, formation: {}, opened: null };
/** What each add-on sets in the app's config vars. */
const addons: Record<string, Record<string, string>> = JSON.parse(HEROKU_ADDONS);

function refuse(why: string): never {
  process.stderr.write(`heroku: ${why}\n`);
  process.exit(2);
}

const pairs = (given: readonly string[]): [string, string][] =>
  given.map((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [pair.slice(0, at), pair.slice(at + 1)] : refuse(`${pair} is not NAME=value`);
  });

const commands: Record<string, (args: string[]) => void> = {
  create: (args) => {
    const options = { buildpack: { type: 'string' }, stack: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    app.name = positionals[0] ?? null;
    app.stack = values.stack ?? null;
    app.buildpack = values.buildpack ?? null;
    execFileSync('git', ['remote', 'add', 'heroku', HEROKU_REMOTE]);
  },
  'addons:create': (args) => {
    const { positionals } = parseArgs({ args, options: { wait: { type: 'boolean' } }, allowPositionals: true });
    const made = addons[positionals[0] ?? ''] ?? refuse(`there is no add-on ${positionals[0]}`);
    Object.assign(app.config, made);
  },
  'config:set': (args) => void Object.assign(app.config, Object.fromEntries(pairs(args))),
  'ps:scale': (args) => {
    const types = execFileSync('git', ['--git-dir', HEROKU_REMOTE, 'show', 'main:Procfile'], { encoding: 'utf8' });
    for (const [type, quantity] of pairs(args)) {
      if (!types.includes(`\n${type}:`)) refuse(`couldn't find that process type (${type})`);
      if (!/^\d+$/.test(quantity)) refuse(`${quantity} is no quantity`);
      app.formation[type] = Number(quantity);
    }
  },
  open: ([path]) => {
    app.opened = path ?? '/';
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name] ?? refuse(`${name} is not a command that this stand-in knows`);
if (name !== 'create' && app.name === null) refuse('there is no app yet');
try {
  command(args);
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}
writeFileSync(HEROKU_STATE, JSON.stringify(app));
