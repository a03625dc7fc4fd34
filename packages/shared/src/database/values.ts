import { z } from 'zod';

/** A moment as SQLite returns it: the milliseconds that it stored for one; MySQL gives a Date. */
const Moment = z.union([z.number(), z.string()]);

/** A stored moment as the API shows it: ISO-8601 in UTC with Z. */
export function toIso(value: unknown): string {
  const moment = value instanceof Date ? value : new Date(Moment.parse(value));
  return moment.toISOString();
}

/** The same for a column that may be empty. */
export function toIsoOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : toIso(value);
}

/** Reads a JSON column; what stands in it is checked like any outside data. */
export function fromJson<T>(schema: z.ZodType<T>, value: unknown): T {
  return schema.parse(typeof value === 'string' ? JSON.parse(value) : value);
}

/** A count or a sum as a number: MySQL returns sums as text, SQLite as numbers, both as null over no rows. */
export function toNumber(value: unknown): number {
  return Number(value ?? 0);
}
