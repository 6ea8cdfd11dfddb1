import { expect } from 'chai';
import fc from 'fast-check';
import { safeReport } from '../../../bot/public/safe-report.ts';
import type { AnonymousRecord, QuarterReport } from '../../../cases/index.ts';
import { anAnonymousRecord, anonymousRecords } from '../../support/an-anonymous-record.ts';

const QUARTER = '2026-3';
const SMALLEST = 5;

/** A number that is shown, and what it is a part of: `all` are the decisions, or the filings. */
interface Shown {
  readonly what: string;
  readonly count: number;
}

const reportOf = (records: readonly AnonymousRecord[]) => safeReport(records, QUARTER, SMALLEST);
const groupIn = ({ groups }: QuarterReport, key: string) => groups.find((one) => one.key === key);
const totalOf = (report: QuarterReport, key: string) => groupIn(report, key)?.total ?? null;

const ofAllDecisions = ['verdict', 'in-time', 'raised', 'opened-again', 'helped'];

/** Every pair of which the second is a part of the first: their difference is a count as well. */
function pairsIn(report: QuarterReport): readonly (readonly [whole: Shown, part: Shown])[] {
  const decided = ofAllDecisions.flatMap((key) => totalOf(report, key) ?? []);
  const [decisions] = decided;
  const totals = report.groups.flatMap(({ key, total }) => (total === null ? [] : [{ what: key, count: total }]));
  const cells = report.groups.flatMap(({ key, cells: all }) =>
    all.flatMap((cell) => (cell.count === null ? [] : [{ group: key, what: `${key}.${cell.key}`, count: cell.count }])),
  );
  const whole = decisions === undefined ? [] : [{ what: 'decisions', count: decisions }];
  const inDecisions = [...totals, ...cells].filter(({ what }) => !what.startsWith('filed-by'));
  const inGroups = totals.flatMap((total) =>
    cells.filter(({ group }) => group === total.what).map((cell) => [total, cell] as const),
  );
  return [...whole.flatMap((one) => inDecisions.map((part) => [one, part] as const)), ...inGroups];
}

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST;

const aRecordOf = fc
  .record({
    filedBy: fc.constantFrom('parent' as const, 'colleague' as const),
    verdict: fc.constantFrom('granted' as const, 'granted' as const, 'refused' as const, 'elsewhere' as const, null),
    inTime: fc.boolean(),
    openedAgain: fc.boolean(),
    orders: fc.constantFrom(0, 1),
    missed: fc.boolean(),
    complaints: fc.constantFrom(0, 1),
    founded: fc.boolean(),
    law: fc.boolean(),
    capacity: fc.boolean(),
  })
  .map(({ verdict, missed, founded, law, capacity, ...rest }) =>
    anAnonymousRecord({
      ...rest,
      verdict,
      decidedIn: verdict === null ? null : QUARTER,
      ordersMissed: missed ? rest.orders : 0,
      complaintsAnswered: rest.complaints,
      complaintsFounded: founded ? rest.complaints : 0,
      blockers: [...(law ? (['law'] as const) : []), ...(capacity ? (['capacity'] as const) : [])],
    }),
  );

/** A few kinds of record, each many times: that is where differences of a few come from. */
const someRecords = fc
  .array(fc.tuple(fc.nat({ max: 16 }), aRecordOf), { maxLength: 4 })
  .map((kinds) => kinds.flatMap(([count, record]) => Array.from({ length: count }, () => record)));

describe('the report of a quarter, compared with itself', () => {
  it('shows no two numbers of which the difference or the rest is a small count', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const report = reportOf(records);
        for (const [whole, part] of pairsIn(report))
          expect(
            isSmall(whole.count - part.count),
            `${whole.what} ${whole.count} − ${part.what} ${part.count}`,
          ).to.equal(false);
        for (const { key, total, cells } of report.groups) {
          const counts = cells.flatMap(({ count }) => count ?? []);
          for (const [place, one] of counts.entries()) {
            expect(isSmall(one), `${key} shows ${one}`).to.equal(false);
            for (const other of counts.slice(place + 1))
              if (total !== null)
                expect(isSmall(total - one - other), `${key}: ${total} − ${one} − ${other}`).to.equal(false);
          }
        }
        const [filed, decided] = [totalOf(report, 'filed-by'), totalOf(report, 'verdict')];
        if (filed !== null && decided !== null) expect(isSmall(Math.abs(filed - decided))).to.equal(false);
      }),
      { numRuns: 3000 },
    );
  }).timeout(30_000);

  it('shows nothing over a part of the decisions when it hides how many decisions there were', () => {
    const report = reportOf([
      ...anonymousRecords(6, { orders: 1, blockers: ['law'] }),
      ...anonymousRecords(3, { verdict: 'refused' }),
    ]);
    expect(totalOf(report, 'verdict')).to.equal(null);
    for (const key of ['order-missed', 'blocker'])
      expect(groupIn(report, key)?.cells.map(({ count }) => count)).to.satisfy((counts: unknown[]) =>
        counts.every((count) => count === null),
      );
  });

  it('hides what differs by a few from the decisions, and shows what does not', () => {
    const withOrders = (without: number) =>
      reportOf([...anonymousRecords(12, { orders: 1 }), ...anonymousRecords(without)]);
    expect(totalOf(withOrders(3), 'order-missed')).to.equal(null);
    expect(totalOf(withOrders(5), 'order-missed')).to.equal(12);
    expect(totalOf(withOrders(0), 'order-missed')).to.equal(12);
    const blocked = (others: number) =>
      groupIn(reportOf([...anonymousRecords(8, { blockers: ['law'] }), ...anonymousRecords(others)]), 'blocker')
        ?.cells[0];
    expect(blocked(2)).to.deep.equal({ key: 'law', count: null });
    expect(blocked(5)).to.deep.equal({ key: 'law', count: 8 });
  });
});
