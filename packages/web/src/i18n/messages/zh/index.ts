import type { Messages } from '../messages.ts';
import { classes } from './classes.ts';
import { desk } from './desk.ts';
import { games } from './games.ts';
import { lessons } from './lessons.ts';
import { listening } from './listening.ts';
import { play } from './play.ts';
import { progress } from './progress.ts';
import { report } from './report.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { today } from './today.ts';
import { words } from './words.ts';

/** Chinese, in simplified characters. */
export const zh = {
  shell,
  signIn,
  today,
  games,
  listening,
  play,
  lessons,
  words,
  progress,
  report,
  settings,
  desk,
  classes,
} satisfies Messages;
