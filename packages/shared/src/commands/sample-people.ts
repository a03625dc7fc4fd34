import { loadSettings, readEnvironment } from '../config/index.ts';
import { connect } from '../database/index.ts';
import { placeSamplePeople } from '../people/index.ts';
import { PersonRepository } from '../repositories/index.ts';
import { runCommand } from './run-command.ts';

await runCommand(
  'npm start runs this.\n  Gives the sample teacher, student and coordinator accounts to sign in with. Safe to repeat.',
  async () => {
    const { config, secrets } = loadSettings(readEnvironment());
    if (config.signIn === null || secrets.samplePassword === null) return;
    const db = connect(config.games, secrets.mysqlPassword);
    try {
      const placed = await placeSamplePeople(config.signIn, new PersonRepository(db), secrets.samplePassword);
      console.log(`Sample people: ${placed.join(', ')}`);
    } finally {
      await db.destroy();
    }
  },
);
