import type { Tracked } from '../../cases/index.ts';

const rank = { late: 0, undated: 1, open: 2, 'kept-late': 3, kept: 4, dropped: 5 } as const;
const dayOf = ({ due, madeOn }: Tracked): string => due ?? madeOn;

/** Of several families together: late ones in front, then those without a date, and the oldest first in each. */
export function promisesInOrder<Row>(rows: readonly Row[], promiseOf: (row: Row) => Tracked): readonly Row[] {
  return rows
    .map((row) => ({ row, promise: promiseOf(row) }))
    .sort(
      (one, other) =>
        rank[one.promise.state] - rank[other.promise.state] || dayOf(one.promise).localeCompare(dayOf(other.promise)),
    )
    .map(({ row }) => row);
}
