"use client";

import { useInfiniteQuery, type QueryKey, type UseQueryResult } from "@tanstack/react-query";

type Paged<Row, Cursor> = { rows: Row[]; next: Cursor | null };

/** A list that comes in pages: the rows so far, and how to get more. `ask` reads one page from a cursor of the API. */
export function useRows<Row, Cursor>(key: QueryKey, ask: (from: Cursor | null) => Promise<Paged<Row, Cursor>>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam as Cursor | null),
    initialPageParam: null as Cursor | null,
    getNextPageParam: ({ next }) => next,
  });
  return {
    rows: query.data?.pages.flatMap(({ rows }) => rows),
    error: query.data ? null : query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

export type Rows<Row> = Omit<ReturnType<typeof useRows<Row, unknown>>, "rows"> & { rows: Row[] | undefined };

/** One answer as a list of one page. */
export function asRows<Answer, Row>(query: UseQueryResult<Answer>, rows: (answer: Answer) => Row[]): Rows<Row> {
  return {
    rows: query.data === undefined ? undefined : rows(query.data),
    error: query.data === undefined ? query.error : null,
    hasMore: false,
    isLoadingMore: false,
    more: () => undefined,
    again: () => void query.refetch(),
  };
}
