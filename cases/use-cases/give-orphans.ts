/** Escalations of an officer who left the role table find another one. */
import type { CaseDeps } from '../ports.ts';
import { handOverOrphans, isOrphan } from '../rules/hand-over.ts';
import { changeCase } from './change-case.ts';
import { ruleContext } from './rule-context.ts';

export const giveOrphans = async (deps: CaseDeps): Promise<{ readonly left: number }> => {
  const officers = await deps.roles.officers();
  let left = 0;
  for (const caseId of await deps.register.casesForOfficer(null)) {
    const seen = await deps.register.read(caseId);
    if (!seen?.escalations.some((escalation) => isOrphan(escalation, officers))) continue;
    left += await changeCase(deps, caseId, async (familyCase) => {
      if (familyCase === undefined) return { kind: 'leave', result: 0 };
      const context = await ruleContext(deps);
      const next = handOverOrphans(familyCase, context);
      const result = next.escalations.filter((escalation) => isOrphan(escalation, context.officers)).length;
      return next === familyCase ? { kind: 'leave', result } : { kind: 'write', familyCase: next, result };
    });
  }
  return { left };
};
