import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a browser loads of an entry: its compressed bytes, and the folders that they come from. */
async function loaded(entry: string): Promise<{ bytes: number; folders: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  const folders = Object.keys(metafile.inputs).map((file) => file.replace(/\/[^/]+$/, '').replace(/^.*\/src\//, ''));
  return { bytes: gzipSync(outputFiles[0]?.contents ?? '').length, folders: [...new Set(folders)].sort() };
}

test.each([
  ['all of the games', 'index.ts', ['grading']],
  ['what was heard', 'listening/index.ts', ['grading', 'grading/listening']],
])('a browser loads the grading of %s in at most 5 kB', async (_, entry, from) => {
  const { bytes, folders } = await loaded(entry);
  expect(folders).toEqual(from);
  expect(bytes).toBeLessThanOrEqual(5000);
});
