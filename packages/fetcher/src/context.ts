import { createAudioStore } from '@tulkka/shared/audio-storage';
import type { Settings } from '@tulkka/shared/config';
import type { ManagedProcess } from '@tulkka/shared/lifecycle';
import { createPipeline, pipelineProcess } from '@tulkka/shared/pipeline';
import { ClassRepository, FetchRequestRepository } from '@tulkka/shared/repositories';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import { ClassDirectory } from './class-directory.ts';
import { createZoom } from './create-zoom.ts';
import { KeptAudio } from './kept-audio.ts';
import { createLoops } from './loops.ts';
import { InboxSource } from './sources/inbox.ts';
import { AssemblyaiTranscriber } from './transcription/assemblyai.ts';
import type { Transcriber } from './transcription/transcriber.ts';
import { TranscriptionServer } from './transcription/transcription-server.ts';

/** The fetcher: brings recordings in, and each to its transcript. */
export async function createFetcher(settings: Settings): Promise<ManagedProcess> {
  const pipeline = createPipeline(settings, 'fetcher');
  const { config, log, metrics, games, queue, lessons } = pipeline;
  const { pollIntervalSeconds, maxAttempts, retryBaseSeconds } = config.jobs;
  const audioStore = createAudioStore(settings);
  const directory = new ClassDirectory(games);
  const inbox = new InboxSource({
    inboxDir: config.inboxDir,
    audioStore,
    lessons,
    classes: directory,
    log,
  });
  const onCall = metrics.observeVendorCall;
  const zoom = createZoom(settings, { games, lessons, classes: new ClassRepository(games), log, onCall });
  const steps = {
    queue,
    metrics,
    audioStore,
    keptAudio: new KeptAudio(games),
    transcriber: createTranscriber(settings, onCall),
    zoom: zoom && { client: zoom.client, files: zoom.files, graceMinutes: zoom.graceMinutes },
    patienceSeconds: pollIntervalSeconds,
    pollSeconds: Math.min(3, pollIntervalSeconds),
    maxAttempts,
    retryBaseSeconds,
  };
  const requests = new FetchRequestRepository(games);
  const loops = createLoops(pipeline, { inbox, steps, scan: zoom?.scan ?? null, requests });
  return pipelineProcess(pipeline, loops, { inbox: config.inboxDir, zoom: zoom !== null }, () => inbox.prepare());
}

/** A server of one's own goes before the vendor: who has one lets no lesson leave the house. */
function createTranscriber({ config, secrets }: Settings, onCall: OnVendorCall): Transcriber | null {
  if (config.transcriptionServer !== null) {
    return new TranscriptionServer({ config: config.transcriptionServer, apiKey: secrets.transcribeApiKey, onCall });
  }
  if (config.transcription === null || secrets.assemblyaiApiKey === null) return null;
  return new AssemblyaiTranscriber({ config: config.transcription, apiKey: secrets.assemblyaiApiKey, onCall });
}
