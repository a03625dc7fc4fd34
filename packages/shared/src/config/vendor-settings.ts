import type { Config, Secrets } from './config.ts';
import type { EnvReader } from './env-reader.ts';

type VendorConfig = Pick<
  Config,
  | 'zoom'
  | 'zoomWebhooks'
  | 'transcriptGraceMinutes'
  | 'maxAudioBytes'
  | 'transcription'
  | 'transcriptionServer'
  | 'openai'
  | 'speech'
>;
type VendorSecrets = Omit<Secrets, 'mysqlPassword' | 'supabaseKey' | 'jwtSecret' | 'samplePassword' | 'redisUrl'>;

/** Reads what belongs to Zoom, AssemblyAI, OpenAI and the speech server; each is a whole object or null. */
export function readVendors(reader: EnvReader): { config: VendorConfig; secrets: VendorSecrets } {
  const secrets: VendorSecrets = {
    zoomClientSecret: reader.optional('ZOOM_CLIENT_SECRET'),
    zoomAccessToken: reader.optional('ZOOM_ACCESS_TOKEN'),
    zoomRefreshToken: reader.optional('ZOOM_REFRESH_TOKEN'),
    zoomWebhookSecret: reader.optional('ZOOM_WEBHOOK_SECRET'),
    tokenEncryptionKey: reader.optional('TOKEN_ENCRYPTION_KEY'),
    transcribeApiKey: reader.optional('TRANSCRIBE_API_KEY'),
    assemblyaiApiKey: reader.optional('ASSEMBLYAI_API_KEY'),
    openaiApiKey: reader.optional('OPENAI_API_KEY'),
    speechApiKey: reader.optional('SPEECH_API_KEY'),
  };
  const config: VendorConfig = {
    zoom: readZoom(reader, secrets),
    zoomWebhooks: secrets.zoomWebhookSecret !== null,
    transcriptGraceMinutes: reader.number('TRANSCRIPT_GRACE_MINUTES', 60, 0, 10_080),
    // AssemblyAI takes uploads of up to 2.2 GB (vendor documentation, November 2026).
    maxAudioBytes: reader.integer('MAX_AUDIO_BYTES', 2_200_000_000, 1, 5_000_000_000),
    transcription: readTranscription(reader, secrets),
    transcriptionServer: readTranscriptionServer(reader),
    openai: readOpenAi(reader, secrets),
    speech: readSpeech(reader),
  };
  return { config, secrets };
}

function readZoom(reader: EnvReader, secrets: VendorSecrets): Config['zoom'] {
  const clientId = reader.optional('ZOOM_CLIENT_ID');
  const zoom = {
    clientId: clientId ?? '',
    accountId: reader.optional('ZOOM_ACCOUNT_ID'),
    apiBaseUrl: reader.url('ZOOM_API_BASE_URL', 'https://api.zoom.us/v2'),
    oauthBaseUrl: reader.url('ZOOM_OAUTH_BASE_URL', 'https://zoom.us/oauth'),
    hosts: reader.list('ZOOM_HOSTS'),
  };
  const given = [clientId, secrets.zoomClientSecret, zoom.accountId ?? secrets.zoomRefreshToken];
  if (given.every((value) => value === null)) return null;
  if (clientId === null) reader.refuse('ZOOM_CLIENT_ID', 'is missing while other Zoom credentials are set: add it');
  if (secrets.zoomClientSecret === null) reader.refuse('ZOOM_CLIENT_SECRET', 'is missing: add the app’s client secret');
  if (zoom.accountId === null && secrets.zoomRefreshToken === null) {
    reader.refuse('ZOOM_REFRESH_TOKEN', 'is missing: add it, or ZOOM_ACCOUNT_ID for a Server-to-Server app');
  }
  const key = secrets.tokenEncryptionKey;
  if (key === null || Buffer.from(key, 'base64').length !== 32) {
    reader.refuse('TOKEN_ENCRYPTION_KEY', 'must be 32 random bytes in base64: make one with `openssl rand -base64 32`');
  }
  return zoom;
}

function readTranscription(reader: EnvReader, secrets: VendorSecrets): Config['transcription'] {
  const models = reader.list('ASSEMBLYAI_SPEECH_MODELS');
  const transcription = {
    baseUrl: reader.url('ASSEMBLYAI_BASE_URL', 'https://api.assemblyai.com'),
    speechModels: models.length > 0 ? models : ['assemblyai-stt-3-7', 'universal-2'],
    languageDetection: reader.boolean('ASSEMBLYAI_LANGUAGE_DETECTION', false),
  };
  return secrets.assemblyaiApiKey === null ? null : transcription;
}

function readTranscriptionServer(reader: EnvReader): Config['transcriptionServer'] {
  const baseUrl = reader.url('TRANSCRIBE_BASE_URL', null);
  const model = reader.text('TRANSCRIBE_MODEL', 'whisper-1');
  const timeoutMinutes = reader.integer('TRANSCRIBE_TIMEOUT_MINUTES', 180, 1, 1_440);
  return baseUrl === null ? null : { baseUrl, model, timeoutMinutes };
}

function readOpenAi(reader: EnvReader, secrets: VendorSecrets): Config['openai'] {
  const limit = reader.optional('OPENAI_MAX_TOKENS_PER_DAY');
  const baseUrl = reader.url('OPENAI_BASE_URL', 'https://api.openai.com/v1');
  // Regions of OpenAI's have addresses below it.
  const ownServer = !/(^|\.)api\.openai\.com$/.test(new URL(baseUrl).hostname);
  const api = reader.choice('OPENAI_API', ['auto', 'responses', 'chat'], 'auto');
  const openai = {
    baseUrl,
    ownServer,
    api: api === 'auto' ? (ownServer ? 'chat' : 'responses') : api,
    model: reader.text('OPENAI_MODEL', 'gpt-6-luna'),
    maxTokensPerDay: limit === null ? null : reader.integer('OPENAI_MAX_TOKENS_PER_DAY', 0, 0, 1e12),
    // What a server of one's own costs is not counted in tokens.
    inputPrice: reader.number('OPENAI_INPUT_PRICE', ownServer ? 0 : 0.1, 0, 10_000),
    outputPrice: reader.number('OPENAI_OUTPUT_PRICE', ownServer ? 0 : 0.5, 0, 10_000),
  } as const;
  return secrets.openaiApiKey === null && !ownServer ? null : openai;
}

function readSpeech(reader: EnvReader): Config['speech'] {
  const baseUrl = reader.url('SPEECH_BASE_URL', null);
  const speech = { model: reader.text('SPEECH_MODEL', 'tts'), voice: reader.text('SPEECH_VOICE', 'alloy') };
  return baseUrl === null ? null : { baseUrl, ...speech };
}
