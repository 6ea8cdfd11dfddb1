/** One record among others: whether it can still be changed, and the list in which it is. */
import type { FieldProblem } from '../fields.ts';

/** What is wrong with naming this record for a change: nobody knows it, or it is over. */
export const problemOfOpen = <T>(one: T | undefined, isOpen: (one: T) => boolean): FieldProblem | undefined => {
  if (one === undefined) return 'unknown';
  return isOpen(one) ? undefined : 'not-open';
};

export const withChanged = <T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  change: Partial<T>,
): readonly T[] => all.map((one) => (one.id === id ? { ...one, ...change } : one));
