import { withoutInvisible } from '@tulkka/shared/grading';
import { z } from 'zod';

/** Lengths of the id columns. */
const longestId = 64;
const longestUserId = 128;

/** Half a surrogate pair is no character, and NUL is one that not every database stores. */
const storable = (text: string): boolean => !/[\p{Cs}\0]/u.test(text);

/** Text of zero-width signs alone looks empty, and nobody would find it again. */
const visible = (text: string): boolean => text === '' || withoutInvisible(text).trim() !== '';

const invisible = { error: 'holds no character that can be seen' };
const unstorable = { error: 'holds characters that cannot be stored' };

/** Free text of a bounded length; it is stored as it came. */
export const text = (least: number, most: number) => z.string().min(least).max(most).refine(storable, unstorable);

/** A name or a word: surrounding space is no part of it, and it is not blank. */
export const label = (most: number) =>
  z.string().trim().min(1).max(most).refine(storable, unstorable).refine(visible, invisible);

/** An id of a row or of starter content. */
export const Id = text(1, longestId);

/** An id that a caller chooses: readable in a URL and in a folder name. */
export const Slug = z
  .string()
  .max(longestId)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
    error: 'must be letters, digits, ".", "_" or "-", beginning with one of the first two',
  });

/** A user's id as the identity provider gives it: visible ASCII, as it travels in headers and tokens. */
export const UserId = z
  .string()
  .regex(/^[\x21-\x7e]+$/, { error: 'must be visible ASCII characters without spaces' })
  .max(longestUserId);

export { Difficulty } from '@tulkka/shared/exercises';

/** A moment as every answer shows it. */
export const Moment = z.iso.datetime();

/** A whole number in a query string. */
export const queryInteger = (least: number, most: number) =>
  wholeNumber(least, most).meta({ override: integerSchema(least, most) });

/** A whole number in a query string that may be left out. */
const defaultedInteger = (least: number, most: number, fallback: number) =>
  wholeNumber(least, most)
    .default(fallback)
    .meta({ override: { ...integerSchema(least, most), default: fallback } });

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** What the document says of it: the number that it means, not the text that it travels as. */
const integerSchema = (minimum: number, maximum: number) => ({
  type: 'integer' as const,
  minimum,
  maximum,
  pattern: undefined,
});

/** A yes or no in a query string. */
export const queryFlag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .meta({ override: { type: 'boolean', enum: undefined } });

/** `page` and `limit` of a list, to spread into its query. */
export const paging = (defaultLimit: number) => ({
  page: defaultedInteger(1, 1_000_000, 1),
  limit: defaultedInteger(1, 100, defaultLimit),
});

/** `limit` alone, for lists that are not paged through. */
export const limitOnly = (defaultLimit: number) => ({ limit: defaultedInteger(1, 100, defaultLimit) });

export const Pagination = z
  .strictObject({
    page: z.int().min(1),
    limit: z.int().min(1).max(100),
    total: z.int().min(0),
  })
  .meta({ id: 'Pagination' });

/** The answer of a list: `success`, `count`, the rows under their key, and where the page stands in the whole. */
export const listAnswer = <Key extends string, Row extends z.ZodType>(key: Key, row: Row) =>
  z.strictObject({
    success: z.literal(true),
    count: z.int().min(0),
    pagination: Pagination,
    ...keyed(key, z.array(row)),
  });

const keyed = <Key extends string, Schema extends z.ZodType>(key: Key, schema: Schema): Record<Key, Schema> =>
  // TypeScript widens a computed key to `string`; this is the one place that says otherwise.
  ({ [key]: schema }) as Record<Key, Schema>;
