import { serveThread } from '@tulkka/shared/threads';
import { decodeTranscript, parseTranscript, type Transcript, transcriptText } from '@tulkka/shared/transcripts';

/** A transcript that was read: its parts, and its text as it is stored. */
export interface ReadTranscript extends Transcript {
  text: string;
}

// The entry of a thread, as main.ts is the entry of a process: what it does at import is its work.
serveThread<Uint8Array, ReadTranscript>({
  work: (bytes) => {
    const transcript = parseTranscript(decodeTranscript(Buffer.from(bytes)));
    return { ...transcript, text: transcriptText(transcript) };
  },
  onError: () => undefined,
  failure: 'The transcript could not be read.',
});
