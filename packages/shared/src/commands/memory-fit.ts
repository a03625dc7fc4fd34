import { loadSettings, readEnvironment } from '../config/index.ts';
import { connect } from '../database/index.ts';
import { createLogger } from '../logging/index.ts';
import { ParameterFitting } from '../memory-fitting/index.ts';
import { describeFitted, fitMemories } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run memory:fit
  Fits what the forgetting of learners is computed with to their own answers: everybody's together, and those of each
  learner with 1,000 reviews. It is taken only where it predicts the newest answers better than what is in use, and
  memories are then made anew. The worker does the same by itself once a day. Safe to repeat, and while learners practise.`;

await runCommand(help, async () => {
  readArguments(help, {});
  const { config, secrets } = loadSettings(readEnvironment());
  const db = connect(config.games, secrets.mysqlPassword);
  const fitting = new ParameterFitting();
  const log = createLogger(config, secrets, 'memory-fit');
  try {
    console.log(describeFitted(await fitMemories(db, { judge: fitting, log })));
  } finally {
    await fitting.close();
    await db.destroy();
    await log.close();
  }
});
