/** What the stuck rules found and a colleague stopped, as the family may read it: never in silence. */
import type { Day, FamilyCase, StuckFinding } from '../../model.ts';

export interface StoppedFinding {
  readonly finding: Pick<StuckFinding, 'rule' | 'variant' | 'on' | 'count'>;
  /** The day of the first fact that it rests on. */
  readonly since: Day;
  /** Name of the colleague. */
  readonly by: string;
  readonly stoppedOn: Day;
  /** To the letter. */
  readonly reason: string;
}

/** Oldest stop first. */
export const stoppedFindings = ({ facts, stuck }: Pick<FamilyCase, 'facts' | 'stuck'>): readonly StoppedFinding[] =>
  stuck.stops.flatMap(({ key, by, on, reason }) => {
    const finding = stuck.findings.find((one) => one.key === key);
    if (finding === undefined) return [];
    const { rule, variant, count } = finding;
    const since = facts.find(({ id }) => id === finding.factIds[0])?.date ?? finding.on;
    return [{ finding: { rule, variant, on: finding.on, count }, since, by: by.name, stoppedOn: on, reason }];
  });
