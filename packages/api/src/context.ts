import { createAudioStore } from '@tulkka/shared/audio-storage';
import type { AudioStore } from '@tulkka/shared/audio-store';
import type { Config, Secrets, Settings } from '@tulkka/shared/config';
import { connect, StatementComments } from '@tulkka/shared/database';
import { Disposers } from '@tulkka/shared/lifecycle';
import { createLogger, type Logger, type ProcessLogger } from '@tulkka/shared/logging';
import { createMetrics, createPipelineMetrics, type Metrics, type PipelineMetrics } from '@tulkka/shared/metrics';
import {
  ClassRepository,
  IdempotencyRepository,
  OauthTokenRepository,
  PersonRepository,
  SpokenTextRepository,
  WordListRepository,
  WordRepository,
} from '@tulkka/shared/repositories';
import { createZoomClient, type ZoomClient } from '@tulkka/shared/zoom';
import type { Knex } from 'knex';
import { Callers } from './access/callers.ts';
import { SignInSessions } from './access/sign-in-sessions.ts';
import { ClassJoining } from './class-joining.ts';
import { ClassKeeping } from './class-keeping.ts';
import { DatabaseProbes } from './database-probes.ts';
import { LearnerReads } from './gathered/learner-reads.ts';
import { type Authenticator, JwtAuthenticator, TrustedAuthenticator } from './http/authenticate.ts';
import { Idempotency } from './http/idempotency.ts';
import { type CountCall, createLimits, unlimited } from './http/limits.ts';
import { connectCounters } from './http/redis-counters.ts';
import { TokenVerifier } from './http/token-verifier.ts';
import { KeptCatalogues } from './kept/kept-catalogues.ts';
import { createLessonParts, type LessonParts } from './lesson-parts.ts';
import { createNewsReader } from './news/news.ts';
import { NewsFeed } from './news/news-feed.ts';
import { Watches } from './news/watches.ts';
import { PlaceAccounts } from './place-accounts.ts';
import { createSpeech } from './speech/create-speech.ts';
import type { Speech } from './speech/speech.ts';
import { LongLessons } from './threads/long-lessons.ts';
import { WebGeneration } from './threads/web-generation.ts';

/** The parts of the web process. Routes reach everything through this list. */
export interface ApiContext {
  config: Config;
  secrets: Secrets;
  log: ProcessLogger;
  metrics: Metrics;
  /** The measurements as Prometheus reads them: of this process, or of all workers of its cluster. */
  tellMetrics: () => Promise<string>;
  /** Turns true when the process begins to stop: /ready then sends load balancers elsewhere. */
  lifecycle: { draining: boolean };
  /** Released in reverse when the process stops. */
  disposers: Disposers;
  db: Knex;
  /** Marks the statements of a request with its id. */
  statements: StatementComments;
  probes: DatabaseProbes;
  classes: ClassRepository;
  people: PersonRepository;
  callers: Callers;
  /** Catalogues as learners read them. */
  catalogues: KeptCatalogues;
  learnerReads: LearnerReads;
  wordLists: WordListRepository;
  words: WordRepository;
  classKeeping: ClassKeeping;
  classJoining: ClassJoining;
  placeAccounts: PlaceAccounts;
  spokenTexts: SpokenTextRepository;
  speech: Speech;
  /** Where the sound of lessons is kept. */
  audioStore: AudioStore;
  idempotencyKeys: IdempotencyRepository;
  authenticator: Authenticator;
  idempotency: Idempotency;
  countCall: CountCall;
  /** What reaches the lessons database. @throws DependencyUnavailableError where none is configured */
  lessonParts: () => LessonParts;
  pipeline: PipelineMetrics;
  generation: WebGeneration;
  /** Takes uploaded transcripts in, beside the requests. */
  longLessons: LongLessons;
  /** Those who look at what changes, in this process. */
  watches: Watches;
  /** null without Zoom credentials. */
  zoom: ZoomClient | null;
}

/**
 * The composition root of the web process: build order is reading order. A test or a deployment replaces single parts
 * through `overrides`; what it brings it also releases.
 */
export async function createApiContext(settings: Settings, overrides: Partial<ApiContext> = {}): Promise<ApiContext> {
  const { config, secrets } = settings;
  const disposers = overrides.disposers ?? new Disposers();
  const log = overrides.log ?? createLogger(config, secrets, 'web');
  const metrics = overrides.metrics ?? createMetrics('web');
  const statements = new StatementComments();
  const db =
    overrides.db ??
    disposers.add('database', connect(config.games, secrets.mysqlPassword, statements), (knex) => knex.destroy());
  metrics.watchDatabase(db);
  const classes = new ClassRepository(db);
  const people = new PersonRepository(db);
  const callers = new Callers(people, new SignInSessions(config.signIn));
  const idempotencyKeys = new IdempotencyRepository(db);
  const lessonParts = createLessonParts(config, secrets, db);
  const hasLessons = config.supabaseUrl !== null && secrets.supabaseKey !== null;
  const pipeline = createPipelineMetrics(metrics.registry);
  const feed = new NewsFeed(createNewsReader(db, hasLessons ? () => lessonParts().news : null), log);
  return {
    config,
    secrets,
    log,
    metrics,
    tellMetrics: () => metrics.registry.metrics(),
    lifecycle: { draining: false },
    disposers,
    db,
    statements,
    probes: new DatabaseProbes(db, hasLessons ? () => lessonParts().lessons.ping() : null),
    classes,
    people,
    callers,
    catalogues: new KeptCatalogues(db),
    learnerReads: new LearnerReads(db),
    wordLists: new WordListRepository(db),
    words: new WordRepository(db),
    classJoining: new ClassJoining(db),
    placeAccounts: new PlaceAccounts(config.signIn, secrets.supabaseKey),
    classKeeping: new ClassKeeping(
      db,
      async (classId) => hasLessons && (await lessonParts().lessons.hasOfClass(classId)),
    ),
    spokenTexts: new SpokenTextRepository(db),
    speech: overrides.speech ?? createSpeech(config, secrets, log),
    audioStore: overrides.audioStore ?? createAudioStore(settings),
    idempotencyKeys,
    authenticator: createAuthenticator(settings, callers),
    idempotency: new Idempotency(idempotencyKeys, config.jobs.leaseSeconds * 1000),
    countCall: overrides.countCall ?? (await createCounting(settings, disposers, log)),
    lessonParts,
    pipeline,
    generation: disposers.add('generation', new WebGeneration(settings, pipeline), (thread) => thread.close()),
    longLessons: disposers.add('long lessons', new LongLessons(config, secrets), (thread) => thread.close()),
    watches:
      overrides.watches ??
      disposers.add('watches', new Watches(disposers.add('news', feed, (one) => one.close())), (all) => all.close()),
    zoom: createZoom(settings, db, log, pipeline),
    ...overrides,
  };
}

function createZoom(settings: Settings, db: Knex, log: Logger, pipeline: PipelineMetrics): ZoomClient | null {
  const { zoom } = settings.config;
  if (zoom === null) return null;
  return createZoomClient(settings, zoom, {
    store: new OauthTokenRepository(db),
    log,
    onCall: pipeline.observeVendorCall,
  });
}

function createAuthenticator({ config: { auth }, secrets }: Settings, callers: Callers): Authenticator {
  const tokens = new TokenVerifier({ ...auth, secret: secrets.jwtSecret });
  return auth.mode === 'trusted' ? new TrustedAuthenticator(tokens, callers) : new JwtAuthenticator(tokens, callers);
}

async function createCounting({ config, secrets }: Settings, disposers: Disposers, log: Logger): Promise<CountCall> {
  if (!config.http.rateLimitEnabled) return unlimited;
  if (secrets.redisUrl === null) return createLimits(() => undefined, log);
  const address = { url: secrets.redisUrl, verified: config.http.redisVerified };
  const counters = disposers.add('Redis', await connectCounters(address, log), (redis) => redis.close());
  return createLimits(counters.createStore, log, counters.isReady);
}
