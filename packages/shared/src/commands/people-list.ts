import { loadSettings, readEnvironment } from '../config/index.ts';
import { textTable, withGames } from '../operations/index.ts';
import { PersonRepository } from '../repositories/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run people:list [-- --search NAME] [--json]
  Who has signed in or has a place in a class, by name, with role, e-mail and when they were seen last.
  --json  the same for a program`;

const pageSize = 500;

await runCommand(help, async () => {
  const { switches, options } = readArguments(help, { switches: ['json'], options: ['search'] });
  await withGames(loadSettings(readEnvironment()), async (games) => {
    const people = new PersonRepository(games);
    const found = [];
    for (let page = 1, more = true; more; page += 1) {
      const { rows } = await people.list({ classIds: null, search: options.search }, { page, limit: pageSize });
      found.push(...rows);
      more = rows.length === pageSize;
    }
    if (switches.json) return console.log(JSON.stringify(found, null, 2));
    const rows = found.map(({ name, role, email, id, last_seen_at: seen }) => [
      name,
      role,
      email ?? '–',
      seen?.slice(0, 16).replace('T', ' ') ?? 'never',
      id,
    ]);
    console.log(textTable(['name', 'role', 'e-mail', 'seen', 'id'], rows));
    console.log(`${found.length} people.`);
  });
});
