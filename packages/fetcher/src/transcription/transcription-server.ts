import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import type { TranscriptionServerConfig } from '@tulkka/shared/config';
import { UpstreamError } from '@tulkka/shared/errors';
import type { OnVendorCall, VendorOutcome } from '@tulkka/shared/upstream';
import got, { TimeoutError } from 'got';
import { readAnswer } from './server-answers.ts';
import { refusalOf } from './server-errors.ts';
import type { Sound } from './sound.ts';
import type { DirectTranscriber, Transcribed } from './transcriber.ts';

export interface TranscriptionServerParts {
  config: TranscriptionServerConfig;
  /** null: the server wants none. */
  apiKey: string | null;
  onCall?: OnVendorCall;
  /** How long the server may think once it has the sound; of the configuration unless a test is in a hurry. */
  answerMs?: number;
}

const connectMs = 10_000;
/** An upload is ended when it is slower than this, with a minute's grace. */
const slowestBytesPerSecond = 256 * 1024;

/** Transcribes through a server of one's own that speaks `POST /audio/transcriptions` (docs/adr/0016-a-transcription-server.md). */
export class TranscriptionServer implements DirectTranscriber {
  constructor(private readonly parts: TranscriptionServerParts) {}

  async transcribe(sound: Sound, signal: AbortSignal): Promise<Transcribed> {
    const { config, apiKey, onCall } = this.parts;
    const answerMs = this.parts.answerMs ?? config.timeoutMinutes * 60_000;
    const sendMs = 60_000 + Math.ceil((sound.size / slowestBytesPerSecond) * 1000);
    const started = Date.now();
    let outcome: VendorOutcome = 'failed';
    const form = formOf(fieldsFor(config.model), sound);
    const file = await sound.open();
    try {
      // Not fetch: it gives up when headers do not come within five minutes, and an hour's lesson may take longer.
      const { statusCode, headers, body } = await got.post(`${config.baseUrl}/audio/transcriptions`, {
        headers: {
          'content-type': form.type,
          'content-length': String(form.length),
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: Readable.from(form.around(file)),
        timeout: {
          connect: connectMs,
          send: sendMs,
          response: answerMs,
          // An answer that begins and never ends.
          request: connectMs + sendMs + answerMs + connectMs,
        },
        retry: { limit: 0 },
        throwHttpErrors: false,
        followRedirect: false,
        signal,
      });
      const refusal = refusalOf(statusCode, headers['retry-after'], body, sound.size);
      if (refusal) {
        outcome = refusal.outcome;
        throw refusal.error;
      }
      const transcribed = readAnswer(body);
      if (transcribed === undefined) {
        throw new UpstreamError('The transcription server answered with something else than a transcript.', {
          retryable: true,
        });
      }
      outcome = 'ok';
      return transcribed;
    } catch (cause) {
      if (cause instanceof UpstreamError) throw cause;
      if (signal.aborted) {
        outcome = 'aborted';
        throw signal.reason;
      }
      outcome = cause instanceof TimeoutError ? 'timeout' : 'failed';
      throw new UpstreamError(explain(outcome, sound.size), { retryable: true, cause });
    } finally {
      file.destroy();
      onCall?.({ vendor: 'transcription', operation: 'transcribe', outcome, ms: Date.now() - started });
    }
  }
}

function explain(outcome: VendorOutcome, size: number): string {
  return outcome === 'timeout'
    ? 'The transcription server did not answer in time: TRANSCRIBE_TIMEOUT_MINUTES says how long it may take.'
    : `The transcription server could not be reached, or it hung up: look whether it runs, and whether it takes files of ${Math.ceil(size / 1e6)} MB.`;
}

/** The times of words too, where the server knows them. No language: lessons are in two, and what is not English stays so. */
const fieldsFor = (model: string): [string, string][] => [
  ['model', model],
  ['response_format', 'verbose_json'],
  ['temperature', '0'],
  ['timestamp_granularities[]', 'segment'],
  ['timestamp_granularities[]', 'word'],
];

/** A form with one file whose length is known before it is read, so that it is never held in memory. */
function formOf(fields: readonly [string, string][], { name, size }: Sound) {
  const boundary = `sound-${randomBytes(12).toString('hex')}`;
  const part = (name: string, value: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const fileHead = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="lesson${extname(name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const head = Buffer.from(`${fields.map(([name, value]) => part(name, value)).join('')}${fileHead}`);
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    length: head.length + size + tail.length,
    async *around(file: Readable): AsyncGenerator<unknown> {
      yield head;
      yield* file;
      yield tail;
    },
  };
}
