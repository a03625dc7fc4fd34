import { writeFile } from 'node:fs/promises';
import { loadSettings, readEnvironment } from '../config/index.ts';
import { LearnerLessons } from '../lessons/index.ts';
import { exportLearner, withDatabases } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run users:export -- <user_id> [--out FILE]
  Writes everything that both databases know of one learner as JSON, to standard output or to a file that only you can
  read. Of a group's lessons it says that they took place; what was said there is other people's as well.`;

await runCommand(help, async () => {
  const { words, options } = readArguments(help, { words: 1, options: ['out'] });
  const settings = loadSettings(readEnvironment());
  await withDatabases(settings, 'users:export', async ({ games, supabase }) => {
    const exported = await exportLearner({ games, lessons: new LearnerLessons(supabase) }, words[0] ?? '');
    const text = `${JSON.stringify(exported, null, 2)}\n`;
    if (options.out === undefined) process.stdout.write(text);
    else await writeFile(options.out, text, { mode: 0o600 });
  });
});
