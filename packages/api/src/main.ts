import { loadSettings, readEnvironment } from '@tulkka/shared/config';
import { runProcess } from '@tulkka/shared/lifecycle';
import { createWebProcess } from './server.ts';

await runProcess(() => createWebProcess(loadSettings(readEnvironment())));
