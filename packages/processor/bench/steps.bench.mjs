// npm run bench -- steps [--write]: what each step of making a lesson's exercises takes, warm, mean of the labelled lessons.
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tableOf, writeMeasurements } from '../../../scripts/lib/measurements.mjs';
import { generateLesson } from '../dist/generate-lesson.js';
import { openLexicon } from '../dist/lexicon/index.js';
import { profiled, summed } from './profile.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, write: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);

/** The functions that generation is made of; each stands for all that it calls. */
const steps = {
  parseTranscript: 'the file',
  withUnitedLabels: 'the file',
  readTurns: 'sentences and tags',
  findTeachers: 'who teaches',
  assignRoles: 'who teaches',
  setAside: 'what is set aside',
  findCorrections: 'corrections',
  findTerms: 'words that were taught',
  findGivenSentences: 'sentences',
  findGoodSentences: 'sentences',
  addExamples: 'sentences',
  gatherMaterial: 'material',
  composeExercises: 'composing and quality',
  withMeaningsNamed: 'meanings named',
  writeReport: 'report',
  withDictionaryTranslations: 'translations',
};

/** The outermost of the steps that something runs in. */
function stepOf(stack) {
  if (stack[0].functionName === '(garbage collector)') return 'garbage collection';
  const step = stack.findLast(({ functionName }) => Object.hasOwn(steps, functionName));
  if (step) return steps[step.functionName];
  return stack.some(({ functionName }) => functionName === 'generateLesson') ? 'the rest' : null;
}

/** Whose code it is: a folder of ours, or a package; what V8 does is counted to whoever called it. */
function partOf(stack) {
  if (stepOf(stack) === null) return null;
  const caller = stack.find(({ url }) => url.includes('/dist/') || url.includes('/node_modules/'));
  if (!caller) return 'V8';
  const packed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(caller.url)?.[1];
  if (packed) return packed;
  const [, name, path = ''] = /packages\/(\w+)\/dist\/(.*)$/.exec(caller.url) ?? [];
  return `${name}/${path.split('/').slice(0, -1).slice(0, 2).join('/') || path}`;
}

const folder = new URL('../tests/lessons/', import.meta.url);
const lessons = readdirSync(folder)
  .filter((name) => name.endsWith('.vtt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const lexicon = openLexicon();
const generateAll = async (times) => {
  for (let round = 0; round < times; round += 1)
    for (const vtt of lessons) await generateLesson(vtt, { lessonNumber: 1, lexicon, nativeLanguage: 'es' });
};

// V8 compiles what runs often; without this that would be most of it.
await generateAll(5);
const samples = await profiled(() => generateAll(rounds));
const count = rounds * lessons.length;
const rowsOf = (sums) => {
  const total = sums.reduce((sum, [, ms]) => sum + ms, 0);
  const row = (name, ms) => [name, (ms / count).toFixed(1), `${Math.round((100 * ms) / total)} %`];
  return [...sums.filter(([, ms]) => ms / total >= 0.01).map(([name, ms]) => row(name, ms)), row('all of it', total)];
};
const words = Math.round(lessons.join(' ').split(/\s+/).length / lessons.length);
const report = `${lessons.length} labelled lessons of about ${words} words, ${rounds} times each, in one warm process; milliseconds a lesson, as V8’s profiler sees them.

${tableOf(['step', 'ms', 'share'], rowsOf(summed(samples, stepOf)))}

The same by whose code it is:

${tableOf(['code', 'ms', 'share'], rowsOf(summed(samples, partOf)))}`;
console.log(report);
if (values.write) writeMeasurements('npm run bench -- steps --write', report);
