import type { SpeechConfig } from '@tulkka/shared/config';
import { UpstreamError } from '@tulkka/shared/errors';
import type { SpeechEngine } from './speech-engine.ts';

/** A learner is waiting: a sentence takes a good server about a second. */
const patienceMs = 10_000;
/** Far above a sentence; a server that sends more is not sending one. */
const mostBytes = 5_000_000;

/** Any server with OpenAI's `POST /audio/speech`. */
export class SpeechServer implements SpeechEngine {
  readonly name: string;
  readonly extension = 'mp3';

  constructor(
    private readonly config: SpeechConfig,
    private readonly apiKey: string | null,
  ) {
    this.name = `server ${config.model} ${config.voice}`;
  }

  async speak(text: string): Promise<Buffer> {
    const { baseUrl, model, voice } = this.config;
    const response = await fetch(`${baseUrl.replace(/\/$/, '')}/audio/speech`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(this.apiKey === null ? {} : { Authorization: `Bearer ${this.apiKey}` }),
      },
      body: JSON.stringify({ model, voice, input: text, response_format: 'mp3' }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) throw new UpstreamError(`The speech server answered ${response.status}.`);
    const recording = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    if (recording.length === 0 || recording.length > mostBytes || /json|text/.test(type)) {
      throw new UpstreamError('The speech server answered something that is no recording.');
    }
    return recording;
  }
}
