// Writes src/api/schema.generated.ts from our own OpenAPI document: a type for each named schema, and the `paths`
// type that openapi-fetch reads. What the API does not describe, the app cannot call: the type check fails.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(web, 'src', 'api', 'schema.generated.ts');
const command = join(web, '..', 'api', 'dist', 'commands', 'openapi.js');

function readDocument() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  if (status !== 0) throw new Error(`The OpenAPI document could not be written:\n${stderr}`);
  return JSON.parse(stdout);
}

const refName = ($ref) => $ref.slice($ref.lastIndexOf('/') + 1);
const quoted = (value) => JSON.stringify(value);
const union = (parts) => [...new Set(parts)].join(' | ') || 'never';
const parenthesised = (type) => (/ \| /.test(type) && !/^\{.*\}$/s.test(type) ? `(${type})` : type);

/** The TypeScript of a JSON schema, as far as our document uses JSON Schema. */
function typeOf(schema) {
  if (schema === true || schema === undefined) return 'unknown';
  if (schema.$ref) return `schemas[${quoted(refName(schema.$ref))}]`;
  if (schema.enum) return union(schema.enum.map(quoted));
  if ('const' in schema) return quoted(schema.const);
  if (schema.anyOf ?? schema.oneOf) return union((schema.anyOf ?? schema.oneOf).map(typeOf));
  if (schema.allOf) return schema.allOf.map((part) => parenthesised(typeOf(part))).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOf({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return schema.format === 'binary' ? 'Blob' : 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return `${parenthesised(typeOf(schema.items))}[]`;
    default:
      return objectType(schema);
  }
}

function objectType({ properties = {}, required = [], additionalProperties }) {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${quoted(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  return additionalProperties === false
    ? 'Record<string, never>'
    : `Record<string, ${additionalProperties ? typeOf(additionalProperties) : 'unknown'}>`;
}

const contentType = (content = {}) =>
  `{ ${Object.entries(content)
    .map(([type, { schema }]) => `${quoted(type)}: ${typeOf(schema)}`)
    .join('; ')} }`;

function parametersType(parameters) {
  const places = ['query', 'path', 'header'].flatMap((place) => {
    const here = parameters.filter((one) => one.in === place);
    if (here.length === 0) return [];
    const fields = here.map((one) => `${quoted(one.name)}${one.required ? '' : '?'}: ${typeOf(one.schema)}`);
    return [`${place}${here.some((one) => one.required) ? '' : '?'}: { ${fields.join('; ')} }`];
  });
  return `{ ${places.join('; ')} }`;
}

function operationType(operation, shared, responsesByName) {
  const lines = [`parameters: ${parametersType([...shared, ...(operation.parameters ?? [])])}`];
  if (operation.requestBody) {
    const optional = operation.requestBody.required === false ? '?' : '';
    lines.push(`requestBody${optional}: { content: ${contentType(operation.requestBody.content)} }`);
  }
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const { content } = response.$ref ? responsesByName[refName(response.$ref)] : response;
    return `${/^\d+$/.test(status) ? status : quoted(status)}: { content: ${contentType(content)} }`;
  });
  lines.push(`responses: { ${responses.join('; ')} }`);
  return `{ ${lines.join('; ')} }`;
}

function write({ paths, components }) {
  const schemas = Object.entries(components.schemas).map(([name, schema]) => `  ${quoted(name)}: ${typeOf(schema)};`);
  const entries = Object.entries(paths).map(([path, { parameters = [], ...methods }]) => {
    const operations = Object.entries(methods).map(
      ([method, operation]) => `    ${method}: ${operationType(operation, parameters, components.responses)};`,
    );
    return `  ${quoted(path)}: {\n${operations.join('\n')}\n  };`;
  });
  return [
    '// Written by build/write-schema.mjs from our OpenAPI document; not to be edited.',
    `export interface schemas {\n${schemas.join('\n')}\n}`,
    `export interface paths {\n${entries.join('\n')}\n}`,
    '',
  ].join('\n');
}

const text = write(readDocument());
// Left alone where nothing changed, so that nothing is built again for it.
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
