import { createAudioStore } from '../audio-storage/index.ts';
import { loadSettings, readEnvironment } from '../config/index.ts';
import { ExerciseSetStore, LearnerLessons } from '../lessons/index.ts';
import { describeScope, eraseLearner, findLearnerScope, withDatabases } from '../operations/index.ts';
import { eraseAccount } from '../people/index.ts';
import { PersonRepository } from '../repositories/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run users:erase -- <user_id> [--known-as NAME] [--yes]
  Forgets one learner in both databases: profile, word lists, sessions, results, mistakes, statistics, memberships, one-to-one
  lessons with what was made of them, kept answers and requests; of lessons with a group, what this learner said there
  and the exercises that repeat it. Recordings name their speakers: --known-as tells another name than the profile's.
  Without --yes it only says what it would erase.
  Safe to repeat; repeat it when it was interrupted. It cannot be undone.`;

await runCommand(help, async () => {
  const { words, switches, options } = readArguments(help, { words: 1, switches: ['yes'], options: ['known-as'] });
  const [userId = ''] = words;
  const settings = loadSettings(readEnvironment());
  await withDatabases(settings, 'users:erase', async ({ games, supabase }) => {
    const sources = {
      games,
      lessons: new LearnerLessons(supabase),
      sets: new ExerciseSetStore(supabase),
      audioStore: createAudioStore(settings),
    };
    if (!switches.yes) {
      console.log(describeScope(userId, await findLearnerScope(sources, userId)));
      console.log('Nothing was erased. Add --yes to do it.');
      return;
    }
    // First: the profile, which goes with the rest, tells which account it is.
    const person = await new PersonRepository(games).find(userId);
    const closed = await eraseAccount(supabase, person?.auth_id ?? userId);
    const { erased, stays } = await eraseLearner(
      sources,
      userId,
      options['known-as'] === undefined ? [] : [options['known-as']],
    );
    const counts = Object.entries({ accounts: Number(closed), ...erased }).filter(([, count]) => count > 0);
    console.log(counts.length === 0 ? `Nothing is stored about ${userId}.` : `Erased of ${userId}:`);
    for (const [name, count] of counts) console.log(`  ${count} ${name}`);
    console.log('What stays, and why:');
    for (const sentence of stays) console.log(`  ${sentence}`);
  });
});
