import { loadSettings, readEnvironment } from '../config/index.ts';
import { connect, createDatabase, migrateUp } from '../database/index.ts';
import { runCommand } from './run-command.ts';

await runCommand(
  'npm run db:migrate\n  Brings the games database up to date. Safe to repeat, and when two releases race.',
  async () => {
    const { config, secrets } = loadSettings(readEnvironment());
    await createDatabase(config.games, secrets.mysqlPassword);
    const db = connect(config.games, secrets.mysqlPassword);
    try {
      const applied = await migrateUp(db);
      console.log(applied.length === 0 ? 'The games database is up to date.' : `Applied: ${applied.join(', ')}`);
    } finally {
      await db.destroy();
    }
  },
);
