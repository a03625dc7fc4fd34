/** Where the games live: MySQL in production, SQLite on a laptop. Both run the same repositories. */
export type GamesDatabase =
  | {
      kind: 'mysql';
      host: string;
      port: number;
      user: string;
      database: string;
      poolSize: number;
      tls: MysqlTls;
      /** The certificate, as text, that the server's must be signed with; null: those that this machine knows. */
      tlsCa: string | null;
    }
  | { kind: 'sqlite'; file: string };

/** `unverified` encrypts without a look at who answers: against listeners, not against somebody in between. */
export type MysqlTls = 'off' | 'verified' | 'unverified';

/** How a caller proves who it is. `trusted` believes the X-User-Id header of who sends no token: a private network or a laptop only. */
export type AuthConfig = { mode: 'trusted' | 'jwt' } & TokenChecks;

/** By what a token is known to hold: keys at an address, else our own secret. */
export interface TokenChecks {
  jwksUrl: string | null;
  audience: string | null;
  issuer: string | null;
}

/** Where people sign in: a Supabase project, and its key that browsers may know. */
export interface SignInConfig {
  url: string;
  key: string;
  /** Whether browsers reach it through us: an embedded project listens where they cannot go. */
  throughUs: boolean;
}

export interface ZoomConfig {
  clientId: string;
  /** Set for a Server-to-Server app; null for a refresh-token app. */
  accountId: string | null;
  apiBaseUrl: string;
  oauthBaseUrl: string;
  /** Hosts (user ids or e-mails) to read; empty means every user of the account. */
  hosts: readonly string[];
}

export interface TranscriptionConfig {
  baseUrl: string;
  speechModels: readonly string[];
  languageDetection: boolean;
}

/** A server of one's own that speaks OpenAI's `POST /audio/transcriptions`. */
export interface TranscriptionServerConfig {
  baseUrl: string;
  model: string;
  /** How long it may think of one recording. */
  timeoutMinutes: number;
}

export interface OpenAiConfig {
  baseUrl: string;
  /** Whether another server than OpenAI's stands at that address. */
  ownServer: boolean;
  /** How it is asked: OpenAI's Responses, or the chat completions that every compatible server knows. */
  api: 'responses' | 'chat';
  model: string;
  /** Tokens (in and out) a UTC day; null means no limit. Past it the rules engine takes over. */
  maxTokensPerDay: number | null;
  /** US dollars per million tokens, to record what a lesson cost. */
  inputPrice: number;
  outputPrice: number;
}

export interface SpeechConfig {
  baseUrl: string;
  model: string;
  voice: string;
}

/** Everything that can be configured, without the secrets: safe to log. Frozen. */
export interface Config {
  environment: 'development' | 'test' | 'production';
  version: string;
  port: number;
  /** Port for /health and /metrics of the fetcher and the worker; null: they open none. */
  healthPort: number | null;
  webConcurrency: number;
  dataDir: string;
  inboxDir: string;
  /** Where dictionaries lie that an operator brought. */
  dictionaryDir: string;
  log: { level: string; dir: string | null; format: 'json' | 'readable'; colours: boolean };
  games: GamesDatabase;
  /** null until an address is known; processes that need it say so. */
  supabaseUrl: string | null;
  supabaseLitePort: number;
  auth: AuthConfig;
  /** null where nobody signs in through us. */
  signIn: SignInConfig | null;
  /** Whether the web process also serves the app, not the API alone. */
  webApp: boolean;
  http: {
    corsOrigins: readonly string[];
    trustProxyHops: number;
    rateLimitEnabled: boolean;
    sharedCounters: boolean;
    /** Whether the certificate of a rediss:// server is looked at. */
    redisVerified: boolean;
  };
  jobs: {
    /** Seconds between two looks for new recordings. */
    fetchIntervalSeconds: number;
    /** Seconds until Zoom is asked again about a recording that waits; the queue itself is looked at within seconds. */
    pollIntervalSeconds: number;
    leaseSeconds: number;
    retryBaseSeconds: number;
    maxAttempts: number;
    drainSeconds: number;
  };
  zoom: ZoomConfig | null;
  zoomWebhooks: boolean;
  transcriptGraceMinutes: number;
  maxAudioBytes: number;
  /** Where recordings and clips are kept: below DATA_DIR, or in the Storage of the lessons' Supabase project. */
  audioStore: 'folder' | 'storage';
  transcription: TranscriptionConfig | null;
  /** Where one is set it transcribes, and not the vendor. */
  transcriptionServer: TranscriptionServerConfig | null;
  openai: OpenAiConfig | null;
  speech: SpeechConfig | null;
  /** Days a transcript is kept after its lesson; null keeps it. */
  transcriptRetentionDays: number | null;
}

/** What must never be printed. A type of its own, so that a config can be logged without a thought. */
export interface Secrets {
  mysqlPassword: string;
  supabaseKey: string | null;
  jwtSecret: string | null;
  /** With it anybody on this machine signs in as one of the sample people; null: there are none. */
  samplePassword: string | null;
  redisUrl: string | null;
  zoomClientSecret: string | null;
  zoomAccessToken: string | null;
  zoomRefreshToken: string | null;
  zoomWebhookSecret: string | null;
  tokenEncryptionKey: string | null;
  assemblyaiApiKey: string | null;
  transcribeApiKey: string | null;
  openaiApiKey: string | null;
  speechApiKey: string | null;
}

/** A loaded configuration: the tree and, apart from it, the secrets. */
export interface Settings {
  config: Config;
  secrets: Secrets;
}
