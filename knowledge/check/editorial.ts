/**
 * What an editor's check tells besides what the loader proves. A fault here never keeps the service from starting: it is
 * about how well people are helped, not about whether the files are whole.
 */
import type { Knowledge } from '../knowledge.ts';
import type { Merged } from '../merge-layers.ts';
import { checkBraces } from './check-braces.ts';
import { checkDeadEnds } from './check-dead-ends.ts';
import { checkExamples } from './check-examples.ts';
import { checkPhones } from './check-phones.ts';
import { checkPromises } from './check-promises.ts';
import { checkReading } from './check-reading.ts';
import { checkRoles } from './check-roles.ts';
import { checkUnused } from './check-unused.ts';
import type { Report } from './reporter.ts';

export interface EditorialCounts {
  readonly answers: number;
  readonly flows: number;
  readonly examples: number;
  /** Examples that lead elsewhere. */
  readonly missed: number;
  /** Answers for which no source was read: `zekerheid` G. */
  readonly unsourced: number;
}

export type EditorialReport = Report & { readonly counts: EditorialCounts };

export function checkEditorial(merged: Merged, knowledge: Pick<Knowledge, 'match'>): EditorialReport {
  const report: Report = { faults: [], warnings: [] };
  const input = { merged };
  checkPhones(input, report);
  checkBraces(input, report);
  checkReading(input, report);
  checkPromises(input, report);
  checkRoles(input, report);
  checkDeadEnds(input, report);
  checkUnused(input, report);
  const { examples, missed } = checkExamples(merged, knowledge, report);
  const unsourced = [...merged.answers.values()].filter(({ zekerheid }) => zekerheid === 'G').length;
  return { ...report, counts: { answers: merged.answers.size, flows: merged.flows.size, examples, missed, unsourced } };
}
