import { workerData } from 'node:worker_threads';
import type { Settings } from '@tulkka/shared/config';
import { connect } from '@tulkka/shared/database';
import { createLogger } from '@tulkka/shared/logging';
import { TokenBudgetRepository } from '@tulkka/shared/repositories';
import { serveThread, tellNews } from '@tulkka/shared/threads';
import { createReader } from '../analysis/create-reader.ts';
import { type ComposedItem, composeItem } from '../compose-item.ts';
import { generateLesson } from '../generate-lesson.ts';
import { openLexicon } from '../lexicon/index.ts';
import type { CompositionRequest, Generated, GenerationRequest } from './messages.ts';

// The entry of a thread, as main.ts is the entry of a process: what it does at import is its work.
const { settings, name }: { settings: Settings; name: string } = workerData;
const { config, secrets } = settings;
const log = createLogger(config, secrets, name);
const lexicon = openLexicon(config.dictionaryDir);
const reader = createReader(settings, {
  lexicon,
  // Opens no connection until a model's tokens are counted.
  tokens: new TokenBudgetRepository(connect(config.games, secrets.mysqlPassword)),
  log,
  onCall: tellNews,
});

serveThread<GenerationRequest | CompositionRequest, Generated | ComposedItem>({
  work: async (asked, signal) => {
    if ('wish' in asked) return composeItem(asked, asked.wish, lexicon);
    const { transcript, ...request } = asked;
    const { exercises, promptVersion, usage } = await generateLesson(transcript, {
      ...request,
      reader,
      lexicon,
      signal,
    });
    return { exercises, promptVersion, usage };
  },
  onError: (error) => log.error('a lesson could not be turned into exercises', { error }),
  failure: 'The exercises could not be made.',
});
