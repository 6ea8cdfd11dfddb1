/**
 * The report of a quarter as it may leave the house. Each group hides its own small counts; groups that count the same
 * decisions have the same total, so a total that one of them must hide may not follow from another.
 */
import {
  type AnonymousRecord,
  type Group,
  type Quarter,
  type QuarterReport,
  quarterReport,
} from '../../cases/index.ts';

/** Groups that add up to all decisions of the quarter. */
const OF_ALL_DECISIONS = ['verdict', 'in-time', 'raised', 'opened-again', 'helped'];

const hidden = ({ key, cells }: Group): Group => ({
  key,
  total: null,
  cells: cells.map((cell) => ({ ...cell, count: null })),
});

export function safeReport(all: readonly AnonymousRecord[], quarter: Quarter, smallest: number): QuarterReport {
  const report = quarterReport(all, quarter, smallest);
  const shared = report.groups.filter(({ key }) => OF_ALL_DECISIONS.includes(key));
  if (shared.every(({ total }) => total !== null)) return report;
  return { ...report, groups: report.groups.map((group) => (shared.includes(group) ? hidden(group) : group)) };
}
