import { basename, extname } from 'node:path';
import { cutName } from '../recordings/cut-name.ts';
import {
  decodeTranscript,
  parseTranscript,
  type Transcript,
  transcriptText,
  unusableTranscript,
} from '../transcripts/index.ts';
import type { NewLesson } from './lesson.ts';

/** What a file may be by its ending. */
export const lessonFileEndings = {
  transcript: ['.vtt', '.txt'],
  audio: ['.m4a', '.mp3', '.wav', '.mp4', '.ogg', '.flac', '.webm', '.aac'],
} as const;

const longestTopic = 200;

const endingOf = (name: string): string => extname(name).toLowerCase();

/** What kind of lesson a file's name promises; null where none can be made of it. */
export function kindOfLessonFile(name: string): 'transcript' | 'audio' | null {
  const ending = endingOf(name);
  const kinds = ['transcript', 'audio'] as const;
  return kinds.find((kind) => lessonFileEndings[kind].some((one) => one === ending)) ?? null;
}

/** What a lesson is called whose file says nothing else. */
export const topicOfFile = (name: string): string => cutName(basename(name, extname(name)), longestTopic) || 'Lesson';

/** The recording that a file is: its content, however it is called. */
export const recordingOfFile = (hash: string): string => `file:${hash}`;

/** Under which name the audio of a file is stored. */
export const audioNameOfFile = (hash: string, name: string): string => `recordings/${hash}${endingOf(name)}`;

/**
 * What a transcript's file says of its lesson.
 * @throws ValidationError for what is no transcript of a lesson; its sentence is shown as it is
 */
export function readLessonFile(
  bytes: Uint8Array,
): Required<Pick<NewLesson, 'transcript' | 'cues' | 'speakers' | 'duration_seconds'>> {
  const transcript = parseTranscript(decodeTranscript(bytes));
  const { cues, speakers } = transcript;
  if (cues.length === 1)
    throw unusableTranscript('The transcript has only one cue; a lesson is a conversation. Is the recording cut off?');
  return { transcript: transcriptText(transcript), cues, speakers, duration_seconds: lengthInSeconds(transcript) };
}

function lengthInSeconds({ cues }: Transcript): number | null {
  const last = cues.reduce((longest, cue) => Math.max(longest, cue.end_ms ?? 0), 0);
  return last > 0 ? Math.round(last / 1000) : null;
}
