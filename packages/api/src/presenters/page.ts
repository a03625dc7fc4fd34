import type { Page, PageRequest } from '@tulkka/shared/repositories';

/** A page of rows as every list answers it. */
export function presentPage<Key extends string, Row, Presented>(
  key: Key,
  { rows, total }: Page<Row>,
  { page, limit }: PageRequest,
  present: (row: Row) => Presented,
) {
  const presented = rows.map(present);
  return {
    success: true as const,
    count: presented.length,
    // TypeScript widens a computed key to `string`; this says which one it is.
    ...({ [key]: presented } as Record<Key, Presented[]>),
    pagination: { page, limit, total },
  };
}
