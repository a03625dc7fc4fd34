import { readFile } from 'node:fs/promises';
import { AppError } from '@tulkka/shared/errors';
import { decodeTranscript, unusableTranscript } from '@tulkka/shared/transcripts';
import { generateLesson } from '../generate-lesson.ts';
import { exitCodes, readArguments, UsageError } from './arguments.ts';
import { lessonReport } from './lesson-report.ts';

const usage = `Makes the exercises of one lesson from its transcript.

  npm run --silent generate -- FILE.vtt [--lesson-number N] [--report]

  FILE               a transcript: WebVTT or plain text
  --lesson-number N  the lesson's number, from 1 (default 1)
  --seed TEXT        another seed gives another order of options
  --report           print what was found, used and left out, for a person, instead of the JSON
  --help             print this

The set goes to standard output as JSON, problems to standard error.
Exit codes: 0 done, 1 the file cannot be used, 2 the command line cannot be understood.`;

function lessonNumberFrom(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < 1)
    throw new UsageError(`--lesson-number must be a whole number from 1, not "${value}".`);
  return number;
}

/** Reads the file; what the file system says becomes a sentence. */
async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw unusableTranscript(`There is no file "${path}".`);
    if (code === 'EISDIR') throw unusableTranscript(`"${path}" is a folder; one transcript file is needed.`);
    throw error;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    'lesson-number': { type: 'string', default: '1' },
    seed: { type: 'string' },
    report: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Exactly one transcript file is needed.');
  const lessonNumber = lessonNumberFrom(values['lesson-number']);
  const text = decodeTranscript(await bytesOf(path));
  const { exercises } = await generateLesson(text, {
    lessonNumber,
    ...(values.seed === undefined ? {} : { seed: values.seed }),
  });
  // written at once and whole, so that a pipe gets all of it before the process ends
  process.stdout.write(values.report ? lessonReport(exercises) : `${JSON.stringify(exercises, null, 2)}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = exitCodes.usage;
  } else {
    console.error(error instanceof AppError ? error.message : error);
    process.exitCode = exitCodes.unusable;
  }
}
