import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../config/index.ts';
import { UpstreamError } from '../errors/index.ts';
import { createLogger } from './create-logger.ts';
import { redact } from './redact.ts';

test('secrets are hidden by name, by form and by value', () => {
  const shown = JSON.stringify(
    redact(
      {
        zoomClientSecret: 'abc',
        url: 'https://x.example/a?access_token=abcdef&b=1',
        header: 'Authorization was Bearer abc.def-ghi012',
        dsn: 'redis://user:hunter22@host:6379',
        note: 'the key is value-of-a-secret here',
        transcript: 'Leo: my number is 12345',
      },
      ['value-of-a-secret'],
    ),
  );
  for (const leak of ['abcdef', 'abc.def', 'hunter22', 'value-of-a-secret', '12345', '"abc"']) {
    expect(shown).not.toContain(leak);
  }
  expect(shown).toContain('b=1');
});

test('a log of the configuration and of a failing vendor call holds no secret and nothing said', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tulkka-log-'));
  const settings = loadSettings({
    LOG_DIR: dir,
    OPENAI_API_KEY: 'sk-live-1234567890',
    MYSQL_HOST: 'db',
    MYSQL_PASSWORD: 'hunter22secret',
    SUPABASE_KEY: 'sb_secret_abcdefghij',
  });
  const logger = createLogger(settings.config, settings.secrets, 'test');
  const cause = Object.assign(new Error('401 for key sk-live-1234567890'), {
    request: { headers: { authorization: 'Bearer sk-live-1234567890' }, body: 'Leo: I goed home' },
  });
  logger.info('configuration', { config: settings.config, secrets: settings.secrets });
  logger
    .child({ job_id: 'job-1' })
    .error('vendor call failed', { error: new UpstreamError('OpenAI refused the key', { cause }) });
  await logger.close();
  const file = readdirSync(dir).find((name) => name.endsWith('.log')) ?? '';
  const text = readFileSync(join(dir, file), 'utf8');
  expect(text).toContain('"job_id":"job-1"');
  expect(text).toContain('OpenAI refused the key');
  for (const leak of ['sk-live', 'hunter22', 'abcdefghij', 'I goed home']) expect(text).not.toContain(leak);
});
