/** What waits for a worker, and how all families in view are doing. Both are looks, and leave an audit line. */
import type { StaffActor } from '../model.ts';
import type { CaseDeps } from '../ports.ts';
import { type FamilyFigures, type Figures, familyFigures, figuresOf } from '../rules/figures.ts';
import type { FamilyWork } from '../rules/open-work.ts';
import type { Refusal } from '../rules/refusal.ts';
import { localDay } from '../rules/werkdagen.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { workWaitingFor } from './work-waiting-for.ts';

export const ownWork = async (deps: CaseDeps, actor: StaffActor): Promise<readonly FamilyWork[] | Refusal> => {
  const look = { actor: actor.id, subject: actor.id };
  const staff = await staffOf(deps, actor);
  if (staff === undefined) return deny(deps, 'own-work', { kind: 'not-allowed' }, look);
  const unrecorded = await recordLooks(deps, [{ event: 'own-work-listed', ...look }]);
  if (unrecorded !== undefined) return unrecorded;
  return workWaitingFor(deps, staff.id, localDay(deps.now()));
};

const betweenPauses = 50;

export const inView = async (
  deps: CaseDeps,
  actor: StaffActor,
  pause: () => Promise<void>,
): Promise<Figures | Refusal> => {
  const look = { actor: actor.id, subject: 'all-families' };
  const staff = await staffOf(deps, actor);
  if (staff?.role !== 'officer') return deny(deps, 'in-view', { kind: 'not-allowed' }, look);
  const unrecorded = await recordLooks(deps, [{ event: 'figures-shown', ...look }]);
  if (unrecorded !== undefined) return unrecorded;
  const families: FamilyFigures[] = [];
  for (const [place, { caseId }] of (await deps.register.casesOf(null)).entries()) {
    if (place % betweenPauses === betweenPauses - 1) await pause();
    const familyCase = await deps.register.read(caseId);
    if (familyCase !== undefined) families.push(familyFigures(familyCase, deps.settings, deps.now()));
  }
  return figuresOf(families);
};
