import { statSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings, readEnvironment } from '../config/index.ts';
import { backUp, backupFolder, openLessons } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';
import { endProgress, showProgress } from './show-progress.ts';

const help = `npm run backup [-- --to FOLDER]
  Writes both databases into a folder (DATA_DIR/backups/<time> unless given) while everything runs: the games as they are
  at one moment, the lessons and exercises row by row. manifest.json, written last, proves that the backup is whole.`;

await runCommand(help, async () => {
  const { options } = readArguments(help, { options: ['to'] });
  const settings = loadSettings(readEnvironment());
  const folder = options.to ?? backupFolder(settings.config.dataDir);
  const { rows, files } = await backUp(settings, openLessons(settings, 'backup'), folder, showProgress).finally(
    endProgress,
  );
  for (const name of Object.keys(files)) {
    const count = rows[name.replace('.jsonl.gz', '')];
    const size = `${(statSync(join(folder, name)).size / 1024).toFixed(1)} kB`;
    console.log(`  ${name.padEnd(28)} ${size.padStart(12)}${count === undefined ? '' : `  ${count} rows`}`);
  }
  console.log(`Backup complete: ${folder}`);
});
