/** The order of facts: the day, then the `seq` within it. The order in which they were entered plays no part. */
import type { Fact } from '../../model.ts';

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

export const inOrder = (facts: readonly Fact[]): readonly Fact[] =>
  [...facts].sort((one, other) => compare(one.date, other.date) || one.seq - other.seq || compare(one.id, other.id));
