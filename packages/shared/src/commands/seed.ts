import { loadSettings, readEnvironment } from '../config/index.ts';
import { connect } from '../database/index.ts';
import { seedStarterContent } from '../database/seed.ts';
import { runCommand } from './run-command.ts';

await runCommand(
  'npm run db:seed\n  Puts the starter content into the games. Safe to repeat; edited rows stay as they are.',
  async () => {
    const { config, secrets } = loadSettings(readEnvironment());
    const db = connect(config.games, secrets.mysqlPassword);
    try {
      const seeded = await seedStarterContent(db);
      console.log(`Starter content: ${JSON.stringify(seeded)}`);
    } finally {
      await db.destroy();
    }
  },
);
