import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

test('a browser loads all of it in at most 5 kB', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  const folders = Object.keys(metafile.inputs).map((file) => file.replace(/[^/]+$/, ''));
  expect(new Set(folders).size).toBe(1);
  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThanOrEqual(5000);
});
