#!/usr/bin/env node
// Holds the OpenAPI document against the recommended rules of Redocly and of Spectral; a part of npm run lint.
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { createOpenApiDocument } from '../packages/api/dist/openapi/openapi-document.js';
import { routes } from '../packages/api/dist/routes/index.js';

const document = createOpenApiDocument(routes, '0.0.0');

const config = await createConfig({ extends: ['recommended'] });
const redocly = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });

const linter = new spectral.Spectral();
linter.setRuleset({ extends: [[rulesets.oas, 'recommended']] });
const found = [
  ...redocly.map(({ ruleId, message, location: [at] }) => `${ruleId}: ${message} ${at?.pointer ?? ''}`),
  ...(await linter.run(JSON.parse(JSON.stringify(document)))).map(
    ({ code, message, path }) => `${code}: ${message} #/${path.join('/')}`,
  ),
];
for (const problem of found) console.log(`  ${problem}`);
process.exitCode = found.length === 0 ? 0 : 1;
