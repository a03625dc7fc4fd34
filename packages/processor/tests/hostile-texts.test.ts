import { ValidationError } from '@tulkka/shared/errors';
import { generateLesson } from '../src/generate-lesson.ts';
import { openLexicon } from '../src/lexicon/index.ts';
import { hostileTexts } from './hostile-texts.ts';

const lexicon = openLexicon();

async function generate(text: string): Promise<void> {
  await generateLesson(text, { lessonNumber: 1, lexicon }).catch((error: unknown) => {
    if (!(error instanceof ValidationError)) throw error;
  });
}

/** The shortest of a few tries, in milliseconds of this process's own work: what others do meanwhile is not counted. */
async function timeOf(text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const before = process.cpuUsage();
    await generate(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Below this, garbage collection and the clock decide. */
const noise = 40;

beforeAll(() => generate('Bob: I goes home.\nTeacher Tom: I go home. A helmet means a hard hat.'));

// Linear work takes four times as long, quadratic work sixteen times: between them there is room for a busy machine.
test.each(Object.entries(hostileTexts))('%s: four times the text takes about four times the time', async (_, build) => {
  const once = await timeOf(build(6_000));
  const fourfold = await timeOf(build(24_000));
  expect(fourfold).toBeLessThan(8 * once + noise);
});

describe('what took hours', () => {
  test.each([
    ['letters spelled out in one cue', `Teacher Tom: ${'A-B-C-D-E-F '.repeat(8000)}`, 1.5],
    ['one word again and again in one cue', `Teacher Tom: ${'a '.repeat(50_000)}`, 1.5],
    ['one sentence in 50,000 cues', 'Bob: Yesterday I go to the market.\n'.repeat(50_000), 6],
    ['3,000 speakers', Array.from({ length: 3000 }, (_, i) => `Ana B${i}: I like it.\nTom: He like it.\n`).join(''), 6],
  ])('%s takes seconds', async (_, text, seconds) => {
    expect(await timeOf(text)).toBeLessThan(seconds * 1000);
  });
});
