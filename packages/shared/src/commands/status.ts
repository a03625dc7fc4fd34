import { loadSettings, readEnvironment } from '../config/index.ts';
import { LessonCounts, LessonStore } from '../lessons/index.ts';
import { formatPipelineStatus, openLessons, readPipelineStatus } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run status [-- --json]
  Shows the pipeline: lessons in each state with the age of the oldest, what failed or waits and why, and the newest.
  --json  the same for a program`;

await runCommand(help, async () => {
  const { switches } = readArguments(help, { switches: ['json'] });
  const supabase = openLessons(loadSettings(readEnvironment()), 'status');
  const status = await readPipelineStatus(new LessonCounts(supabase), new LessonStore(supabase));
  console.log(switches.json ? JSON.stringify(status, null, 2) : formatPipelineStatus(status));
});
