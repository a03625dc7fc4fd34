import type { QueryClient, UseQueryResult } from '@tanstack/react-query';

/** A query as a screen shows it. */
export type ShownFirst<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'> & {
  /** Whether the server has been asked since the app was opened. */
  isConfirmed: boolean;
};

/** The time of an answer that the server has not confirmed since the app was opened. */
const unconfirmed = 0;

/** Shows a copy until the server has answered; it is asked at once. */
export function showFirst(queries: QueryClient, queryKey: readonly unknown[], copy: unknown): void {
  queries.setQueryData(queryKey, copy, { updatedAt: unconfirmed });
}

/** A query that may have begun with a copy: what the server refuses to confirm is not shown any longer. */
export function shownFirst<Data>(query: UseQueryResult<Data>): ShownFirst<Data> {
  const { data, dataUpdatedAt, error, isPending, refetch } = query;
  const isConfirmed = dataUpdatedAt !== unconfirmed;
  return { data: error === null || isConfirmed ? data : undefined, error, isPending, refetch, isConfirmed };
}
