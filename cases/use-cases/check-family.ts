/** "Heeft dit gezin één plan en één regisseur?" */
import type { CheckResult } from '../cases.ts';
import type { StaffActor } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps, CaseLabel } from '../ports.ts';
import { may } from '../rules/access.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { labelOf } from './card-view.ts';
import { lookAtAllOfIt } from './look-at-plan.ts';
import { teamOf } from './team-of.ts';

export const checkFamily = async (
  deps: CaseDeps,
  actor: StaffActor,
  caseId: string,
): Promise<CheckResult | Refusal> => {
  const look = { actor: actor.id, subject: caseId };
  const staff = await staffOf(deps, actor);
  if (staff === undefined) return deny(deps, 'check', { kind: 'not-allowed' }, look);
  const familyCase = await deps.register.read(caseId);
  if (familyCase === undefined) return deny(deps, 'check', { kind: 'not-found' }, { ...look, subject: 'unknown-case' });
  if (!may(staff, { kind: 'check' }, familyCase)) return deny(deps, 'check', { kind: 'not-allowed' }, look);
  const unrecorded = await recordLooks(deps, [{ event: 'case-checked', ...look }]);
  if (unrecorded !== undefined) return unrecorded;
  const complete = await lookAtAllOfIt(deps, familyCase, staff.name);
  const team = await teamOf(deps, familyCase);
  return { kind: 'checked', label: labelOf(familyCase), finding: complete.finding, complete, familyCase, team };
};

/** Labels of families for which this worker has a task now; nobody else's. To recognise a family by: nothing is shown. */
export const ownCases = async (deps: CaseDeps, actor: StaffActor): Promise<readonly CaseLabel[]> => {
  const staff = await staffOf(deps, actor);
  return staff === undefined ? [] : deps.register.casesOf(staff.id);
};

/** The same to show, e.g. to choose from: names of families are a look, so a line comes first. */
export const showOwnCases = async (deps: CaseDeps, actor: StaffActor): Promise<readonly CaseLabel[] | Refusal> => {
  const own = await ownCases(deps, actor);
  if (own.length === 0) return own;
  return (await recordLooks(deps, [{ event: 'own-cases-listed', actor: actor.id, subject: actor.id }])) ?? own;
};
