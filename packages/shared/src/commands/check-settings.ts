// The entry of a command that npm start runs before anything is installed: Node takes the types away, so nothing in here
// or in what it imports may need a package or syntax that is more than types.

import { readOwnEnvironment } from '../config/environment.ts';
import { loadSettings } from '../config/load-settings.ts';
import { runCommand } from './run-command.ts';

await runCommand('Says what is wrong with the settings, and ends with code 1 when something is.', async () => {
  loadSettings(readOwnEnvironment());
});
