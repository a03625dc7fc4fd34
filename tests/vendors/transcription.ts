import type { IncomingMessage } from 'node:http';
import { type Exchange, type ScriptEntry, type StandIn, startStandIn } from './stand-in.ts';

export interface TranscriptionState {
  /** null: it wants none. */
  apiKey: string | null;
  /** null: it lists none, as whisper.cpp. */
  models: string[] | null;
  /** A larger body is refused before it is read. */
  mostBytes: number;
  /** What the next recordings are answered with; the last one is used again and again. */
  answers: unknown[];
  /** What came: the whole body's length, and what stands before the file. */
  received: { bytes: number; head: string }[];
}

export interface TranscriptionStandIn extends StandIn<TranscriptionState> {
  /** For TRANSCRIBE_BASE_URL. */
  baseUrl: string;
}

const segment = (start: number, end: number, text: string, more: object = {}) => ({ id: 0, start, end, text, ...more });
const word = (start: number, end: number, word: string) => ({ word, start, end, probability: 0.9 });

/** One short lesson as different servers write it down; a string is sent as plain text. */
export const transcriptions = {
  /** speaches: words within segments, with their spaces and marks. */
  speaches: {
    text: 'Good morning. Shall we start?',
    duration: 4.2,
    segments: [
      segment(0.2, 1.4, ' Good morning. Shall', {
        words: [word(0.2, 0.5, ' Good'), word(0.5, 0.9, ' morning.'), word(1.1, 1.4, ' Shall')],
      }),
      segment(1.4, 2.1, ' we start?', { words: [word(1.4, 1.6, ' we'), word(1.6, 2.1, ' start?')] }),
    ],
  },
  /** OpenAI's own form: one list of words without marks. */
  wordsApart: {
    text: 'Good morning. Shall we start?',
    duration: 4.2,
    segments: [segment(0.2, 0.9, ' Good morning.'), segment(1.1, 2.1, ' Shall we start?')],
    words: [word(0.2, 0.5, 'Good'), word(0.5, 0.9, 'morning'), word(1.1, 1.4, 'Shall'), word(1.4, 2.1, 'we')],
  },
  /** LocalAI: nanoseconds. */
  nanoseconds: {
    text: 'Good morning. Shall we start?',
    segments: [
      segment(200_000_000, 900_000_000, 'Good morning.'),
      segment(1_100_000_000, 2_100_000_000, 'Shall we start?'),
    ],
  },
  /** vLLM and others that know no verbose_json. */
  textAlone: { text: ' Good morning. Shall we start?' },
  plainText: 'Good morning. Shall we start?\n',
  /** What Whisper makes of silence. */
  silence: {
    text: ' Thank you for watching!',
    duration: 30,
    segments: [segment(0, 30, ' Thank you for watching!', { no_speech_prob: 0.93, avg_logprob: -1.4 })],
  },
  voices: {
    text: 'Good morning. Morning!',
    segments: [
      segment(0, 1, 'Good morning.', { speaker: 'SPEAKER_00' }),
      segment(1, 2, 'Morning!', { speaker: 'SPEAKER_01' }),
    ],
  },
} as const;

/** Stands in for servers that speak `POST /v1/audio/transcriptions`. */
export async function startTranscription({
  script = [],
  ...change
}: Partial<TranscriptionState> & { script?: ScriptEntry[] } = {}): Promise<TranscriptionStandIn> {
  const state: TranscriptionState = {
    apiKey: null,
    models: null,
    mostBytes: Number.POSITIVE_INFINITY,
    answers: [transcriptions.speaches],
    received: [],
    ...change,
  };
  const standIn = await startStandIn({
    state,
    script,
    operationOf: (_method, url) => url.pathname.replace('/v1/', ''),
    handle: (operation, exchange) => {
      const { request } = exchange;
      if (state.apiKey !== null && request.headers.authorization !== `Bearer ${state.apiKey}`) {
        request.resume();
        return exchange.json(401, { error: { message: 'Invalid API key' } });
      }
      if (operation === 'models' && state.models !== null) {
        return exchange.json(200, { object: 'list', data: state.models.map((id) => ({ id })) });
      }
      if (operation === 'audio/transcriptions') return transcribe(state, exchange);
      return exchange.json(404, { detail: 'Not Found' });
    },
  });
  return { ...standIn, baseUrl: `${standIn.url}/v1` };
}

async function transcribe(state: TranscriptionState, { request, response, json }: Exchange): Promise<void> {
  if (Number(request.headers['content-length']) > state.mostBytes) {
    request.resume();
    return json(413, { detail: 'Request entity too large' });
  }
  state.received.push(await take(request));
  const answer = state.answers.length > 1 ? state.answers.shift() : state.answers[0];
  if (typeof answer !== 'string') return json(200, answer);
  response.writeHead(200, { 'content-type': 'text/plain' }).end(answer);
}

/** Reads a body and keeps what stands before its file: the fields. */
async function take(request: IncomingMessage): Promise<{ bytes: number; head: string }> {
  let bytes = 0;
  let head = '';
  for await (const chunk of request) {
    if (bytes < 2_000) head += String(chunk);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, head: head.slice(0, 2_000) };
}
