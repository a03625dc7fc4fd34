import type { Knex } from 'knex';
import { toNumber } from '../database/index.ts';

/** Which part of a list is wanted: pages count from 1. */
export interface PageRequest {
  page: number;
  limit: number;
}

/** One page, and how many rows there are in all. */
export interface Page<Row> {
  rows: Row[];
  total: number;
}

/** Rows to skip before a page begins. */
export const offsetOf = ({ page, limit }: PageRequest): number => (page - 1) * limit;

/** Rows to read for a page: the one more than it shows tells `pageOf` whether the list goes on. */
export const rowsToRead = ({ limit }: PageRequest): number => limit + 1;

/**
 * The page made of `rowsToRead` rows. Only a list that goes on beyond its page has to be counted, so most lists cost one
 * trip to the database.
 * @param all the whole list as a query, for counting
 */
export async function pageOf<Row>(found: Row[], page: PageRequest, all: () => Knex.QueryBuilder): Promise<Page<Row>> {
  const isLast = found.length <= page.limit && (found.length > 0 || page.page === 1);
  if (isLast) return { rows: found, total: offsetOf(page) + found.length };
  const counted = await all().count({ total: '*' }).first();
  return { rows: found.slice(0, page.limit), total: toNumber(counted?.total) };
}
