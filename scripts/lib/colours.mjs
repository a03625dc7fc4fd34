/** Whether the terminal shows colours: not into a file or a pipe, and not where NO_COLOR says no. */
export const shown = Boolean(process.stdout.isTTY) && process.stdout.hasColors();

/** A text in a colour (an ANSI number), where one is shown. @param {number} code @param {string} text */
export const paint = (code, text) => (shown ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text) => paint(1, text);
