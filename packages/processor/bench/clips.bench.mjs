// How long it takes to cut 40 clips out of a recording of two hours, how much of the file is read for it, and at which
// memory. The recording is an m4a where this machine has ffmpeg, as Zoom's are; else a WAV file.
//   node packages/processor/bench/clips.bench.mjs
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { ClipCutter } from '../dist/clips/cut-clip.js';

const seconds = 7200;
const clips = 40;
const sampleRate = 16_000;

/** Speech-like enough for a container: what is in the packets does not matter here, only how many there are. */
async function makeRecording(folder) {
  await mkdir(join(folder, 'recordings'), { recursive: true });
  const m4a = join(folder, 'recordings', 'lesson.m4a');
  const noise = `anoisesrc=d=${seconds}:c=pink:r=32000:a=0.3`;
  const args = ['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', noise, '-ac', '1', '-c:a', 'aac', '-b:a', '48k', m4a];
  if (spawnSync('ffmpeg', args).status === 0) return 'lesson.m4a';
  const head = Buffer.alloc(44);
  const size = seconds * sampleRate * 2;
  head.write('RIFF');
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8);
  for (const [value, at, bytes] of [
    [16, 16, 4],
    [1, 20, 2],
    [1, 22, 2],
    [sampleRate, 24, 4],
    [sampleRate * 2, 28, 4],
    [2, 32, 2],
    [16, 34, 2],
  ])
    head.writeUIntLE(value, at, bytes);
  head.write('data', 36);
  head.writeUInt32LE(size, 40);
  function* content() {
    yield head;
    for (let i = 0; i < seconds; i += 1) yield Buffer.alloc(sampleRate * 2, i % 200);
  }
  await pipeline(Readable.from(content()), createWriteStream(join(folder, 'recordings', 'lesson.wav')));
  return 'lesson.wav';
}

/** Counts what is read of recordings. */
class CountingStore extends FolderAudioStore {
  bytes = 0;
  reads = 0;

  read(name, range) {
    this.reads += 1;
    this.bytes += range ? range.to - range.from + 1 : Number.POSITIVE_INFINITY;
    return super.read(name, range);
  }
}

const megabytesNow = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function cut(folder, name) {
  const store = new CountingStore(folder);
  const cutter = new ClipCutter(store, 'bench', [{ audio_name: `recordings/${name}`, offset_ms: 0 }]);
  const before = megabytesNow();
  const began = performance.now();
  for (let i = 0; i < clips; i += 1) {
    const start = Math.round((seconds * 1000 * (i + 0.5)) / clips);
    if ((await cutter.cut(`clip ${i}`, start, start + 3000)) === null) throw new Error('A clip was not cut.');
  }
  await cutter.close();
  const milliseconds = Math.round(performance.now() - began);
  const share = (100 * store.bytes) / statSync(join(folder, 'recordings', name)).size;
  const peak = megabytesNow();
  console.log(
    `${clips} clips of ${name} (2 hours): ${milliseconds} ms, ${peak} MB at its peak, ${peak - before} of them by cutting, ${store.reads} reads, ${share.toFixed(1)} % of the file`,
  );
}

const [folder, name] = process.argv.slice(2);
if (folder !== undefined && name !== undefined) {
  await cut(folder, name);
} else {
  const made = mkdtempSync(join(tmpdir(), 'tulkka-clips-bench-'));
  const recording = await makeRecording(made);
  // In a process of its own, whose memory is that of the cutting alone.
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync(process.execPath, [self, made, recording], { stdio: 'inherit' });
  rmSync(made, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}
