/** Which entries of several parts stand whole in a text, and where. A part is any of its terms. */
import type { Hit } from './scan.ts';

export interface Entry {
  /** By part: the terms that stand for it. */
  readonly terms: readonly (readonly number[])[];
  /** Terms that are no part of it, but whose places are wanted. */
  readonly besides?: readonly number[];
}

/** An entry of which every part was found. */
export interface WholeEntry<T> {
  readonly entry: T;
  /**
   * By part, where it stands on the line of `Tokens.places`, by its terms in their order; after the parts, where the terms
   * beside them stand.
   */
  readonly places: readonly (readonly number[])[];
}

/** The entries in the order in which they were given; `places` are those of the words. */
export type FindWhole<T> = (hits: readonly Hit[], places: readonly number[]) => readonly WholeEntry<T>[];

/** Flat arrays, for they are walked for every term of every text: by term, the entries and the parts that it stands for. */
interface Uses {
  readonly begins: Uint32Array;
  readonly numbers: Uint32Array;
  readonly bits: Uint32Array;
}

/** `size`: how many terms there are. */
export function createPartsFinder<T extends Entry>(entries: readonly T[], size: number): FindWhole<T> {
  const { begins, numbers, bits } = usesOf(entries, size);
  const wholes = Uint32Array.from(entries, ({ terms }) => terms.reduce((whole, _, part) => whole | bitOf(part), 0));
  // Room that is used again in every turn.
  const seen = new Uint32Array(entries.length);

  /** Every entry that is whole, and those of more than 32 parts that may be. */
  const mayBeWhole = (hits: readonly Hit[]): readonly number[] => {
    seen.fill(0);
    for (const { term } of hits) {
      const end = begins[term + 1] ?? 0;
      for (let at = begins[term] ?? 0; at < end; at++) {
        const entry = numbers[at] ?? 0;
        seen[entry] = (seen[entry] ?? 0) | (bits[at] ?? 0);
      }
    }
    const found: number[] = [];
    for (let entry = 0; entry < seen.length; entry++) if (seen[entry] === wholes[entry]) found.push(entry);
    return found;
  };
  return (hits, places) => {
    const candidates = mayBeWhole(hits);
    if (candidates.length === 0) return none;
    const placesOf = placesByTerm(hits, places);
    const found: WholeEntry<T>[] = [];
    for (const number of candidates) {
      const entry = entries[number];
      if (!entry) continue;
      const ofParts = entry.terms.map((terms) => placesOfAny(terms, placesOf));
      if (ofParts.some((part) => part.length === 0)) continue;
      found.push({ entry, places: [...ofParts, placesOfAny(entry.besides ?? none, placesOf)] });
    }
    return found;
  };
}

const none: readonly never[] = [];

/** The 33rd part shares the bit of the first. */
function bitOf(part: number): number {
  return 1 << (part % 32);
}

type PlacesByTerm = ReadonlyMap<number, readonly number[]>;

function placesByTerm(hits: readonly Hit[], places: readonly number[]): PlacesByTerm {
  const found = new Map<number, number[]>();
  for (const { term, from } of hits) {
    const place = places[from] ?? 0;
    const known = found.get(term);
    if (known) known.push(place);
    else found.set(term, [place]);
  }
  return found;
}

function placesOfAny(terms: readonly number[], placesOf: PlacesByTerm): readonly number[] {
  const found: number[] = [];
  for (const term of terms) for (const place of placesOf.get(term) ?? none) found.push(place);
  return found;
}

function usesOf(entries: readonly Entry[], size: number): Uses {
  const begins = new Uint32Array(size + 1);
  for (const { terms } of entries) for (const term of terms.flat()) begins[term + 1] = (begins[term + 1] ?? 0) + 1;
  for (let term = 0; term < size; term++) begins[term + 1] = (begins[term + 1] ?? 0) + (begins[term] ?? 0);
  const next = begins.slice();
  const numbers = new Uint32Array(begins[size] ?? 0);
  const bits = new Uint32Array(begins[size] ?? 0);
  for (const [number, { terms }] of entries.entries()) {
    for (const [part, ofPart] of terms.entries()) {
      for (const term of ofPart) {
        const at = next[term] ?? 0;
        next[term] = at + 1;
        numbers[at] = number;
        bits[at] = bitOf(part);
      }
    }
  }
  return { begins, numbers, bits };
}
