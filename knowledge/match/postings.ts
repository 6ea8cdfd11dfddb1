/** For each piece the rows it stands in and how much it weighs there, one after the other in two flat arrays. */
export interface Postings {
  readonly numberOf: ReadonlyMap<string, number>;
  /** By piece: where its rows begin; they end where those of the next piece begin. */
  readonly begins: Uint32Array;
  readonly rows: Uint16Array;
  readonly parts: Float32Array;
}

/** `profiles` are the rows: by piece, what it weighs in that row. Pieces get their numbers in the order of `pieces`. */
export function createPostings(pieces: readonly string[], profiles: readonly ReadonlyMap<string, number>[]): Postings {
  const numberOf = new Map(pieces.map((piece, number) => [piece, number]));
  const lists = pieces.map((): [row: number, part: number][] => []);
  for (const [row, profile] of profiles.entries()) {
    for (const [piece, part] of profile) lists[numberOf.get(piece) ?? -1]?.push([row, part]);
  }
  const begins = new Uint32Array(pieces.length + 1);
  for (const [number, list] of lists.entries()) begins[number + 1] = (begins[number] ?? 0) + list.length;
  const all = lists.flat();
  return {
    numberOf,
    begins,
    rows: Uint16Array.from(all, ([row]) => row),
    parts: Float32Array.from(all, ([, part]) => part),
  };
}

/** Adds what a piece of this weight gives each of its rows. */
export function addScores(
  { begins, rows, parts }: Postings,
  piece: number,
  weight: number,
  scores: Float32Array,
): void {
  const end = begins[piece + 1] ?? 0;
  for (let at = begins[piece] ?? 0; at < end; at++) {
    const row = rows[at] ?? 0;
    scores[row] = (scores[row] ?? 0) + weight * (parts[at] ?? 0);
  }
}
