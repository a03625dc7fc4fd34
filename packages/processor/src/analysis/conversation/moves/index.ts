import type { Move } from '../move.ts';
import { announcesTheLearnersWords } from './announces-the-learners-words.ts';
import { asksForAWord } from './asks-for-a-word.ts';
import { asksForSomethingPrivate } from './asks-for-something-private.ts';
import { definesAWord } from './defines-a-word.ts';
import { goesOverMistakes } from './goes-over-mistakes.ts';
import { greets } from './greets.ts';
import { namesAMistake } from './names-a-mistake.ts';
import { opensTheTopic } from './opens-the-topic.ts';
import { praisesAWord } from './praises-a-word.ts';
import { runsTheClass } from './runs-the-class.ts';
import { saysGoodbye } from './says-goodbye.ts';
import { talksOfTheCall } from './talks-of-the-call.ts';

/** Every move that is recognised. */
export const moves: readonly Move[] = [
  announcesTheLearnersWords,
  asksForAWord,
  asksForSomethingPrivate,
  definesAWord,
  goesOverMistakes,
  greets,
  namesAMistake,
  opensTheTopic,
  praisesAWord,
  runsTheClass,
  saysGoodbye,
  talksOfTheCall,
];
