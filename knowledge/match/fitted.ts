/**
 * An array that grew by `push` keeps room for sixteen more elements. A hundred thousand small ones live as long as the
 * knowledge does, so each is copied once it is whole.
 */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}

const nothing: readonly never[] = [];

/** Every list of these, at its own place. */
export function fittedLists<T>(lists: readonly (readonly T[] | undefined)[]): readonly (readonly T[] | undefined)[] {
  return Array.from(lists, (list) => list && fitted(list));
}

export function fittedValues<Key, T>(lists: ReadonlyMap<Key, readonly T[]>): ReadonlyMap<Key, readonly T[]> {
  return new Map(Array.from(lists, ([key, list]) => [key, fitted(list)]));
}
