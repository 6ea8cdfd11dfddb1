/** A sparse matrix by feature: which columns (intents, or examples) a feature stands in, and how much it weighs there. */
export interface Cells {
  /** By feature: where its cells begin; they end where those of the next one begin. */
  readonly begins: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float32Array;
}

/** The filled cells of one column. */
export interface Column {
  readonly features: Int32Array;
  readonly values: Float32Array;
  /** Only the first so many are used. */
  readonly length: number;
}

/** At most 65,536 columns. */
export function cellsOf(columns: readonly Column[], features: number): Cells {
  const begins = new Uint32Array(features + 1);
  for (const column of columns) {
    for (let at = 0; at < column.length; at++) {
      const next = (column.features[at] ?? 0) + 1;
      begins[next] = (begins[next] ?? 0) + 1;
    }
  }
  for (let feature = 0; feature < features; feature++) {
    begins[feature + 1] = (begins[feature + 1] ?? 0) + (begins[feature] ?? 0);
  }
  const free = begins.slice();
  const numbers = new Uint16Array(begins[features] ?? 0);
  const values = new Float32Array(numbers.length);
  for (let number = 0; number < columns.length; number++) {
    const column = columns[number];
    if (!column) continue;
    for (let at = 0; at < column.length; at++) {
      const feature = column.features[at] ?? 0;
      const cell = free[feature] ?? 0;
      free[feature] = cell + 1;
      numbers[cell] = number;
      values[cell] = column.values[at] ?? 0;
    }
  }
  return { begins, columns: numbers, values };
}

/** Adds to each column what a feature of this weight gives it. */
export function addColumns(
  { begins, columns, values }: Cells,
  feature: number,
  weight: number,
  to: Float32Array,
): void {
  const end = begins[feature + 1] ?? 0;
  for (let cell = begins[feature] ?? 0; cell < end; cell++) {
    const column = columns[cell] ?? 0;
    to[column] = (to[column] ?? 0) + weight * (values[cell] ?? 0);
  }
}

/** What a feature weighs in one column; 0 where it does not stand. */
export function valueAt({ begins, columns, values }: Cells, feature: number, column: number): number {
  const end = begins[feature + 1] ?? 0;
  for (let cell = begins[feature] ?? 0; cell < end; cell++) if (columns[cell] === column) return values[cell] ?? 0;
  return 0;
}
