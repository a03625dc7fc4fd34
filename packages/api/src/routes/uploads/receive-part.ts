import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AudioStore } from '@tulkka/shared/audio-store';
import { ValidationError } from '@tulkka/shared/errors';
import type { Request } from 'express';

/** What a part must be. */
export interface ExpectedPart {
  /** Its name in the store. */
  name: string;
  length: number;
}

/** Streams the body of a request into the store, whole and as announced or not at all. @throws ValidationError */
export async function receivePart(request: Request, store: AudioStore, { name, length }: ExpectedPart): Promise<void> {
  const digest = readDigest(request.get('Content-Digest'));
  const announced = request.get('Content-Length');
  if (announced !== undefined && Number(announced) !== length) throw wrongLength(length);
  const checked = checkContent(length, digest);
  let failure: unknown;
  checked.once('error', (error) => {
    failure = error;
  });
  const [arrived, stored] = await Promise.allSettled([pipeline(request, checked), store.put(name, checked)]);
  if (failure instanceof ValidationError) throw failure;
  if (stored.status === 'rejected') {
    throw arrived.status === 'rejected' && request.readableAborted ? brokenOff() : stored.reason;
  }
}

const brokenOff = (): ValidationError =>
  new ValidationError([{ path: 'body', message: 'ended before it was whole: send the part again' }]);

const wrongLength = (length: number): ValidationError =>
  new ValidationError([{ path: 'body', message: `must be ${length} bytes, as its part of the file` }]);

/** Lets pass what is just as long as it should be, and of the digest where one was given. */
function checkContent(length: number, digest: string | null): Transform {
  const hash = createHash('sha256');
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > length ? wrongLength(length) : null, chunk);
    },
    flush(done) {
      if (size !== length) return done(wrongLength(length));
      const isIntact = digest === null || hash.digest('base64') === digest;
      done(
        isIntact
          ? null
          : new ValidationError([
              { path: 'Content-Digest', message: 'is not that of what arrived: send the part again' },
            ]),
      );
    },
  });
}

/** The SHA-256 of a `Content-Digest` (RFC 9530) in base64; other algorithms are passed over, as it asks. */
function readDigest(header: string | undefined): string | null {
  if (header === undefined) return null;
  const found = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/.exec(header)?.[1];
  if (found === undefined && /(?:^|,)\s*sha-256=/.test(header)) {
    throw new ValidationError([{ path: 'Content-Digest', message: 'must be sha-256=:BASE64:' }]);
  }
  return found ?? null;
}
