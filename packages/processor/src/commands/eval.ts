import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeTranscript, parseTranscript } from '@tulkka/shared/transcripts';
import { readLesson } from '../analysis/index.ts';
import { spokenText } from '../composing/index.ts';
import {
  firingsOf,
  fitMarks,
  fitOn,
  GoldLabels,
  type LessonExamples,
  type LessonScore,
  lessonExamples,
  ruleTable,
  scoreLesson,
  scoreTable,
} from '../eval/index.ts';
import { generateLesson } from '../generate-lesson.ts';
import { openLexicon } from '../lexicon/index.ts';
import { exitCodes, readArguments, UsageError } from './arguments.ts';

const usage = `Generates the exercises of labelled lessons and scores them against their labels.

  npm run eval -- [FOLDER] [--out DIR]
  npm run eval -- fit [FOLDER]
  npm run eval -- marks [--write]

  fit            fits the weights of corrections on the lessons and prints them, with how well they do on lessons left out
  marks          fits what teachers would mark on what they marked (packages/processor/marks) and prints how well that
                 does on lessons left out; --write keeps the weights
  FOLDER         holds NN.vtt with NN.gold.json beside it (default: the lessons of the test suite)
  --out DIR      also writes each set as DIR/NN.json
  --help         print this`;

const marksFolder = fileURLToPath(new URL('../../marks/', import.meta.url));
const ownLessons = fileURLToPath(new URL('../../tests/lessons/', import.meta.url));

async function lessonsIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) throw new UsageError(`There is no folder "${folder}".`);
  const names = (await readdir(folder)).flatMap((name) => /^(.+)\.gold\.json$/.exec(name)?.slice(1, 2) ?? []);
  const lessons = names.filter((name) => existsSync(join(folder, `${name}.vtt`))).sort();
  if (lessons.length === 0) throw new UsageError(`"${folder}" holds no NN.vtt with NN.gold.json beside it.`);
  return lessons;
}

async function fitTheMarks(isKept: boolean): Promise<void> {
  const { figures, sentences, meanings, questions } = fitMarks(openLexicon());
  console.log(figures.join('\n'));
  if (!isKept) return;
  for (const [name, weights] of Object.entries({ sentences, meanings, questions }))
    await writeFile(join(marksFolder, `${name}.weights.json`), `${JSON.stringify(weights, null, 2)}\n`);
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return console.log(usage);
  if (positionals[0] === 'marks') return fitTheMarks(values.write);
  const isFit = positionals[0] === 'fit';
  const [folder = ownLessons, ...more] = isFit ? positionals.slice(1) : positionals;
  if (more.length > 0) throw new UsageError('One folder is enough.');
  const lexicon = openLexicon();
  const scores: LessonScore[] = [];
  const firings: ReturnType<typeof firingsOf>[] = [];
  const examples: LessonExamples[] = [];
  if (values.out !== undefined) await mkdir(values.out, { recursive: true });
  for (const name of await lessonsIn(folder)) {
    const gold = GoldLabels.parse(JSON.parse(await readFile(join(folder, `${name}.gold.json`), 'utf8')));
    const transcript = parseTranscript(decodeTranscript(await readFile(join(folder, `${name}.vtt`))));
    const reading = readLesson(transcript, {}, lexicon);
    examples.push(lessonExamples(reading.turns, gold, lexicon));
    if (isFit) continue;
    firings.push(firingsOf(reading, gold));
    const { exercises } = await generateLesson(transcript, { lessonNumber: 1, lexicon });
    if (values.out !== undefined)
      await writeFile(join(values.out, `${name}.json`), `${JSON.stringify(exercises, null, 1)}\n`);
    scores.push(scoreLesson(exercises, gold, spokenText(transcript)));
  }
  const { weights, figures } = fitOn(examples);
  if (isFit) return console.log(`${JSON.stringify(weights, null, 2)}\n\n${figures.join('\n')}`);
  console.log(`${scoreTable(scores)}\n\n${figures.join('\n')}\n\n${ruleTable(firings)}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : error);
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.unusable;
}
