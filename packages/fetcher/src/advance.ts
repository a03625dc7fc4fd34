import type { AudioStore } from '@tulkka/shared/audio-store';
import type { LessonQueue } from '@tulkka/shared/lessons';
import type { PipelineMetrics } from '@tulkka/shared/metrics';
import type { Transcript } from '@tulkka/shared/transcripts';
import type { ZoomClient } from '@tulkka/shared/zoom';
import type { KeptAudio } from './kept-audio.ts';
import type { ZoomFiles } from './sources/zoom-files.ts';
import type { Transcriber } from './transcription/transcriber.ts';

/** What the fetcher needs to bring a lesson from `pending_transcript` to its transcript. */
export interface TranscriptSteps {
  queue: LessonQueue;
  metrics: PipelineMetrics;
  transcriber: Transcriber | null;
  /** Where uploaded and dropped recordings wait. */
  audioStore: AudioStore;
  /** Whose sound stays after its transcription. */
  keptAudio: KeptAudio;
  zoom: { client: ZoomClient; files: ZoomFiles; graceMinutes: number } | null;
  /** Seconds between two looks at a lesson that waits for something outside. */
  patienceSeconds: number;
  /** Seconds between two looks at a running transcription. */
  pollSeconds: number;
  onWaiting?: (seconds: number) => void;
  /** Hears why a lesson goes on without its sound. */
  onMissing?: (error: unknown) => void;
  maxAttempts: number;
  retryBaseSeconds: number;
}

/** How far one visit brought a lesson: to its transcript, or to something it has to wait for. */
export type Advance =
  | { kind: 'transcript'; transcript: Transcript; audioSeconds: number; release: () => Promise<void> }
  | { kind: 'waiting'; for: string; seconds: number };

/** Said of audio while nobody can turn it into text. */
export const needsTranscriber =
  'a transcriber: set TRANSCRIBE_BASE_URL or ASSEMBLYAI_API_KEY, or put a .vtt of this lesson into the inbox';
