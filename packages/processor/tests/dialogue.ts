import type { Transcript } from '@tulkka/shared/transcripts';
import { type LessonReading, readLesson } from '../src/analysis/index.ts';
import { openLexicon } from '../src/lexicon/index.ts';

const lexicon = openLexicon();

/** A transcript from lines such as `T: Hello.`; T is the teacher, anybody else a student. */
export function transcriptOf(dialogue: string): Transcript {
  const cues = dialogue
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, i) => {
      const [, label, text] = /^(\w+): (.*)$/.exec(line) ?? [];
      return {
        start_ms: i * 4000,
        end_ms: i * 4000 + 2000,
        speaker: label === 'T' ? 'Teacher' : (label ?? null),
        text: text ?? line,
      };
    });
  return { format: 'vtt', cues, speakers: [...new Set(cues.flatMap((cue) => cue.speaker ?? []))] };
}

/** Reads an invented dialogue as a whole lesson. */
export function lessonOf(dialogue: string): LessonReading {
  return readLesson(transcriptOf(dialogue), { teacherName: 'Teacher' }, lexicon);
}

/** The corrections of a dialogue as `wrong → right`. */
export function correctionsOf(dialogue: string): string[] {
  return lessonOf(dialogue).corrections.map(({ wrong, right }) => `${wrong} → ${right}`);
}

/** The terms that a dialogue taught. */
export function termsOf(dialogue: string): string[] {
  return lessonOf(dialogue).terms.map(({ term }) => term);
}
