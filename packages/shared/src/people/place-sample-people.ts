import { z } from 'zod';
import type { SignInConfig } from '../config/index.ts';
import type { PersonRepository } from '../repositories/index.ts';
import { samplePeople } from './sample-people.ts';

const SignedIn = z.object({ user: z.object({ id: z.string().min(1) }) });
const patienceMs = 10_000;

/**
 * Gives the sample people accounts at the embedded server and the ids that the sample lesson knows. Safe to repeat.
 * @returns those who can sign in
 */
export async function placeSamplePeople(
  signIn: SignInConfig,
  people: PersonRepository,
  password: string,
): Promise<string[]> {
  const placed: string[] = [];
  for (const { id, role, name, email } of samplePeople) {
    const account =
      (await accountAt(signIn, 'token?grant_type=password', { email, password })) ??
      (await accountAt(signIn, 'signup', { email, password, data: { name } }));
    if (account === null) continue;
    if (!(await people.add({ id, auth_id: account, name, email, role }))) await people.change(id, { auth_id: account });
    placed.push(email);
  }
  return placed;
}

async function accountAt({ url, key }: SignInConfig, path: string, body: object): Promise<string | null> {
  const response = await fetch(`${url}/auth/v1/${path}`, {
    method: 'POST',
    headers: { apikey: key, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
  const answer = SignedIn.safeParse(await response.json());
  return response.ok && answer.success ? answer.data.user.id : null;
}
