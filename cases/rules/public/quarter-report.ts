/** The open report of a quarter, and the page "u vroeg, wij deden". Only anonymous records go in. */
import { blockers } from '../../model.ts';
import type { AnonymousRecord, Quarter } from './anonymous-record.ts';
import { type Group, partsWithoutSmall, withoutSmall } from './small-counts.ts';

export interface QuarterReport {
  readonly quarter: Quarter;
  readonly groups: readonly Group[];
  /** Calendar days from filing to the decision; `null`: too few to show. */
  readonly medianDays: number | null;
  /** What was not shown is below this. */
  readonly smallest: number;
}

const tally = <T>(
  records: readonly AnonymousRecord[],
  keys: readonly T[],
  is: (one: AnonymousRecord, key: T) => boolean,
) => keys.map((key) => ({ key: String(key), count: records.filter((one) => is(one, key)).length }));

const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
};

const yesNo = ['yes', 'no'] as const;

const answer = (value: boolean): (typeof yesNo)[number] => (value ? 'yes' : 'no');

/** Every group adds up to the filings or to the decisions of the quarter; of `blocker` each count is a part of the decisions. */
export const quarterReport = (all: readonly AnonymousRecord[], quarter: Quarter, smallest: number): QuarterReport => {
  const filed = all.filter(({ filedIn }) => filedIn === quarter);
  const decided = all.filter(({ decidedIn }) => decidedIn === quarter);
  const group = (key: string, cells: readonly { readonly key: string; readonly count: number }[]) =>
    withoutSmall(key, cells, smallest);
  const days = decided.flatMap(({ daysToDecision }) => daysToDecision ?? []);
  return {
    quarter,
    groups: [
      group(
        'filed-by',
        tally(filed, ['parent', 'on-behalf', 'colleague', 'system'] as const, (one, key) => one.filedBy === key),
      ),
      group(
        'verdict',
        tally(decided, ['granted', 'refused', 'elsewhere'] as const, (one, key) => one.verdict === key),
      ),
      group(
        'in-time',
        tally(decided, yesNo, (one, key) => answer(one.inTime === true) === key),
      ),
      group(
        'raised',
        tally(decided, yesNo, (one, key) => answer(one.raised) === key),
      ),
      group(
        'opened-again',
        tally(decided, yesNo, (one, key) => answer(one.openedAgain) === key),
      ),
      group(
        'order-missed',
        tally(
          decided.filter(({ orders }) => orders > 0),
          yesNo,
          (one, key) => answer(one.ordersMissed > 0) === key,
        ),
      ),
      group(
        'helped',
        tally(decided, ['helped', 'sent-on', 'not-yet', null] as const, (one, key) => one.helped === key),
      ),
      partsWithoutSmall(
        'blocker',
        { of: decided.length, cells: tally(decided, blockers, (one, key) => one.blockers.includes(key)) },
        smallest,
      ),
      group(
        'complaint-founded',
        tally(
          decided.filter(({ complaintsAnswered }) => complaintsAnswered > 0),
          yesNo,
          (one, key) => answer(one.complaintsFounded > 0) === key,
        ),
      ),
    ],
    medianDays: days.length < smallest ? null : median(days),
    smallest,
  };
};

export interface AskedAndDone {
  readonly quarter: Quarter;
  readonly asked: string;
  readonly did: string;
  /** By when; `null`: no day was named, and the page says so. */
  readonly promisedBy: string | null;
}

/** Newest quarter first; within a quarter by text, so that the order says nothing about who came first. */
export const askedAndDone = (all: readonly AnonymousRecord[]): readonly AskedAndDone[] =>
  all
    .flatMap(({ closedIn, published }) =>
      closedIn === null || published === null ? [] : [{ quarter: closedIn, ...published }],
    )
    .sort((one, other) => other.quarter.localeCompare(one.quarter) || one.asked.localeCompare(other.asked, 'nl'));
