import type { AccessToken } from '../../api/client.ts';
import { ApiProblem, Unreachable } from '../../api/problem.ts';

/** A recording of an hour over a slow line. */
const longestMs = 20 * 60_000;

/**
 * Sends a lesson's file. By XMLHttpRequest, since fetch does not tell how far it is.
 * @param tell hears how much has been sent, from 0 to 1
 */
export async function sendLesson(
  accessToken: AccessToken,
  { classId, file }: { classId: string; file: File },
  tell: (share: number) => void,
): Promise<void> {
  const token = await accessToken();
  const form = new FormData();
  form.set('class_id', classId);
  form.set('file', file);
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/lessons');
    request.timeout = longestMs;
    request.responseType = 'json';
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && tell(loaded / total);
    request.onerror = () => reject(new Unreachable('Nobody answered.'));
    request.ontimeout = request.onerror;
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status < 300) resolve();
      else reject(new ApiProblem(request.status, typeof answer === 'object' && answer !== null ? answer : {}, null));
    };
    request.send(form);
  });
}
