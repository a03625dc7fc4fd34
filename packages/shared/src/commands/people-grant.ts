import { loadSettings, readEnvironment } from '../config/index.ts';
import { ValidationError } from '../errors/index.ts';
import { grantRole, withGames } from '../operations/index.ts';
import { PersonRole } from '../people/index.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const help = `npm run people:grant -- <e-mail or id> student|teacher|admin
  Says what a person may be, within a minute also where they are signed in. They must have signed in once: that is when
  their profile is made. The first coordinator of an installation is made this way (admin).`;

await runCommand(help, async () => {
  const [who = '', asked] = readArguments(help, { words: 2 }).words;
  const role = PersonRole.exclude(['service']).safeParse(asked);
  if (!role.success) {
    const message = 'must be student, teacher or admin';
    throw new ValidationError([{ path: 'role', message }], `The role ${message}.\n\n${help}`);
  }
  await withGames(loadSettings(readEnvironment()), async (games) => {
    const { person, before } = await grantRole(games, who, role.data);
    const name = `${person.name} (${person.email ?? person.id})`;
    console.log(before === role.data ? `${name} is ${before} already.` : `${name} is ${role.data} now, was ${before}.`);
  });
});
