/**
 * The report of a quarter as it may leave the house. Each group hides its own small counts; here they are compared. Groups
 * that count the same decisions have the same total, so what one of them must hide may not follow from another; and two
 * totals that differ by a few tell of those few, e.g. of the decisions without an order.
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
/** Groups over a part of the decisions, and parts of them. */
const OF_SOME_DECISIONS = ['order-missed', 'complaint-founded', 'blocker'];

const hidden = ({ key, cells }: Group): Group => ({
  key,
  total: null,
  cells: cells.map((cell) => ({ ...cell, count: null })),
});

export function safeReport(all: readonly AnonymousRecord[], quarter: Quarter, smallest: number): QuarterReport {
  const report = quarterReport(all, quarter, smallest);
  const decisions = decisionsIn(report.groups);
  const isSafe = ({ key, total }: Group): boolean => {
    if (decisions === null) return ![...OF_ALL_DECISIONS, ...OF_SOME_DECISIONS].includes(key);
    const difference = Math.abs(decisions - (total ?? decisions));
    return difference === 0 || difference >= smallest;
  };
  return { ...report, groups: report.groups.map((group) => (isSafe(group) ? group : hidden(group))) };
}

/** `null`: one of the groups must hide it. */
function decisionsIn(groups: readonly Group[]): number | null {
  const totals = groups.filter(({ key }) => OF_ALL_DECISIONS.includes(key)).map(({ total }) => total);
  return totals.includes(null) ? null : (totals[0] ?? null);
}
