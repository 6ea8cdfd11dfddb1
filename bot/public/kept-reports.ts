/**
 * The report of a quarter that ended six weeks ago (`isSettled`) is counted once, when it is first asked for, and kept. Counted anew it would go on
 * changing: a late answer of a parent, a question that goes back to the desk, a family that is erased; and two looks at it
 * would tell of that one family.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { type AnonymousRecord, type Day, localDay, type Quarter, type QuarterReport } from '../../cases/index.ts';
import { memoryWrittenOnce, type WrittenOnce, writtenOnce } from '../../register/index.ts';
import { quarterFrom, typedQuarter } from './quarter.ts';
import { safeReport } from './safe-report.ts';

const count = z.number().int().min(0).nullable();
const group = z.strictObject({
  key: z.string().min(1),
  total: count,
  cells: z.array(z.strictObject({ key: z.string().min(1), count })),
});
const document = z.strictObject({
  schema: z.literal(1),
  countedOn: z.iso.date(),
  report: z.strictObject({
    quarter: z.string().refine((text) => quarterFrom(text) === text),
    groups: z.array(group),
    medianDays: count,
    smallest: z.number().int().min(1),
  }),
});

export interface CountedReport {
  readonly countedOn: Day;
  readonly report: QuarterReport;
}

export interface KeptReports {
  /** In no order. */
  quarters(): Promise<readonly Quarter[]>;
  /** `undefined` when this quarter was never counted; throws when its file is damaged. */
  read(quarter: Quarter): Promise<CountedReport | undefined>;
  /** Resolves with what is kept: this, or what somebody else counted first. */
  keep(counted: CountedReport): Promise<CountedReport>;
}

/** In `DATA_DIR/reports`; `null`: in memory. */
export function keptReports(dataDir: string | null, newId: () => string): KeptReports {
  const files: WrittenOnce<z.infer<typeof document>> =
    dataDir === null ? memoryWrittenOnce() : writtenOnce({ folder: join(dataDir, 'reports'), schema: document, newId });
  return {
    quarters: async () => (await files.names()).flatMap((name) => quarterFrom(name) ?? []),
    read: (quarter) => files.read(typedQuarter(quarter)),
    keep: ({ countedOn, report }) => {
      const groups = report.groups.map((one) => ({ ...one, cells: [...one.cells] }));
      return files.write(typedQuarter(report.quarter), { schema: 1, countedOn, report: { ...report, groups } });
    },
  };
}

/** Quarters in which something was filed or decided. */
export const quartersIn = (records: readonly AnonymousRecord[]): readonly Quarter[] => [
  ...new Set(records.flatMap(({ filedIn, decidedIn }) => [filedIn, decidedIn ?? filedIn])),
];

interface Counting {
  readonly kept: KeptReports;
  records(): Promise<readonly AnonymousRecord[]>;
  /** Below this a count is not shown. */
  readonly smallest: number;
  now(): Date;
}

/** Of a quarter that is over. `undefined`: nothing happened in it. */
export async function reportOfPast(quarter: Quarter, counting: Counting): Promise<CountedReport | undefined> {
  const before = await counting.kept.read(quarter);
  if (before !== undefined) return before;
  const records = await counting.records();
  if (!quartersIn(records).includes(quarter)) return undefined;
  const report = safeReport(records, quarter, counting.smallest);
  return counting.kept.keep({ countedOn: localDay(counting.now()), report });
}
