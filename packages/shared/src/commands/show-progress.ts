/** Shows how far a long step is, on one line of a terminal; nothing where the output goes into a file or a log. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}

/** Clears the line again. */
export function endProgress(): void {
  showProgress('');
}
