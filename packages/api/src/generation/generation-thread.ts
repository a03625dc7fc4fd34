import { parentPort, workerData } from 'node:worker_threads';
import { createReader, generateLesson, openLexicon } from '@tulkka/processor';
import { connect } from '@tulkka/shared/database';
import { AppError, ValidationError } from '@tulkka/shared/errors';
import { createLogger } from '@tulkka/shared/logging';
import { TokenBudgetRepository } from '@tulkka/shared/repositories';
import type { ThreadAnswer, ThreadData, ThreadError, ThreadRequest } from './messages.ts';

// The entry of a thread, as main.ts is the entry of a process: what it does at import is its work.
const settings: ThreadData = workerData;
const { config, secrets } = settings;
const log = createLogger(config, secrets, 'web');
const lexicon = openLexicon();
const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);
const reader = createReader(settings, {
  lexicon,
  // Opens no connection until a model's tokens are counted.
  tokens: new TokenBudgetRepository(connect(config.games, secrets.mysqlPassword)),
  log,
  onCall: (call) => answer({ kind: 'vendor_call', call }),
});

parentPort?.on('message', async ({ id, request }: ThreadRequest) => {
  try {
    const { exercises, promptVersion } = await generateLesson(request.transcript, { ...request, reader, lexicon });
    answer({ kind: 'generated', id, generated: { exercises, promptVersion } });
  } catch (error) {
    if (!(error instanceof AppError)) log.error('a lesson could not be turned into exercises', { error });
    answer({ kind: 'failed', id, error: describe(error) });
  }
});

function describe(error: unknown): ThreadError {
  if (!(error instanceof AppError))
    return { code: 'internal_error', message: 'The exercises could not be made.', issues: null };
  const { code, message, retryable } = error;
  return { code, message, retryable, issues: error instanceof ValidationError ? error.issues : null };
}
