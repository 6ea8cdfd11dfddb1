/** Small parts that the cards of the desk share. */
import type { CardElement } from '../adaptive-card.ts';
import { line, quote, run, runs, subheading, type Words } from '../elements.ts';
import { isCut } from '../shown-text.ts';

/** A sentence of ours, then data, then more of ours. */
export function mixed(
  ...parts: readonly (string | { readonly data: string; readonly strong?: boolean })[]
): CardElement {
  return runs(
    ...parts.map((part) =>
      typeof part === 'string' ? { type: 'TextRun', text: part } : run(part.data, { bold: part.strong ?? false }),
    ),
  );
}

/** Words of a person, with a note when a part is left out. */
export function shortened(text: string, maximum: number, words: Words): readonly CardElement[] {
  if (text.trim() === '') return [];
  return [quote(text, maximum), ...(isCut(text, maximum) ? [line(words('kaart.tekst-ingekort'))] : [])];
}

/** Nothing at all when there are no rows. */
export function section(title: string, rows: readonly CardElement[]): readonly CardElement[] {
  return rows.length === 0 ? [] : [subheading(title), ...rows];
}

/** The newest rows, at least one, with a sentence when older ones are left out. */
export function newest<T>(
  all: readonly T[],
  most: number,
  show: (one: T) => readonly CardElement[],
  more: string,
): readonly CardElement[] {
  const shown = all.slice(-Math.max(1, Math.floor(most)));
  return [...(shown.length < all.length ? [line(more)] : []), ...shown.flatMap(show)];
}
