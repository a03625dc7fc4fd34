import type { AccessToken, Api } from '../../api/client.ts';
import { ApiProblem, Unreachable } from '../../api/problem.ts';
import { type SendingProgress, sendInParts } from './send-in-parts.ts';

/** What a slow line takes for the largest file that is sent at once. */
const longestMs = 20 * 60_000;
/** What is lost when the line breaks is sent again soon. */
const mostAtOnce = 8 * 1024 * 1024;

interface Sender {
  api: Api;
  accessToken: AccessToken;
}

/** Sends a lesson's file: a long recording in parts, everything else at once. */
export async function sendLesson(
  sender: Sender,
  sent: { classId: string; file: File },
  tell: (progress: SendingProgress) => void,
): Promise<void> {
  const isTranscript = /\.(?:vtt|txt)$/i.test(sent.file.name);
  if (sent.file.size > mostAtOnce && !isTranscript) return sendInParts(sender, sent, tell);
  return sendAtOnce(sender.accessToken, sent, (share) => tell({ share, waits: false }));
}

/** By XMLHttpRequest, since fetch does not tell how far it is. */
async function sendAtOnce(
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
