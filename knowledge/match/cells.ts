/**
 * Sparse matrices in flat arrays. There are twenty thousand examples with a hundred features each: an object for every one of
 * them would cost more time in the garbage collector than all the counting.
 */

/** Rows (examples, or intents), one after the other: each a run of features with their values. */
export interface Rows {
  /** By row: where it begins; it ends where the next one begins. */
  readonly begins: Uint32Array;
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/**
 * The same turned over: by feature, in which rows it stands and how much it weighs there. A value is a whole number of steps:
 * there are a million of them in all, they are walked at every question, and so there is a third less to fetch.
 */
export interface Cells {
  /** By feature: where its cells begin; they end where those of the next one begin. */
  readonly begins: Uint32Array;
  readonly rows: Uint16Array;
  readonly values: Uint16Array;
  readonly step: number;
}

const mostSteps = 65_535;
/** So many examples can be learnt from. */
export const mostRows = 65_536;

/** No value is below 0, and what is above it stays so: it is at least one step. Throws for more rows than 65,536. */
export function turnOver({ begins, features, values }: Rows, size: number): Cells {
  if (begins.length - 1 > mostRows) {
    throw new RangeError(`Failed to turn over ${begins.length - 1} rows: ${mostRows} fit. Learn from fewer examples.`);
  }
  const next = new Uint32Array(size + 1);
  for (let at = 0; at < features.length; at++) {
    const feature = (features[at] ?? 0) + 1;
    next[feature] = (next[feature] ?? 0) + 1;
  }
  for (let feature = 0; feature < size; feature++) next[feature + 1] = (next[feature + 1] ?? 0) + (next[feature] ?? 0);
  const firsts = next.slice();
  const rows = new Uint16Array(features.length);
  const weights = new Uint16Array(features.length);
  let highest = 0;
  for (let at = 0; at < values.length; at++) highest = Math.max(highest, values[at] ?? 0);
  const step = highest / mostSteps;
  for (let row = 0; row + 1 < begins.length; row++) {
    const end = begins[row + 1] ?? 0;
    for (let at = begins[row] ?? 0; at < end; at++) {
      const feature = features[at] ?? 0;
      const cell = next[feature] ?? 0;
      next[feature] = cell + 1;
      rows[cell] = row;
      const value = values[at] ?? 0;
      weights[cell] = value === 0 ? 0 : Math.max(1, Math.round(value / step));
    }
  }
  return { begins: firsts, rows, values: weights, step };
}

/** Adds to each row what a feature of this weight gives it. */
export function addRows(
  { begins, rows, values, step }: Cells,
  feature: number,
  weight: number,
  to: Float32Array,
): void {
  const eachStep = weight * step;
  const end = begins[feature + 1] ?? 0;
  for (let cell = begins[feature] ?? 0; cell < end; cell++) {
    const row = rows[cell] ?? 0;
    to[row] = (to[row] ?? 0) + eachStep * (values[cell] ?? 0);
  }
}

/** What a feature weighs in one row; 0 where it does not stand. */
export function valueAt({ begins, rows, values, step }: Cells, feature: number, row: number): number {
  const end = begins[feature + 1] ?? 0;
  for (let cell = begins[feature] ?? 0; cell < end; cell++) if (rows[cell] === row) return (values[cell] ?? 0) * step;
  return 0;
}

/** Collects rows whose length is not known beforehand. */
export interface RowsBuilder {
  add(feature: number, value: number): void;
  /** Ends the row that was being filled. */
  endRow(): void;
  done(): Rows;
}

export function createRowsBuilder(rows: number, expected: number): RowsBuilder {
  const begins = new Uint32Array(rows + 1);
  // Room that doubles has to begin with some.
  let features = new Int32Array(Math.max(1, expected));
  let values = new Float32Array(Math.max(1, expected));
  let count = 0;
  let row = 0;
  return {
    add(feature, value) {
      if (count === features.length) {
        const larger = new Int32Array(count * 2);
        larger.set(features);
        features = larger;
        const more = new Float32Array(count * 2);
        more.set(values);
        values = more;
      }
      features[count] = feature;
      values[count++] = value;
    },
    endRow() {
      begins[++row] = count;
    },
    done: () => ({ begins, features: features.subarray(0, count), values: values.subarray(0, count) }),
  };
}
