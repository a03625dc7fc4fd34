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
