import { asRead } from '../grading/text-forms.ts';

/** Width of the folded key columns. */
const longestKey = 240;
/** Of the column that holds a translation without accents: one sign may become several. */
const longestPlain = 480;

/**
 * A text for comparing: columns compare by code point, so they hold this beside the text itself. Case, width, ligatures,
 * kinds of space, apostrophe, quotation mark and hyphen, and signs that nobody sees, make no other word of it.
 */
export const fold = (text: string): string => asRead(text).slice(0, longestKey);

/** A text for searching: without accents and vowel points too, which few people type. */
const plain = (text: string): string => asRead(text).normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC');

/** The columns by which a word is found; of what is given only. */
export const searchColumns = (fields: { word?: string | undefined; translation?: string | null | undefined }) => ({
  ...(fields.word !== undefined && { word_plain: plain(fields.word).slice(0, longestKey) }),
  ...(fields.translation !== undefined && {
    translation_plain: fields.translation && plain(fields.translation).slice(0, longestPlain),
  }),
});

const anywhere = (folded: string): string => `%${folded.replaceAll(/[!%_]/g, '!$&')}%`;

/** A search text as a LIKE pattern that means it literally, wherever it stands; to be used with `escape '!'`. */
export const likeAnywhere = (text: string): string => anywhere(fold(text));

/** The same for columns without accents. */
export const likePlain = (text: string): string => anywhere(plain(text));
