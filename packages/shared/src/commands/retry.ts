import { loadSettings, readEnvironment } from '../config/index.ts';
import { LessonStore } from '../lessons/index.ts';
import { openLessons } from '../operations/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run retry -- <lesson id>
  Tries a failed lesson again from where it stopped, with a fresh count of attempts. npm run status shows the ids.`;

await runCommand(help, async () => {
  const { words } = readArguments(help, { words: 1 });
  const lessons = new LessonStore(openLessons(loadSettings(readEnvironment()), 'retry'));
  const lesson = await lessons.retry(words[0] ?? '');
  console.log(`${lesson.id} (${lesson.topic}) is ${lesson.status} again.`);
});
