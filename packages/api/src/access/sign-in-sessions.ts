import type { SignInConfig } from '@tulkka/shared/config';
import { z } from 'zod';

/** Signing out ends a session here within this time. */
const freshMs = 30_000;
const patienceMs = 3000;
const mostRemembered = 10_000;

const Refusal = z.object({ error_code: z.string().optional() });

/**
 * Asks Supabase Auth whether a sign-in still stands: its tokens hold until they expire, also after their user signed out.
 * Where it cannot be asked, the token's own word counts.
 */
export class SignInSessions {
  private readonly remembered = new Map<string, { ended: boolean; until: number }>();

  constructor(
    private readonly signIn: SignInConfig | null,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param token a token of this session, to ask with */
  async isEnded(sessionId: string, token: string): Promise<boolean> {
    if (this.signIn === null) return false;
    const found = this.remembered.get(sessionId);
    if (found && (found.ended || found.until > this.now())) return found.ended;
    const ended = await this.ask(this.signIn, token);
    this.remembered.delete(sessionId);
    this.remembered.set(sessionId, { ended, until: this.now() + freshMs });
    const [eldest] = this.remembered.keys();
    if (this.remembered.size > mostRemembered && eldest !== undefined) this.remembered.delete(eldest);
    return ended;
  }

  private async ask({ url, key }: SignInConfig, token: string): Promise<boolean> {
    try {
      const response = await fetch(`${url}/auth/v1/user`, {
        headers: { apikey: key, Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(patienceMs),
      });
      if (response.ok || response.status >= 500 || response.status === 429) return false;
      const refusal = Refusal.safeParse(await response.json());
      return (
        refusal.success &&
        ['session_not_found', 'user_not_found', 'user_banned'].includes(refusal.data.error_code ?? '')
      );
    } catch {
      return false;
    }
  }
}
