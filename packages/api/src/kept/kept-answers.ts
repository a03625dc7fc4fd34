import { createHash } from 'node:crypto';
import type { Answer } from '../http/route-rules.ts';

/** An answer as it is sent: its JSON, and the tag that a client compares it by. */
type Written = Required<Pick<Answer<never>, 'written' | 'headers'>>;

interface Kept {
  answer: Written;
  until: number;
}

/** How much is kept, and for how long at most. */
export interface KeptLimits {
  bytes: number;
  ms: number;
}

/** Written answers by what they answer; the longest unused go first. */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(
    private readonly limits: KeptLimits,
    private readonly now: () => number = Date.now,
  ) {}

  find(key: string): Written | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    if (found.until > this.now()) {
      this.kept.set(key, found);
      return found.answer;
    }
    this.bytes -= sizeOf(key, found.answer);
    return undefined;
  }

  /** Keeps a body, and returns it written. */
  keep(key: string, body: unknown): Written {
    const answer = write(body);
    this.forget(key);
    this.kept.set(key, { answer, until: this.now() + this.limits.ms });
    this.bytes += sizeOf(key, answer);
    for (const eldest of this.kept.keys()) {
      if (this.bytes <= this.limits.bytes) break;
      this.forget(eldest);
    }
    return answer;
  }

  private forget(key: string): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    this.kept.delete(key);
    this.bytes -= sizeOf(key, found.answer);
  }
}

function write(body: unknown): Written {
  const written = Buffer.from(JSON.stringify(body));
  return { written, headers: { ETag: `"${createHash('sha256').update(written).digest('base64url')}"` } };
}

/** Two bytes a character, as V8 keeps what is not Latin. */
const sizeOf = (key: string, { written }: Written): number => key.length * 2 + written.byteLength;
