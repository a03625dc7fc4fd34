/** Width of the folded key columns. */
const longestKey = 240;

/** A text for comparing without its case: columns compare by code point, so they hold this beside the text itself. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase().slice(0, longestKey);

/** A search text as a LIKE pattern that means it literally, wherever it stands; to be used with `escape '!'`. */
export const likeAnywhere = (text: string): string => `%${fold(text).replaceAll(/[!%_]/g, '!$&')}%`;
