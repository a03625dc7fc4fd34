import { createHmac } from 'node:crypto';
import { answerUrlValidation, verifyWebhook } from './webhook-signature.ts';

const secret = 'secret123';
const rawBody = Buffer.from('{"event":"x"}');
const timestamp = '1700000000';
const now = new Date(1_700_000_000_000);
const known = 'v0=f3ac58f301cc09f6459ec19dd3cb8f9feeb7d3f00e0dcd751bf5f186e16aa548';

test('a known signature holds', () => {
  expect(verifyWebhook({ rawBody, signature: known, timestamp }, secret, now)).toEqual({ valid: true });
});

test('it is over the bytes, not over their meaning', () => {
  const odd = Buffer.from('{ "topic":"caf\\u00e9 🦈" }');
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(odd).digest('hex')}`;
  expect(verifyWebhook({ rawBody: odd, signature, timestamp }, secret, now).valid).toBe(true);
  const rewritten = Buffer.from(JSON.stringify(JSON.parse(odd.toString())));
  expect(verifyWebhook({ rawBody: rewritten, signature, timestamp }, secret, now)).toEqual({
    valid: false,
    reason: 'wrong_signature',
  });
});

test.each([
  ['no signature', { signature: undefined }, now, 'unsigned'],
  ['no timestamp', { timestamp: undefined }, now, 'unsigned'],
  ['a timestamp that is none', { timestamp: 'now' }, now, 'unsigned'],
  ['a shorter signature', { signature: 'v0=f3ac' }, now, 'wrong_signature'],
  ['another signature', { signature: known.replace('f3', 'f4') }, now, 'wrong_signature'],
  ['five minutes and a second later', {}, new Date(now.getTime() + 301_000), 'stale'],
  ['five minutes and a second ahead', {}, new Date(now.getTime() - 301_000), 'stale'],
])('%s does not pass', (_name, change, at, reason) => {
  expect(verifyWebhook({ rawBody, signature: known, timestamp, ...change }, secret, at)).toEqual({
    valid: false,
    reason,
  });
});

test('another secret does not pass', () => {
  expect(verifyWebhook({ rawBody, signature: known, timestamp }, 'secret124', now).valid).toBe(false);
});

test('four minutes late still passes', () => {
  expect(verifyWebhook({ rawBody, signature: known, timestamp }, secret, new Date(now.getTime() + 240_000)).valid).toBe(
    true,
  );
});

test('url validation answers with the known hash', () => {
  expect(answerUrlValidation('qgg8vlvZRS6UYooatFL8Aw', secret)).toEqual({
    plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
    encryptedToken: 'ec1ef6227291f8e16a3ac1ad6167e86557df46bd0e06a0f3acd2bdb2be34baa4',
  });
});
