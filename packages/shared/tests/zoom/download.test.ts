import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../../../../tests/vendors/run-script.ts';
import { show, startZoom, type ZoomStandIn } from '../../../../tests/vendors/zoom.ts';
import { newClient } from './harness.ts';
import { buildFile, buildMeeting, vttText } from './lessons.ts';

let zoom: ZoomStandIn;
let folder: string;
beforeEach(async () => {
  zoom = await startZoom({ users: [{ id: 'host-1', email: 'ana@example.com' }] });
  folder = await mkdtemp(join(tmpdir(), 'tulkka-download-'));
});
afterEach(async () => {
  await zoom.close();
  await rm(folder, { recursive: true });
});

const megabytes = (count: number) => count * 1024 * 1024;

/** Puts a file into a meeting and asks for its download. */
function request(content: { text: string } | { zeros: number }, change: object = {}) {
  const kind = 'text' in content ? ('transcript' as const) : ('media' as const);
  zoom.state.meetings = [buildMeeting({ files: [buildFile({ content })] })];
  return { url: addressOf(0), path: join(folder, 'file'), kind, maxBytes: megabytes(64), ...change };
}

function addressOf(index: number): string {
  const [meeting] = zoom.state.meetings;
  if (!meeting) throw new Error('no meeting');
  const shown = show(meeting, zoom.url).recording_files as { download_url: string }[];
  return String(shown[index]?.download_url);
}

test('a transcript arrives, and the token does not reach the storage', async () => {
  const { client, calls } = newClient(zoom);
  expect(await client.download(request({ text: vttText }))).toEqual({ bytes: vttText.length });
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe(vttText);
  expect(await readdir(folder)).toEqual(['file']);
  expect(zoom.state.storage).toMatchObject({ leakedTokens: 0, downloads: 1 });
  expect(calls).toEqual([{ vendor: 'zoom', operation: 'download', outcome: 'ok', ms: expect.any(Number) }]);
});

test('a download that is cut goes on where it was', async () => {
  zoom.state.storage.cuts = [megabytes(1), megabytes(2)];
  await newClient(zoom).client.download(request({ zeros: megabytes(5) }));
  expect((await stat(join(folder, 'file'))).size).toBe(megabytes(5));
  expect(zoom.state.storage.ranges).toHaveLength(2);
  expect(zoom.state.storage.leakedTokens).toBe(0);
});

test('it begins anew where the storage knows no ranges', async () => {
  zoom.state.storage.cuts = [megabytes(1)];
  zoom.state.storage.supportsRanges = false;
  await newClient(zoom).client.download(request({ zeros: megabytes(3) }));
  expect((await stat(join(folder, 'file'))).size).toBe(megabytes(3));
});

test('a later process goes on with the part, when the size is known', async () => {
  await writeFile(join(folder, 'file.part'), Buffer.alloc(megabytes(2)));
  await newClient(zoom).client.download(request({ zeros: megabytes(3) }, { expectedBytes: megabytes(3) }));
  expect(zoom.state.storage.ranges).toEqual([`bytes=${megabytes(2)}-`]);
  expect((await stat(join(folder, 'file'))).size).toBe(megabytes(3));
});

test('a part that is whole already only gets its name', async () => {
  await writeFile(join(folder, 'file.part'), Buffer.alloc(megabytes(3)));
  const result = await newClient(zoom).client.download(
    request({ zeros: megabytes(3) }, { expectedBytes: megabytes(3) }),
  );
  expect(result.bytes).toBe(megabytes(3));
});

test.each([
  ['of another file', 5],
  ['longer than the file', 4],
])('a part %s is thrown away', async (_name, partMegabytes) => {
  await writeFile(join(folder, 'file.part'), Buffer.alloc(megabytes(partMegabytes), 7));
  await newClient(zoom).client.download(request({ zeros: megabytes(3) }, { expectedBytes: megabytes(9) }));
  const bytes = await readFile(join(folder, 'file'));
  expect(bytes.equals(Buffer.alloc(megabytes(3)))).toBe(true);
});

test('a download that is cut for ever ends, retryable, and keeps what it has', async () => {
  zoom.state.storage.cuts = Array.from({ length: 20 }, () => 1_000);
  await expect(newClient(zoom).client.download(request({ zeros: megabytes(1) }))).rejects.toMatchObject({
    retryable: true,
  });
  expect(await readdir(folder)).toEqual(['file.part']);
});

test('a page that says no is not a transcript', async () => {
  const asked = request({ text: vttText });
  for (const meeting of zoom.state.meetings) for (const file of meeting.files) file.refused = true;
  await expect(newClient(zoom).client.download(asked)).rejects.toThrow(/only its host may/);
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['a page under another type', '<!DOCTYPE html><p>Sign in</p>', /web page/],
  ['an empty file', '', /empty/],
  ['something else', '{"timeline":[]}', /WEBVTT/],
])('%s is not a transcript either', async (_name, text, message) => {
  await expect(newClient(zoom).client.download(request({ text }))).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual([]);
});

test('a byte order mark is no reason to refuse', async () => {
  await expect(newClient(zoom).client.download(request({ text: `\ufeff${vttText}` }))).resolves.toBeDefined();
});

test('a webhook’s token is used, and ours when it has run out', async () => {
  zoom.state.downloadTokens = ['from-webhook'];
  await newClient(zoom).client.download(request({ text: vttText }, { downloadToken: 'from-webhook' }));
  expect(zoom.state.oauth.refreshes).toBe(0);
  await newClient(zoom).client.download(request({ text: vttText }, { downloadToken: 'from-last-week' }));
  expect(zoom.state.oauth.refreshes).toBe(1);
});

test('a file that is too large is refused before it is fetched, and while it comes without a length', async () => {
  const { client } = newClient(zoom);
  await expect(client.download(request({ zeros: megabytes(2) }, { maxBytes: megabytes(1) }))).rejects.toMatchObject({
    message: expect.stringContaining('MAX_AUDIO_BYTES'),
    retryable: false,
  });
  zoom.script.push({
    on: 'download',
    answer: { status: 200, headers: { 'transfer-encoding': 'chunked' }, body: 'x'.repeat(5_000) },
  });
  await expect(client.download(request({ zeros: 1 }, { maxBytes: 4_000 }))).rejects.toThrow(/MAX_AUDIO_BYTES/);
});

test.each([
  'http://zoom.us.example.com/rec/download/a',
  'https://evil.example/rec',
  'http://us02web.zoom.us/rec',
  'file:///etc/passwd',
  'nonsense',
])('the token does not go to %s', async (url) => {
  await expect(newClient(zoom).client.download(request({ text: vttText }, { url }))).rejects.toThrow(/not Zoom/);
  expect(zoom.requests).toEqual([]);
});

test('a folder that is not there yet is made, and a disk that takes nothing is no cut', async () => {
  const { client } = newClient(zoom);
  await client.download(request({ text: vttText }, { path: join(folder, 'a', 'b', 'lesson.vtt') }));
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['lesson.vtt']);
  await writeFile(join(folder, 'plain'), '');
  await expect(
    client.download(request({ text: vttText }, { path: join(folder, 'plain', 'lesson.vtt') })),
  ).rejects.toMatchObject({
    code: 'dependency_unavailable',
    message: expect.stringContaining('DATA_DIR'),
  });
});

test('an abort ends a download at once', async () => {
  const abort = new AbortController();
  const asked = request({ zeros: megabytes(60) }, { signal: abort.signal, onProgress: () => abort.abort() });
  await expect(newClient(zoom).client.download(asked)).rejects.toThrow(/abort/i);
});

test('a large file streams through in little memory', async () => {
  const bytes = megabytes(700);
  const asked = request({ zeros: bytes }, { maxBytes: bytes });
  const script = new URL('./download-process.ts', import.meta.url);
  const output = await runScript(script, [zoom.apiBaseUrl, zoom.oauthBaseUrl, JSON.stringify(asked)]);
  expect((await stat(asked.path)).size).toBe(bytes);
  // Compiled, a process that has done nothing yet holds 50 MB: together they stay below 150.
  expect(JSON.parse(output).grownMegabytes).toBeLessThan(100);
}, 120_000);
