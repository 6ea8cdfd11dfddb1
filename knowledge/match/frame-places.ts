/** Where on the line of a text a frame holds. */
import type { Entry, WholeEntry } from './parts.ts';
import type { Tokens } from './tokens.ts';

export interface FrameParts extends Entry {
  /** Terms of another meaning: near the first part they rule the frame out. */
  readonly besides: readonly number[];
  readonly within: number;
  readonly inOrder: boolean;
}

/** Another meaning rules a frame out up to this many words further than its parts may stand, within the sentence. */
const otherMeaningReach = 3;
/** A text that says the same more often is cut off here, so that no length of it makes anybody wait. */
const mostPlaces = 40;

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
  { entry: { terms, within, inOrder }, places }: WholeEntry<FrameParts>,
  isTogether: Together,
): readonly FramePlace[] {
  const reach = within + otherMeaningReach;
  const [first = [], ...others] = places.slice(0, terms.length);
  const otherMeanings = places[terms.length] ?? [];
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
