// What a person sees when the stack is up.
import { sampleClass } from './sample-lesson.mjs';

const bold = (text) => `\u001b[1m${text}\u001b[0m`;

/** The banner: where everything is, and the commands that approve and play the sample lesson. */
export function banner({ baseUrl, set, inboxDir, stackFile, games, lessons, signIn }) {
  const teacher = `-H 'X-User-Id: ${sampleClass}-teacher' -H 'X-User-Role: teacher'`;
  const student = `-H 'X-User-Id: ${sampleClass}-student' -H 'Content-Type: application/json'`;
  const steps = set
    ? [
        `Sample lesson: ${bold(set.title)}: ${set.total_exercises} exercises, ${set.status.replace('_', ' ')}.`,
        '',
        'Look at it, approve it, play it:',
        `  curl ${teacher} ${baseUrl}/api/v1/exercises/${set.id}`,
        `  curl -X POST ${teacher} ${baseUrl}/api/v1/exercises/${set.id}/approve`,
        `  curl -X POST ${student} -d '{"game_type":"sentence_builder","mode":"topic","reference_id":"lessons"}' ${baseUrl}/api/v1/sessions/start`,
      ]
    : [
        'The sample lesson is still being read; its exercises will be listed at',
        `  ${baseUrl}/api/v1/exercises?class_id=${sampleClass}`,
      ];
  return [
    '',
    bold('Tulkka Lessons is running.'),
    `  API and docs   ${baseUrl}/docs`,
    `  Health         ${baseUrl}/health`,
    `  Games          ${games}`,
    `  Lessons        ${lessons}`,
    `  Inbox          ${inboxDir}  (drop a recording's .vtt into a class folder)`,
    `  Stack          ${stackFile}`,
    ...(signIn
      ? [
          `  Sign in        at ${signIn.url}/auth/v1, as teacher@sample.example, student@sample.example or`,
          `                 coordinator@sample.example; password ${signIn.password} (this machine only)`,
        ]
      : []),
    '',
    ...steps,
    '',
    'Ctrl-C ends everything.',
    '',
  ].join('\n');
}
