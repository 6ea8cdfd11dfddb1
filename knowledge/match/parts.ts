/** Which entries of several parts stand whole in a text, and where. A part is any of its terms. */
import type { Hit } from './scan.ts';

export interface Entry {
  /** By part: the terms that stand for it. At most 30 parts. */
  readonly terms: readonly (readonly number[])[];
  /** Terms that are no part of it, but whose places are wanted. */
  readonly besides?: readonly number[];
}

/** An entry of which every part was found. */
export interface WholeEntry<T> {
  readonly entry: T;
  /** By part, where it stands on the line of `Tokens.places`; after the parts, where the terms beside them stand. */
  readonly places: readonly number[][];
}

/** The entries in the order in which they were given; `places` are those of the words. */
export type FindWhole<T> = (hits: readonly Hit[], places: readonly number[]) => readonly WholeEntry<T>[];

/** Flat arrays, for they are walked for every term of every text: by term, the entries and the parts that it stands for. */
interface Uses {
  readonly begins: Uint32Array;
  readonly numbers: Uint16Array;
  readonly parts: Uint8Array;
}

/** `size`: how many terms there are. */
export function createPartsFinder<T extends Entry>(entries: readonly T[], size: number): FindWhole<T> {
  const { begins, numbers, parts } = usesOf(entries, size);
  const wholes = Uint32Array.from(entries, ({ terms }) => 2 ** terms.length - 1);
  // Room that is used again in every turn; what was touched is put back to nothing at the end.
  const seen = new Uint32Array(entries.length);
  const slots = new Uint16Array(entries.length);

  const wholeOnes = (hits: readonly Hit[]): number[] => {
    const touched: number[] = [];
    for (const { term } of hits) {
      const end = begins[term + 1] ?? 0;
      for (let at = begins[term] ?? 0; at < end; at++) {
        const entry = numbers[at] ?? 0;
        const before = seen[entry] ?? 0;
        if (before === 0) touched.push(entry);
        // The bit after the last part only tells that the entry was touched.
        seen[entry] = before | (1 << (parts[at] ?? 0));
      }
    }
    const found: number[] = [];
    for (const entry of touched) {
      const whole = wholes[entry] ?? 0;
      if (((seen[entry] ?? 0) & whole) === whole) found.push(entry);
      seen[entry] = 0;
    }
    return found.sort((one, other) => one - other);
  };
  const fillPlaces = (found: readonly WholeEntry<T>[], hits: readonly Hit[], places: readonly number[]): void => {
    for (const { term, from } of hits) {
      const end = begins[term + 1] ?? 0;
      for (let at = begins[term] ?? 0; at < end; at++) {
        const slot = slots[numbers[at] ?? 0] ?? 0;
        if (slot !== 0) found[slot - 1]?.places[parts[at] ?? 0]?.push(places[from] ?? 0);
      }
    }
  };
  return (hits, places) => {
    const numbersFound = wholeOnes(hits);
    if (numbersFound.length === 0) return none;
    const found: WholeEntry<T>[] = [];
    for (const number of numbersFound) {
      const entry = entries[number];
      if (!entry) continue;
      found.push({ entry, places: Array.from({ length: entry.terms.length + 1 }, () => []) });
      slots[number] = found.length;
    }
    fillPlaces(found, hits, places);
    for (const number of numbersFound) slots[number] = 0;
    return found;
  };
}

const none: readonly never[] = [];

function usesOf(entries: readonly Entry[], size: number): Uses {
  const begins = new Uint32Array(size + 1);
  const listsOf = ({ terms, besides = none }: Entry): readonly (readonly number[])[] =>
    [...terms, besides].map((list) => [...new Set(list)]);
  for (const entry of entries) for (const term of listsOf(entry).flat()) begins[term + 1] = (begins[term + 1] ?? 0) + 1;
  for (let term = 0; term < size; term++) begins[term + 1] = (begins[term + 1] ?? 0) + (begins[term] ?? 0);
  const next = begins.slice();
  const numbers = new Uint16Array(begins[size] ?? 0);
  const parts = new Uint8Array(begins[size] ?? 0);
  for (const [number, entry] of entries.entries()) {
    for (const [part, terms] of listsOf(entry).entries()) {
      for (const term of terms) {
        const at = next[term] ?? 0;
        next[term] = at + 1;
        numbers[at] = number;
        parts[at] = part;
      }
    }
  }
  return { begins, numbers, parts };
}
