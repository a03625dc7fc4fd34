import { loadSettings, readEnvironment } from '../config/index.ts';
import { connect } from '../database/index.ts';
import { rebuildMemories } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run memory:rebuild [-- --user USER_ID]
  Makes what learners remember anew from the log of their answers: all of them, or one. What is right already stays as it
  is, so it is safe to repeat, and to run while learners practise. Answers from before there were memories are read, too.
  The whole log counts: what was forgotten because an item was withdrawn or mended is remembered again.`;

await runCommand(help, async () => {
  const { options } = readArguments(help, { options: ['user'] });
  const { config, secrets } = loadSettings(readEnvironment());
  const db = connect(config.games, secrets.mysqlPassword);
  try {
    const { learners, memories, changed, removed, oldAnswers } = await rebuildMemories(db, options.user);
    console.log(
      `Memories of ${learners} learner(s): ${memories}, of which ${changed} were made anew; ${removed} without answers removed; ` +
        `${oldAnswers} old answer(s) read.`,
    );
  } finally {
    await db.destroy();
  }
});
