import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { unusableFile } from './candidate.ts';

/** A line longer than this is no line of a dictionary. */
const longestLine = 64 * 2 ** 20;

/** The whole of a file's bytes, piece by piece; what is packed (.gz, .dz) comes unpacked. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path);
  try {
    if (!/\.[gd]z$/i.test(path)) return yield* file;
    const unpacked = createGunzip();
    file.on('error', (error) => unpacked.destroy(error));
    yield* file.pipe(unpacked);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw unusableFile(`There is no file "${path}".`);
    if (code === 'EISDIR') throw unusableFile(`"${path}" is a folder; one file is needed.`);
    if (code.startsWith('Z_')) throw unusableFile(`${path} cannot be unpacked: fetch it again.`);
    throw error;
  } finally {
    file.destroy();
  }
}

/** A whole file in memory, for formats that jump about in it. */
export async function wholeFile(path: string): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(piecesOf(path)));
}

/** The lines of a UTF-8 file with their numbers, without holding more than one. @throws ValidationError for other texts */
export async function* textLines(path: string): AsyncGenerator<{ line: number; text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const decode = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw unusableFile(`${path} is not UTF-8 after line ${line}: save it again as UTF-8.`);
    }
  };
  for await (const piece of piecesOf(path)) {
    const parts = (rest + decode(piece)).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) yield { line: ++line, text: text.replace(/\r$/, '') };
    if (rest.length > longestLine)
      throw unusableFile(`${path}, line ${line + 1}: longer than any entry. Is the format right?`);
  }
  rest += decode();
  if (rest !== '') yield { line: line + 1, text: rest.replace(/\r$/, '') };
}
