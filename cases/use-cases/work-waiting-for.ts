/** What waits for one worker: the list that is opened and the list of the day are made of the same. */
import type { CaseSettings, Day } from '../model.ts';
import type { Register, RoleTable } from '../ports.ts';
import { type FamilyWork, openWork, waitsFor } from '../rules/open-work.ts';
import { teamOf } from './team-of.ts';

interface WorkDeps {
  readonly register: Pick<Register, 'casesOf' | 'read'>;
  readonly roles: Pick<RoleTable, 'roleOf'>;
  readonly settings: CaseSettings;
}

/** Families in which nothing waits are left out. No audit line: that is for who shows it. */
export const workWaitingFor = async (deps: WorkDeps, actorId: string, today: Day): Promise<readonly FamilyWork[]> => {
  const families: FamilyWork[] = [];
  for (const { caseId, label } of await deps.register.casesOf(actorId)) {
    const familyCase = await deps.register.read(caseId);
    if (familyCase === undefined) continue;
    const reader = { id: actorId, team: (await teamOf(deps, familyCase)).map(({ id }) => id) };
    const items = waitsFor(reader, openWork(familyCase, deps.settings, today), familyCase);
    if (items.length > 0) families.push({ caseId, label, items, familyCase });
  }
  return families;
};
