/** Where on the line of a text a frame holds. */
import type { Hit } from './scan.ts';
import type { Tokens } from './tokens.ts';

/** By term, where it stands on the line of `Tokens.places`. */
export type PlacesByTerm = ReadonlyMap<number, readonly number[]>;

export interface FrameParts {
  /** By part: the terms that stand for it. */
  readonly terms: readonly (readonly number[])[];
  /** Terms of another meaning: near the first part they rule the frame out. */
  readonly ruledOutBy: readonly number[];
  readonly within: number;
  readonly inOrder: boolean;
}

/** Another meaning rules a frame out up to this many words further than its parts may stand, within the sentence. */
const otherMeaningReach = 3;
const mostPlaces = 3;

export function placesByTerm(hits: readonly Hit[], places: readonly number[]): PlacesByTerm {
  const found = new Map<number, number[]>();
  for (const { term, from } of hits) {
    const place = places[from] ?? 0;
    const known = found.get(term);
    if (known) known.push(place);
    else found.set(term, [place]);
  }
  return found;
}

export function placesOfAny(terms: readonly number[], placesOf: PlacesByTerm): readonly number[] {
  return terms.flatMap((term) => placesOf.get(term) ?? []);
}

/** Where a frame holds: the place of its first part, and those of all the hits that it holds by. */
export interface FramePlace {
  readonly place: number;
  readonly parts: readonly number[];
}

/**
 * Where a hit of the first part has one of each other part within so many words, the second after the first if asked, and no
 * word of another meaning near in a clause that a part of it stands in. At most `mostPlaces` of them: what stands around the
 * one need not hold for the other.
 */
export function placesWhere(
  { terms, ruledOutBy, within, inOrder }: FrameParts,
  placesOf: PlacesByTerm,
  isTogether: Together,
): readonly FramePlace[] {
  const reach = within + otherMeaningReach;
  const [first = [], ...others] = terms.map((ofPart) => placesOfAny(ofPart, placesOf));
  const otherMeanings = placesOfAny(ruledOutBy, placesOf);
  const found: FramePlace[] = [];
  for (const place of new Set(first)) {
    const near = others.map((other, number) =>
      other.filter((there) => Math.abs(there - place) <= within && (!inOrder || number > 0 || there > place)),
    );
    if (near.some((other) => other.length === 0)) continue;
    const parts = [place, ...near.flatMap((other) => closest(other, (there) => isTogether(place, there)))];
    const isOther = otherMeanings.some(
      (there) => Math.abs(there - place) <= reach && parts.some((part) => isTogether(part, there)),
    );
    if (!isOther && found.push({ place, parts }) === mostPlaces) break;
  }
  return found;
}

/** Those in the same clause, when there are any. */
function closest(places: readonly number[], isHere: (place: number) => boolean): readonly number[] {
  const here = places.filter(isHere);
  return here.length > 0 ? here : places;
}

/** Whether two places lie in one clause, or in one sentence. */
export type Together = (place: number, other: number) => boolean;

export function inOneClause({ places, clauses }: Pick<Tokens, 'places' | 'clauses'>): Together {
  const clauseAt: number[] = [];
  for (const [at, place] of places.entries()) clauseAt[place] = clauses[at] ?? 0;
  return (place, other) => clauseAt[place] === clauseAt[other];
}

export function inOneSentence({ places }: Pick<Tokens, 'places'>): Together {
  const sentence: number[] = [];
  let number = 0;
  for (const [at, place] of places.entries()) {
    if (at > 0 && place - (places[at - 1] ?? 0) > 1) number += 1;
    sentence[place] = number;
  }
  return (place, other) => sentence[place] === sentence[other];
}
