import type { GoodSentence } from '@tulkka/shared/exercises';
import { aboutWords } from './about-words.ts';
import { dictated } from './dictated.ts';
import { falseStart } from './false-start.ts';
import type { Conversation, Gate } from './gate.ts';
import { goneOver } from './gone-over.ts';
import { neverQuotedBack } from './never-quoted-back.ts';
import { noSlip } from './no-slip.ts';
import { nobodyMocked } from './nobody-mocked.ts';
import { notQuoted } from './not-quoted.ts';
import { ofTheLesson } from './of-the-lesson.ts';
import { oneSentence } from './one-sentence.ts';
import { oneWording } from './one-wording.ts';
import { opensWithAThing } from './opens-with-a-thing.ts';
import { putRight } from './put-right.ts';
import { standsAlone } from './stands-alone.ts';
import { uncut } from './uncut.ts';

export type { Conversation, Gate } from './gate.ts';
export { isCutOff } from './uncut.ts';

/** Every gate, the cheapest first. */
export const gates: readonly Gate[] = [
  dictated,
  uncut,
  ofTheLesson,
  aboutWords,
  falseStart,
  opensWithAThing,
  nobodyMocked,
  oneWording,
  oneSentence,
  standsAlone,
  noSlip,
  putRight,
  notQuoted,
  neverQuotedBack,
  goneOver,
];

/** The gate that stops a sentence from being shown as good English, whoever found it; null where it may be shown. */
export function mayShow(sentence: GoodSentence, conversation: Conversation): Gate | null {
  return gates.find((gate) => gate.stops(sentence, conversation)) ?? null;
}
