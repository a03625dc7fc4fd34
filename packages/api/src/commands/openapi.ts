import { writeFile } from 'node:fs/promises';
import { readArguments, runCommand } from '@tulkka/shared/commands';
import { version } from '@tulkka/shared/config';
import { createOpenApiDocument } from '../openapi/openapi-document.ts';
import { routes } from '../routes/index.ts';

const help = `npm run --silent openapi [-- --out FILE]
  The OpenAPI 3.1 document of the HTTP API, without a running server: on standard output, or in a file.
  --out FILE  write it there`;

await runCommand(help, async () => {
  const { options } = readArguments(help, { options: ['out'] });
  const document = `${JSON.stringify(createOpenApiDocument(routes, version), null, 2)}\n`;
  if (options.out === undefined) process.stdout.write(document);
  else await writeFile(options.out, document);
});
