import type { AccessToken } from '../../api/client.ts';
import { ApiProblem, Unreachable } from '../../api/problem.ts';

/** A line on which nothing moves for so long is taken for cut. */
const stillMs = 60_000;

/**
 * Sends the bytes of one part. By XMLHttpRequest, since fetch does not tell how far it is.
 * @param tell hears how many bytes have been sent
 */
export async function sendPart(
  accessToken: AccessToken,
  path: string,
  bytes: Blob,
  tell: (sent: number) => void,
): Promise<void> {
  const digest = await digestOf(bytes);
  const send = (token: string | null) => put(path, bytes, { token, digest }, tell);
  const token = await accessToken();
  try {
    await send(token);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401 || token === null) throw error;
    await send(await accessToken({ renewed: true }));
  }
}

function put(
  path: string,
  bytes: Blob,
  { token, digest }: { token: string | null; digest: string | null },
  tell: (sent: number) => void,
): Promise<void> {
  const request = new XMLHttpRequest();
  request.open('PUT', path);
  request.responseType = 'json';
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
  if (digest !== null) request.setRequestHeader('Content-Digest', `sha-256=:${digest}:`);
  const cut = (): void => request.abort();
  let still = setTimeout(cut, stillMs);
  addEventListener('offline', cut);
  return new Promise<void>((resolve, reject) => {
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(still);
      still = setTimeout(cut, stillMs);
      tell(loaded);
    };
    request.onerror = () => reject(new Unreachable('Nobody answered.'));
    request.onabort = request.onerror;
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status < 300) return resolve();
      const wait = Number(request.getResponseHeader('Retry-After'));
      const problem = typeof answer === 'object' && answer !== null ? answer : {};
      reject(new ApiProblem(request.status, problem, wait > 0 ? wait * 1000 : null));
    };
    request.send(bytes);
  }).finally(() => {
    clearTimeout(still);
    removeEventListener('offline', cut);
  });
}

/** SHA-256 in base64; null where the page came by plain HTTP, for then a browser has no digests. */
async function digestOf(bytes: Blob): Promise<string | null> {
  const { subtle } = crypto as Partial<Crypto>;
  if (subtle === undefined) return null;
  const digest = await subtle.digest('SHA-256', await bytes.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
