import { workerData } from 'node:worker_threads';
import { connectSupabase, LessonStore } from '@tulkka/shared/lessons';
import { serveThread } from '@tulkka/shared/threads';
import { decodeTranscript, parseTranscript, transcriptText } from '@tulkka/shared/transcripts';
import type { IntakeRequest, StoredUpload } from './transcript-intake.ts';

// The entry of a thread, as main.ts is the entry of a process: what it does at import is its work.
const { url, key }: { url: string; key: string } = workerData;
const lessons = new LessonStore(connectSupabase(url, key));

serveThread<IntakeRequest, StoredUpload>({
  work: async ({ bytes, lesson }) => {
    const transcript = parseTranscript(decodeTranscript(Buffer.from(bytes)));
    const { cues, speakers } = transcript;
    return lessons.add({ ...lesson, transcript: transcriptText(transcript), cues, speakers });
  },
  onError: () => undefined,
  failure: 'The transcript could not be read.',
});
