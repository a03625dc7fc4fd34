import { loadSettings, readEnvironment } from '@tulkka/shared/config';
import { runProcess } from '@tulkka/shared/lifecycle';
import { createFetcher } from './context.ts';

await runProcess(() => createFetcher(loadSettings(readEnvironment())));
