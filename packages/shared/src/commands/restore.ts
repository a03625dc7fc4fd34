import { loadSettings, readEnvironment } from '../config/index.ts';
import { openLessons, readManifest, restore } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';
import { endProgress, showProgress } from './show-progress.ts';

const help = `npm run restore -- FOLDER [--yes] [--overwrite]
  Brings both databases back to what a backup holds. Stop web, fetcher and worker first. Without --yes it only checks
  that the backup is whole.
  --overwrite  replaces what the databases hold; without it, only empty ones are filled`;

await runCommand(help, async () => {
  const { words, switches } = readArguments(help, { words: 1, switches: ['yes', 'overwrite'] });
  const [folder = ''] = words;
  const { created_at, rows } = await readManifest(folder);
  console.log(`A whole backup of ${created_at}: ${rows.zoom_summaries} lessons, ${rows.lesson_exercises} sets.`);
  if (!switches.yes) {
    console.log('Nothing was restored. Add --yes to do it.');
    return;
  }
  const settings = loadSettings(readEnvironment());
  const lessons = openLessons(settings, 'restore');
  const { migrated } = await restore(settings, lessons, folder, switches.overwrite, showProgress).finally(endProgress);
  console.log('Both databases are restored.');
  if (migrated.length > 0) console.log(`Migrations applied after it: ${migrated.join(', ')}`);
});
