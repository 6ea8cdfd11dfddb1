/** Quarters as people type and read them. Inside they are `2026-3`; outside `2026-Q3`. */
import { localDay, type Quarter, quarterOf } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

/** `2026-Q3`, `2026-q3` and `2026-3` give `2026-3`; `null` when it is no quarter. */
export function quarterFrom(text: string): Quarter | null {
  const [, year, part] = /^(20\d{2})-[Qq]?([1-4])$/.exec(text.trim()) ?? [];
  return year !== undefined && part !== undefined ? `${year}-${part}` : null;
}

export const typedQuarter = (quarter: Quarter): string => quarter.replace('-', '-Q');

/** E.g. `2026, juli tot en met september`. */
export function quarterInWords(quarter: Quarter, knowledge: Knowledge): string {
  const [year = '', part = ''] = quarter.split('-');
  return knowledge.text('openbaar.kwartaal', { jaar: year, maanden: knowledge.text(`maanden.${part}`) });
}

/** So long after its end a quarter still changes: parents are asked weeks later whether it helped. */
const SETTLES_MS = 42 * 24 * 3_600_000;

/** Whether the figures of a quarter can be counted once and for all. */
export const isSettled = (quarter: Quarter, now: Date): boolean =>
  quarter < currentQuarter(new Date(now.getTime() - SETTLES_MS));

export const currentQuarter = (now: Date): Quarter => quarterOf(localDay(now));
