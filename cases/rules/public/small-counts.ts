/** Counts so small that somebody could be known in them are not shown, nor can they be worked out from the others. */

/** `count: null`: hidden. */
export interface Cell {
  readonly key: string;
  readonly count: number | null;
}

/** `total: null`: hidden too, or the cells are parts of another total. Else the cells of a group add up to its total. */
export interface Group {
  readonly key: string;
  readonly total: number | null;
  readonly cells: readonly Cell[];
}

interface Counted {
  readonly key: string;
  readonly count: number;
}

/** Nobody is known from a zero. */
const isSmall = (count: number, smallest: number): boolean => count > 0 && count < smallest;

const sum = (cells: readonly Counted[]): number => cells.reduce((all, { count }) => all + count, 0);

/** One hidden cell, or some that are small together, give themselves away when they are all that is missing from the total. */
const isSafe = (hidden: readonly Counted[], smallest: number): boolean =>
  hidden.length === 0 || sum(hidden) >= 2 * smallest;

/** Cells that are each a part of `all`, and may overlap: what a cell leaves out is a count too. */
export const partsWithoutSmall = (
  key: string,
  parts: { readonly of: number; readonly cells: readonly Counted[] },
  smallest: number,
): Group => ({
  key,
  total: null,
  cells: parts.cells.map(({ key: cell, count }) => ({
    key: cell,
    count: isSmall(count, smallest) || isSmall(parts.of - count, smallest) ? null : count,
  })),
});

/** Hides small cells, and then the next smallest until what is hidden can't be worked out; as a last resort the total. */
export const withoutSmall = (key: string, cells: readonly Counted[], smallest: number): Group => {
  const total = sum(cells);
  const filled = cells.filter(({ count }) => count > 0).sort((one, other) => one.count - other.count);
  let hidden = filled.filter(({ count }) => isSmall(count, smallest));
  while (!isSafe(hidden, smallest) && hidden.length < filled.length) hidden = filled.slice(0, hidden.length + 1);
  const isHidden = new Set(hidden.map((one) => one.key));
  const shown = cells.map(({ key: cell, count }) => ({ key: cell, count: isHidden.has(cell) ? null : count }));
  const totalHides = isSmall(total, smallest) || !isSafe(hidden, smallest);
  return { key, total: totalHides ? null : total, cells: shown };
};
