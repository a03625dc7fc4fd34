import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DependencyUnavailableError, ValidationError } from '../errors/index.ts';

const version = 'v1';
const nonceBytes = 12;

/**
 * Seals short secrets for storage with AES-256-GCM: `v1.<nonce>.<tag>.<ciphertext>`, each in base64url.
 * What a sealed text is for is bound into it, so that one column's value does not open as another's.
 */
export class TokenCipher {
  private readonly key: Buffer;

  /** @param keyInBase64 32 random bytes */
  constructor(keyInBase64: string) {
    this.key = Buffer.from(keyInBase64, 'base64');
    if (this.key.length !== 32) {
      throw new ValidationError([
        { path: 'TOKEN_ENCRYPTION_KEY', message: 'must be 32 random bytes in base64: `openssl rand -base64 32`' },
      ]);
    }
  }

  seal(plain: string, purpose: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  open(text: string, purpose: string): string {
    const [found, ...parts] = text.split('.');
    const [nonce, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (found !== version || !nonce || !tag || !sealed || tag.length !== 16) throw unreadable();
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw unreadable(cause);
    }
  }
}

function unreadable(cause?: unknown): DependencyUnavailableError {
  return new DependencyUnavailableError(
    'The stored Zoom tokens cannot be decrypted: TOKEN_ENCRYPTION_KEY is not the one they were stored with. ' +
      'Put the former key back, or authorize the Zoom app again and set the new ZOOM_REFRESH_TOKEN.',
    { cause },
  );
}
