import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { hasPocketsphinx } from '@tulkka/shared/programs';
import type { Cue } from '@tulkka/shared/transcripts';
import { converted } from '../../../../tests/harness/lesson-sound.ts';
import { canSpeak, joined, msOf, type Samples, say, silence, wavOf } from '../../../../tests/harness/spoken-sound.ts';
import { ClipCutter } from '../../src/clips/cut-clip.ts';
import { decodeSound } from '../../src/clips/decode-sound.ts';
import { createListening, type Listening, narrowPlace } from '../../src/clips/narrow-place.ts';
import { quotePlacer } from '../../src/clips/place-quote.ts';
import { Pocketsphinx } from '../../src/clips/pocketsphinx.ts';
import { loudnessOf } from '../../src/clips/sounding-part.ts';

// A lesson that an engine speaks, phrase by phrase, so that it is known when which words are heard, and in whose voice.
const speaking = canSpeak ? test : test.skip;
const aligning = canSpeak && hasPocketsphinx() ? test : test.skip;
if (!canSpeak) process.stderr.write('SKIPPED: spoken lessons need flite and ffmpeg.\n');
else if (!hasPocketsphinx())
  process.stderr.write('SKIPPED: words inside a cue need pocketsphinx and pocketsphinx-en-us.\n');

const gapMs = 250;
const before = 'we arrived at the station';
const quote = 'I bought a red suitcase there';
const after = 'because my old bag was broken';
const answer = 'that was a good idea';
const wrong = 'the weather is cold in winter and nobody likes to swim';

const folder = mkdtempSync(join(tmpdir(), 'tulkka-spoken-'));
const store = new FolderAudioStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Spoken {
  cues: Cue[];
  /** When the quote is said, and how it sounds. */
  from: number;
  to: number;
  phrase: Samples;
}

/** Three phrases of a learner in one cue, and the teacher's answer in another. */
let lesson: Spoken;
beforeAll(async () => {
  if (!canSpeak) return;
  const [first, phrase, last] = [say('rms', before), say('rms', quote), say('rms', after)];
  const [lead, gap] = [silence(2500), silence(gapMs)];
  const start = msOf(lead);
  const from = start + msOf(first) + gapMs;
  const to = from + msOf(phrase);
  const end = to + gapMs + msOf(last);
  const teacher = say('slt', answer);
  const all = joined([lead, first, gap, phrase, gap, last, silence(500), teacher, silence(2500)]);
  converted(wavOf(all), ['-c:a', 'aac', '-b:a', '64k'], join(folder, 'made.m4a'));
  await store.put('recordings/lesson.m4a', Readable.from([readFileSync(join(folder, 'made.m4a'))]));
  const cue = (start_ms: number, end_ms: number, speaker: string, text: string): Cue => ({
    start_ms,
    end_ms,
    speaker,
    text,
  });
  const learners = cue(Math.round(start), Math.round(end), 'Leo', `${before}, ${quote}, ${after}.`);
  const cues = [learners, cue(Math.round(end + 500), Math.round(end + 500 + msOf(teacher)), 'Iris', answer)];
  lesson = { cues, from, to, phrase };
}, 60_000);

/** The clip of a quote, as the worker would cut it. */
async function clipOf(words: string, cues: readonly Cue[], listening: Listening | null) {
  const found = quotePlacer(cues)(words);
  if (!found) throw new Error('The quote stands in the cues.');
  const cutter = new ClipCutter(store, 'spoken', [{ audio_name: 'recordings/lesson.m4a', offset_ms: 0 }]);
  try {
    const { start_ms, end_ms } = await narrowPlace(found, listening, (from, to) => cutter.piece(from, to));
    const cut = await cutter.cut(words, start_ms, end_ms);
    if (!cut) throw new Error('The quote can be cut.');
    return { ...cut, samples: await decodeSound(await buffer(await store.read(cut.audio_name))) };
  } finally {
    await cutter.close();
  }
}

/** All that sounds in it, however long its silences are. */
const energyOf = (samples: Samples): number => loudnessOf(samples) ** 2 * samples.length;

function expectTheQuoteAlone({ samples }: { samples: Samples }, toleranceMs: number): void {
  const longest = msOf(lesson.phrase) + 2 * 150;
  expect(msOf(samples)).toBeGreaterThan(msOf(lesson.phrase));
  expect(msOf(samples)).toBeLessThan(longest + toleranceMs);
  const share = energyOf(samples) / energyOf(lesson.phrase);
  expect(share).toBeGreaterThan(0.85);
  expect(share).toBeLessThan(1.15);
}

/** Times of words as a transcriber tells them: right at the ends of each phrase, and evenly between. */
function timesOf({ text, start_ms, end_ms }: Cue): number[] {
  const { from, to } = lesson;
  const [start, end] = [start_ms ?? 0, end_ms ?? 0];
  const phrases: [string, number, number][] = [
    [before, start, from - gapMs],
    [quote, from, to],
    [after, to + gapMs, end],
  ];
  expect(phrases.flatMap(([phrase]) => phrase.split(' '))).toHaveLength(text.split(' ').length);
  return phrases.flatMap(([phrase, begin, stop]) => {
    const words = phrase.split(' ');
    const step = (stop - begin) / words.length;
    return words.flatMap((_, i) => [begin - start + i * step, begin - start + (i + 1) * step].map(Math.round));
  });
}

speaking('with the times of its words, a clip is the quote and a breath, in one voice', async () => {
  const [learners, teachers] = lesson.cues;
  if (!learners || !teachers) throw new Error('There are two cues.');
  const clip = await clipOf(quote, [{ ...learners, words: timesOf(learners) }, teachers], null);
  expect(Math.abs(clip.start_ms - (lesson.from - 150))).toBeLessThan(3);
  expect(Math.abs(clip.end_ms - (lesson.to + 150))).toBeLessThan(3);
  expectTheQuoteAlone(clip, 150);
});

speaking('without them it is the whole cue', async () => {
  const clip = await clipOf(quote, lesson.cues, null);
  expect(msOf(clip.samples)).toBeGreaterThan(msOf(lesson.phrase) * 2);
});

speaking('a long cue loses the silence at its ends, and no sound', async () => {
  const [learners, teachers] = lesson.cues;
  if (!learners || !teachers) throw new Error('There are two cues.');
  const long = { ...learners, start_ms: 100, text: `${before}, ${quote}, ${after}.` };
  const listening = createListening();
  const clip = await clipOf(quote, [long, teachers], listening && { ...listening, aligner: null });
  const start = learners.start_ms ?? 0;
  expect(Math.abs(clip.start_ms - (start - 150))).toBeLessThan(60);
  expect(clip.end_ms).toBeGreaterThan((learners.end_ms ?? 0) - 30);
});

aligning('an aligner finds the quote inside its cue', async () => {
  const clip = await clipOf(quote, lesson.cues, createListening());
  expect(Math.abs(clip.start_ms - (lesson.from - 150))).toBeLessThan(120);
  expect(Math.abs(clip.end_ms - (lesson.to + 150))).toBeLessThan(120);
  expectTheQuoteAlone(clip, 300);
  const aligner = new Pocketsphinx();
  expect(await aligner.align(clip.samples, quote.split(' '))).toHaveLength(quote.split(' ').length);
  expect(await aligner.align(clip.samples, wrong.split(' '))).toBeNull();
});

aligning('where something else is said than the cue says, its times stay as they were', async () => {
  const [learners] = lesson.cues;
  if (!learners) throw new Error('There are two cues.');
  const shifted = { ...learners, text: wrong };
  const clip = await clipOf('nobody likes to swim', [shifted], createListening());
  const place = quotePlacer([shifted])('nobody likes to swim');
  expect([clip.start_ms, clip.end_ms]).toEqual([place?.start_ms, place?.end_ms]);
});

aligning('words of no dictionary are found by their letters; figures are not', async () => {
  const samples = joined([silence(300), say('slt', 'yesterday he goed to Zermatt with Ingrith'), silence(300)]);
  const aligner = new Pocketsphinx();
  expect(
    await aligner.align(samples, ['Yesterday,', 'he', '“goed”', 'to', 'Zermatt', 'with', 'Ingrith.']),
  ).toHaveLength(7);
  expect(await aligner.align(samples, ['Yesterday', 'at', '5'])).toBeNull();
});
