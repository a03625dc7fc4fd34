import { SignJWT } from 'jose';
import type { Role } from '../src/access/caller.ts';
import { jwtSecret, type World } from './world.ts';

/** The issuer that the application under test believes. */
export const issuer = 'https://id.example/auth/v1';

/** Whoever may call: what they have to do with the learner mia and her class b1, which ms-lee teaches. */
export const callers = {
  learner: { userId: 'mia', role: 'student' },
  'other learner': { userId: 'tom', role: 'student' },
  'former student': { userId: 'finn', role: 'student' },
  teacher: { userId: 'ms-lee', role: 'teacher' },
  'teacher of another class': { userId: 'mr-kim', role: 'teacher' },
  'teacher who just made a class': { userId: 'ms-new', role: 'teacher' },
  'former teacher': { userId: 'mr-old', role: 'teacher' },
  admin: { userId: 'root', role: 'admin' },
  service: { userId: 'bot', role: 'service' },
} as const satisfies Record<string, { userId: string; role: Role }>;

export type CallerKind = keyof typeof callers;
export const callerKinds = Object.keys(callers) as CallerKind[];

/** Who has no right to anything of mia’s, whatever they try. */
export const strangers = [
  'other learner',
  'former student',
  'teacher of another class',
  'teacher who just made a class',
  'former teacher',
] as const satisfies readonly CallerKind[];

/** Gives everybody their past: who taught the class before, who was in it, who has just made one. */
export async function createPast({ api, fresh }: World): Promise<void> {
  const admin = api.as('root', 'admin');
  await admin.patch('/api/v1/classes/b1').send({ teacher_id: 'mr-old', students: ['mia', 'finn'] });
  await admin.patch('/api/v1/classes/b1').send({ teacher_id: 'ms-lee', students: ['mia'] });
  await api.as('ms-new', 'teacher').post('/api/v1/classes').send({ id: fresh(), name: 'Just made' });
}

const key = new TextEncoder().encode(jwtSecret);
const now = (): number => Math.floor(Date.now() / 1000);

function sign(claims: object, secret = key): Promise<string> {
  return new SignJWT({ iss: issuer, ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
}

/** A token that holds. */
export function tokenOf(kind: CallerKind): Promise<string> {
  const { userId, role } = callers[kind];
  return sign({ sub: userId, role, iat: now(), exp: now() + 300 });
}

/** Tokens of the admin that prove nothing, by what is wrong with them; nobody sends none. */
export async function worthlessTokens(): Promise<Record<string, string | undefined>> {
  const { userId, role } = callers.admin;
  const right = { sub: userId, role, iat: now(), exp: now() + 300 };
  const { exp: _exp, ...endless } = right;
  const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    nobody: undefined,
    expired: await sign({ ...right, iat: now() - 600, exp: now() - 300 }),
    'no exp': await sign(endless),
    'future iat': await sign({ ...right, iat: now() + 200 }),
    'alg none': `${base64({ alg: 'none' })}.${base64({ iss: issuer, ...right })}.`,
    'wrong key': await sign(right, new TextEncoder().encode('another secret, longer than 32 characters too')),
    'other issuer': await sign({ ...right, iss: 'https://evil.example/auth/v1' }),
    'somebody else’s signature': await withClaims(await tokenOf('learner'), base64({ iss: issuer, ...right })),
    nonsense: 'nonsense',
  };
}

async function withClaims(token: string, claims: string): Promise<string> {
  const [header, , signature] = token.split('.');
  return `${header}.${claims}.${signature}`;
}
