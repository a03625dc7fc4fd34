import { randomBytes } from 'node:crypto';
import { TokenCipher } from './token-cipher.ts';

const key = randomBytes(32).toString('base64');

test('what was sealed opens again, and never looks the same twice', () => {
  const cipher = new TokenCipher(key);
  const sealed = cipher.seal('token-Ä', 'access');
  expect(sealed).toMatch(/^v1\./);
  expect(sealed).not.toContain('token');
  expect(cipher.open(sealed, 'access')).toBe('token-Ä');
  expect(cipher.seal('token-Ä', 'access')).not.toBe(sealed);
});

test.each([
  ['another key', (text: string) => new TokenCipher(randomBytes(32).toString('base64')).open(text, 'access')],
  ['another purpose', (text: string) => new TokenCipher(key).open(text, 'refresh')],
  ['a changed text', (text: string) => new TokenCipher(key).open(text.slice(0, -4).concat('AAAA'), 'access')],
  ['another version', (text: string) => new TokenCipher(key).open(text.replace('v1', 'v2'), 'access')],
  ['rubbish', () => new TokenCipher(key).open('rubbish', 'access')],
  [
    'a short tag',
    (text: string) => new TokenCipher(key).open(text.replace(/\.[\w-]+\.(?=[\w-]+$)/, '.AAAA.'), 'access'),
  ],
])('%s is refused with the remedy', (_name, open) => {
  const sealed = new TokenCipher(key).seal('token', 'access');
  expect(() => open(sealed)).toThrow(/TOKEN_ENCRYPTION_KEY/);
});

test('a key of the wrong length is refused', () => {
  expect(() => new TokenCipher(randomBytes(16).toString('base64'))).toThrow(/32 random bytes/);
});
