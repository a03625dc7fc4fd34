// What a person sees when the stack is up.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bold } from './colours.mjs';
import { sampleClass } from './sample-lesson.mjs';

const firstSession = '{"game_type":"sentence_builder","mode":"topic","reference_id":"lessons"}';

/** How curl is written where this runs. cmd and PowerShell share no way to quote JSON: there it comes from a file. */
export function shellOf(dataDir, platform = process.platform) {
  if (platform !== 'win32') return { curl: 'curl', quote: "'", body: `'${firstSession}'` };
  const file = join(dataDir, 'first-session.json');
  writeFileSync(file, firstSession);
  return { curl: 'curl.exe', quote: '"', body: `"@${file}"` };
}

/** The banner: where everything is, and the commands that approve and play the sample lesson. */
export function banner({ baseUrl, set, inboxDir, stackFile, games, lessons, signIn, needsToken, shell }) {
  const { curl, quote, body } = shell;
  const header = (text) => `-H ${quote}${text}${quote}`;
  const teacher = `${header(`X-User-Id: ${sampleClass}-teacher`)} ${header('X-User-Role: teacher')}`;
  const student = `${header(`X-User-Id: ${sampleClass}-student`)} ${header('Content-Type: application/json')}`;
  const steps = needsToken
    ? ['Every call needs a signed token; docs/api.md says which claims it carries.']
    : set === null
      ? [
          'The sample lesson is still being read; its exercises will be listed at',
          `  ${baseUrl}/api/v1/exercises?class_id=${sampleClass}`,
        ]
      : [
          `Sample lesson: ${bold(set.title)}: ${set.total_exercises} exercises, ${set.status.replace('_', ' ')}.`,
          '',
          set.status === 'pending_review'
            ? 'By hand: look at it, approve it, play it:'
            : 'By hand: look at it, play it:',
          `  ${curl} ${teacher} ${baseUrl}/api/v1/exercises/${set.id}`,
          ...(set.status === 'pending_review'
            ? [`  ${curl} -X POST ${teacher} ${baseUrl}/api/v1/exercises/${set.id}/approve`]
            : []),
          `  ${curl} -X POST ${student} -d ${body} ${baseUrl}/api/v1/sessions/start`,
        ];
  return [
    '',
    bold(`Open ${baseUrl} in your browser.`),
    '',
    'Tulkka Lessons is running.',
    `  API and docs   ${baseUrl}/docs`,
    `  Health         ${baseUrl}/health`,
    `  Games          ${games}`,
    `  Lessons        ${lessons}`,
    `  Inbox          ${inboxDir}  (drop a recording's .vtt into a class folder)`,
    `  Stack          ${stackFile}`,
    ...(signIn
      ? [
          `  Sign in        with one click as the sample student, teacher or coordinator; from elsewhere as`,
          `                 student@sample.example, … with the password ${signIn.password} (this machine only)`,
        ]
      : []),
    '',
    ...steps,
    '',
    'Ctrl-C ends everything.',
    '',
  ].join('\n');
}
