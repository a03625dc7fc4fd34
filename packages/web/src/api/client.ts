import createClient, { type Client } from 'openapi-fetch';
import { ApiProblem, Unreachable } from './problem.ts';
import type { paths, schemas } from './schema.generated.ts';

/** Longer than any call takes that is still wanted. */
const timeoutMs = 20_000;

/** The API, typed by our own OpenAPI document. */
export type Api = Client<paths, 'application/json'>;

/** What each answer of the API is called in its document. */
export type Schema<Name extends keyof schemas> = schemas[Name];

/** The access token to call with; `null` for nobody. With `renewed` it is another than the one that was refused. */
export type AccessToken = (wish?: { renewed: true }) => Promise<string | null>;

/** The API of the host that the app came from. A call that a stale token spoiled is made once more with a new one. */
export function createApi(accessToken: AccessToken, origin: string = location.origin): Api {
  const send = async (request: Request, token: string | null): Promise<Response> => {
    const headers = new Headers(request.headers);
    if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      return await fetch(new Request(request.clone(), { headers, signal }));
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw new Unreachable('Nobody answered.', { cause: error });
    }
  };
  return createClient<paths, 'application/json'>({
    baseUrl: origin,
    fetch: async (request) => {
      const token = await accessToken();
      const response = await send(request, token);
      return response.status === 401 && token !== null ? send(request, await accessToken({ renewed: true })) : response;
    },
  });
}

/** The data of a call, or a thrown `ApiProblem` or `Unreachable`. */
export async function answerOf<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined && data !== null) return data;
  const wait = Number(response.headers.get('Retry-After'));
  const problem = typeof error === 'object' && error !== null ? error : {};
  throw new ApiProblem(response.status, problem, Number.isFinite(wait) && wait > 0 ? wait * 1000 : null);
}
