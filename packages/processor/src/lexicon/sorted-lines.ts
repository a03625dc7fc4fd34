/** Where the line that holds `offset` begins. */
function lineStart(file: Buffer, offset: number): number {
  return offset === 0 ? 0 : file.lastIndexOf(10, offset - 1) + 1;
}

/**
 * The lines that begin with `prefix` in a file whose lines stand in byte order, found by halving:
 * a look-up touches about twenty lines of a file of a hundred thousand.
 * @param encoding of file and prefix
 */
export function linesWithPrefix(file: Buffer, prefix: string, encoding: 'latin1' | 'utf8' = 'latin1'): string[] {
  const wanted = Buffer.from(prefix, encoding);
  let low = 0;
  let high = file.length;
  while (low < high) {
    const middle = lineStart(file, (low + high) >> 1);
    const end = file.indexOf(10, middle);
    const next = end === -1 ? file.length : end + 1;
    if (Buffer.compare(file.subarray(middle, Math.min(middle + wanted.length, next)), wanted) < 0) low = next;
    else high = middle;
  }
  const lines: string[] = [];
  for (let at = low; at < file.length; ) {
    const end = file.indexOf(10, at);
    const next = end === -1 ? file.length : end;
    if (!file.subarray(at, at + wanted.length).equals(wanted)) break;
    lines.push(file.toString(encoding, at, next));
    at = next + 1;
  }
  return lines;
}
