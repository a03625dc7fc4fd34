import { loadSettings, readEnvironment } from '@tulkka/shared/config';
import { runProcess } from '@tulkka/shared/lifecycle';
import { createWorker } from './context.ts';

await runProcess(() => createWorker(loadSettings(readEnvironment())));
