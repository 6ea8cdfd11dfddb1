/** One look at every escalation with something due. Nothing is remembered between looks: the cases say it all. */
import type { DueRun } from '../cases.ts';
import { passDueDates } from '../rules/escalation/clock.ts';
import type { EscalationContext } from '../rules/escalation/context.ts';
import type { CaseDeps } from '../ports.ts';
import { changeCase, type Step } from './change-case.ts';
import { ruleContext } from './rule-context.ts';

const betweenPauses = 20;

const actOn = (deps: CaseDeps, caseId: string, context: EscalationContext): Promise<boolean> =>
  changeCase(deps, caseId, (familyCase): Step<boolean> => {
    const next = familyCase && passDueDates(familyCase, context);
    return next === undefined || next === familyCase
      ? { kind: 'leave', result: false }
      : { kind: 'write', familyCase: next, result: true };
  });

/** A case that can't be written does not hold up the others. Another process that looks at the same time changes nothing twice. */
export const actOnDueDates = async (deps: CaseDeps, pause: () => Promise<void>): Promise<DueRun> => {
  const ids = await deps.register.casesForOfficer(null);
  // Once a look: who is on duty does not change between two cases of it.
  const context = await ruleContext(deps);
  const failed: string[] = [];
  let changed = 0;
  for (const [place, caseId] of ids.entries()) {
    if (place % betweenPauses === betweenPauses - 1) await pause();
    try {
      changed += Number(await actOn(deps, caseId, context));
    } catch {
      failed.push(caseId);
    }
  }
  return { looked: ids.length, changed, failed };
};
