import { z } from 'zod';
import type { Settings, TranscriptionServerConfig } from '../../config/index.ts';
import { connect } from '../../database/index.ts';
import type { Logger } from '../../logging/index.ts';
import { OauthTokenRepository } from '../../repositories/index.ts';
import { createZoomClient } from '../../zoom/index.ts';
import { ask, bearer, judgeStatus } from './ask.ts';
import { type Check, type Finding, failed, note, ok, skipped } from './check.ts';
import { checkModelServer } from './model-server.ts';

const dayMs = 86_400_000;
/** A model that ends sooner than this should be replaced now. */
const noticeDays = 60;

/** One harmless question to each vendor that is configured. */
export function vendorChecks(settings: Settings): Check[] {
  const { transcriptionServer, openai } = settings.config;
  return [
    { name: 'Zoom', look: () => checkZoom(settings) },
    transcriptionServer === null
      ? { name: 'AssemblyAI', look: () => checkAssemblyai(settings) }
      : { name: 'transcription server', look: () => checkTranscriptionServer(settings, transcriptionServer) },
    { name: openai?.api === 'chat' ? 'model server' : 'OpenAI', look: () => checkOpenai(settings) },
    { name: 'speech server', look: () => checkSpeech(settings) },
  ];
}

/** What goes wrong stands in the table. */
const quiet: Logger = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => quiet,
};

async function checkZoom(settings: Settings): Promise<Finding> {
  const { config, secrets } = settings;
  if (config.zoom === null) return skipped('not configured: only the inbox is read');
  const games = connect(config.games, secrets.mysqlPassword);
  try {
    // Through the shared token store, as the processes do it: a refresh here is theirs as well.
    const client = createZoomClient(settings, config.zoom, { store: new OauthTokenRepository(games), log: quiet });
    const [host] = config.zoom.hosts;
    if (host === undefined && config.zoom.accountId !== null) {
      return ok(`the account has ${(await client.listUsers()).length} users`);
    }
    const now = new Date();
    await client.listRecordings(host ?? 'me', now, now).next();
    return ok(`recordings of ${host ?? 'me'} can be listed`);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failed(
      said,
      'check the app’s credentials and scopes; the games database keeps the tokens and must be migrated',
    );
  } finally {
    await games.destroy();
  }
}

async function checkAssemblyai({ config: { transcription }, secrets }: Settings): Promise<Finding> {
  if (transcription === null) return skipped('not configured: audio waits for a transcript');
  const url = `${transcription.baseUrl}/v2/transcript?limit=1`;
  const { status } = await ask(url, { authorization: secrets.assemblyaiApiKey ?? '' });
  return judgeStatus(status, 'ASSEMBLYAI_API_KEY') ?? ok('the key is good');
}

async function checkTranscriptionServer(
  { secrets }: Settings,
  { baseUrl, model }: TranscriptionServerConfig,
): Promise<Finding> {
  const { status, body } = await ask(`${baseUrl}/models`, bearer(secrets.transcribeApiKey));
  const models = Models.safeParse(body);
  // whisper.cpp lists no models and serves the one that it was started with.
  if (status === 404 || status === 405) return ok('answers; it lists no models');
  const bad = judgeStatus(status, 'TRANSCRIBE_API_KEY');
  if (bad) return bad;
  if (!models.success || models.data.data.some(({ id }) => id === model)) return ok(`${model} at ${baseUrl}`);
  return note(`${model} is not among the models of ${baseUrl}`, 'set TRANSCRIBE_MODEL to one that transcribes');
}

const Models = z.object({ data: z.array(z.object({ id: z.string(), shutdown_date: z.string().nullish() })) });

async function checkOpenai({ config: { openai }, secrets }: Settings): Promise<Finding> {
  if (openai === null) return skipped('not configured: the rules read the lessons');
  if (openai.api === 'chat') return checkModelServer(openai, secrets.openaiApiKey);
  const { status, body } = await ask(`${openai.baseUrl}/models`, bearer(secrets.openaiApiKey));
  const bad = judgeStatus(status, 'OPENAI_API_KEY');
  if (bad) return bad;
  const models = Models.safeParse(body);
  if (!models.success)
    return note('the server lists no models', 'whether OPENAI_MODEL is known shows with the first lesson');
  const model = models.data.data.find(({ id }) => id === openai.model);
  if (!model) return failed(`the key may not use ${openai.model}`, 'set OPENAI_MODEL to one that the key may use');
  return judgeShutdown(openai.model, model.shutdown_date ?? null, Date.now());
}

/** Whether a model will be there for a while. */
export function judgeShutdown(model: string, date: string | null, now: number): Finding {
  if (date === null) return ok(model);
  const days = Math.floor((Date.parse(date) - now) / dayMs);
  const detail = `${model}; the vendor ends it on ${date}`;
  if (days < 0) return failed(detail, 'set OPENAI_MODEL to its successor');
  return days < noticeDays ? note(detail, 'plan the change of OPENAI_MODEL') : ok(detail);
}

async function checkSpeech({ config: { speech }, secrets }: Settings): Promise<Finding> {
  if (speech === null) return skipped('not configured');
  const { status } = await ask(`${speech.baseUrl}/models`, bearer(secrets.speechApiKey));
  // Not every speech server lists models; that it answers at all is what counts.
  if (status === 404 || status === 405) return ok('answers');
  return judgeStatus(status, 'SPEECH_API_KEY') ?? ok('answers');
}
