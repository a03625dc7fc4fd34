import { parseTranscript } from '@tulkka/shared/transcripts';
import { readTurns } from '../src/analysis/conversation/read-turns.ts';
import type { Turn } from '../src/analysis/types.ts';

/** The turns of an example ("Student: …", else the teacher's), who says what being known. */
export function turnsOf(said: string | readonly string[]): Turn[] {
  const lines = (typeof said === 'string' ? [said] : said).map((line) =>
    line.startsWith('Student: ') ? line : `Teacher: ${line}`,
  );
  // two speakers, or the reader takes the label for a part of what was said
  const greeting = ['Student: Hi.', 'Teacher: Hello.', 'Student: Yes.'];
  const turns = readTurns(parseTranscript([...greeting, ...lines].join('\n')));
  for (const turn of turns) {
    turn.role = turn.speaker === 'Student' ? 'student' : 'teacher';
    for (const sentence of turn.sentences) sentence.role = turn.role;
  }
  return turns;
}

/** The same words as a recorder without punctuation and capitals writes them. */
export function withoutMarks(said: string | readonly string[]): string[] {
  return (typeof said === 'string' ? [said] : said).map((line) => {
    const speaker = line.startsWith('Student: ') ? 'Student: ' : '';
    return (
      speaker +
      line
        .slice(speaker.length)
        .replace(/[.,!?;:…]+(?=\s|$)/g, '')
        .toLowerCase()
    );
  });
}
