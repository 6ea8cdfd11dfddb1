/** Where on the line of a text a frame holds. */
import type { Hit } from './scan.ts';

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

/**
 * Where a hit of the first part has one of each other part within so many words, the second after the first if asked, and no
 * word of another meaning near in that sentence. At most `mostPlaces` of them: what stands around the one need not hold for the other.
 */
export function placesWhere(
  { terms, ruledOutBy, within, inOrder }: FrameParts,
  placesOf: PlacesByTerm,
  isSameSentence: SameSentence,
): readonly number[] {
  const reach = within + otherMeaningReach;
  const [first = [], ...others] = terms.map((ofPart) => placesOfAny(ofPart, placesOf));
  const otherMeanings = placesOfAny(ruledOutBy, placesOf);
  return [...new Set(first)]
    .filter(
      (place) =>
        others.every((other, number) =>
          other.some((there) => Math.abs(there - place) <= within && (!inOrder || number > 0 || there > place)),
        ) && !otherMeanings.some((there) => Math.abs(there - place) <= reach && isSameSentence(place, there)),
    )
    .slice(0, mostPlaces);
}

/** Whether two places lie in one sentence: what is said in another one takes nothing away from a signal. */
export type SameSentence = (place: number, other: number) => boolean;

export function sentencesOf(places: readonly number[]): SameSentence {
  const sentence: number[] = [];
  let number = 0;
  for (const [at, place] of places.entries()) {
    if (at > 0 && place - (places[at - 1] ?? 0) > 1) number += 1;
    sentence[place] = number;
  }
  return (place, other) => sentence[place] === sentence[other];
}
