import { writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { createAudioStore } from '../audio-storage/index.ts';
import { loadSettings, readEnvironment } from '../config/index.ts';
import { LearnerLessons } from '../lessons/index.ts';
import { exportLearner, withDatabases, writeExportedClips } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run users:export -- <user_id> [--out FILE]
  Writes everything that both databases know of one learner as JSON, to standard output or to a file that only you can
  read. Of a group's lessons it says that they took place; what was said there is other people's as well.
  With --out the clips of the learner's own voice are written to a folder beside the file: leo.json, leo-clips/.`;

await runCommand(help, async () => {
  const { words, options } = readArguments(help, { words: 1, options: ['out'] });
  const settings = loadSettings(readEnvironment());
  await withDatabases(settings, 'users:export', async ({ games, supabase }) => {
    const exported = await exportLearner({ games, lessons: new LearnerLessons(supabase) }, words[0] ?? '');
    const text = `${JSON.stringify(exported, null, 2)}\n`;
    if (options.out === undefined) {
      process.stdout.write(text);
      return;
    }
    await writeFile(options.out, text, { mode: 0o600 });
    const { dir, name } = parse(options.out);
    const folder = join(dir, `${name}-clips`);
    const written = await writeExportedClips(createAudioStore(settings), exported.clips, folder);
    if (written > 0) console.log(`${options.out}, and ${written} clips of their voice in ${folder}`);
  });
});
