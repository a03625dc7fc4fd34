import { resolve } from 'node:path';
import type { Config, Secrets } from '@tulkka/shared/config';
import type { Logger } from '@tulkka/shared/logging';
import { findSpeakingPrograms } from '@tulkka/shared/programs';
import { Espeak } from './espeak.ts';
import { Flite } from './flite.ts';
import { Speech } from './speech.ts';
import type { SpeechEngine } from './speech-engine.ts';
import { SpeechServer } from './speech-server.ts';

/** Speech with the engines that this machine and configuration have, the best first. */
export function createSpeech(config: Config, secrets: Secrets, log: Logger): Speech {
  const engines: SpeechEngine[] = [];
  if (config.speech) engines.push(new SpeechServer(config.speech, secrets.speechApiKey));
  for (const program of findSpeakingPrograms()) engines.push(program === 'flite' ? new Flite() : new Espeak());
  return new Speech(engines, resolve(config.dataDir, 'speech'), log);
}
