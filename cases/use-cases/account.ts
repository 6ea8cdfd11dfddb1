/** Giving account: of one escalation to who works on it, of all of them to the public without any name. */
import type { Account, PromiseOfFamily } from '../cases.ts';
import type { StaffActor } from '../model.ts';
import type { CaseDeps } from '../ports.ts';
import { may } from '../rules/access.ts';
import { factsOf } from '../rules/escalation/facts-of.ts';
import { normCheck } from '../rules/norms/norm-check.ts';
import { type AnonymousRecord, anonymousRecord } from '../rules/public/anonymous-record.ts';
import type { Refusal } from '../rules/refusal.ts';
import { isToBeKept, trackedPromises } from '../rules/tracker.ts';
import { localDay } from '../rules/werkdagen.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { labelOf } from './card-view.ts';
import { namedNow } from './named-promises.ts';

export const accountOf = async (
  deps: CaseDeps,
  actor: StaffActor,
  { caseId, escalationId }: { readonly caseId: string; readonly escalationId: string },
): Promise<Account | Refusal> => {
  const look = { actor: actor.id, subject: escalationId };
  const staff = await staffOf(deps, actor);
  if (staff === undefined) return deny(deps, 'account', { kind: 'not-allowed' }, look);
  const familyCase = await deps.register.read(caseId);
  const escalation = familyCase?.escalations.find(({ id }) => id === escalationId);
  if (familyCase === undefined || escalation === undefined)
    return deny(deps, 'account', { kind: 'not-found' }, { ...look, subject: 'unknown-escalation' });
  const allowed =
    may(staff, { kind: 'open-card', escalationId }, familyCase) || may(staff, { kind: 'check' }, familyCase);
  if (!allowed) return deny(deps, 'account', { kind: 'not-allowed' }, look);
  const unrecorded = await recordLooks(deps, [{ event: 'account-shown', ...look }]);
  if (unrecorded !== undefined) return unrecorded;
  const today = localDay(deps.now());
  const { settings } = deps;
  const sha256 = (text: string) => deps.sha256(text);
  return {
    kind: 'account',
    label: labelOf(familyCase),
    escalation,
    norms: normCheck({ familyCase, escalation, settings, today, sha256 }),
    promises: trackedPromises(familyCase, today),
    facts: factsOf(familyCase, escalationId),
  };
};

const betweenPauses = 50;

/** For an officer: what was promised in these cases and not kept yet, with what has no day. Names the case, not the family. */
export const openPromises = async (
  deps: CaseDeps,
  actor: StaffActor,
  ids: readonly string[],
  pause: () => Promise<void>,
): Promise<readonly PromiseOfFamily[] | Refusal> => {
  const look = { actor: actor.id, subject: 'all-families' };
  const staff = await staffOf(deps, actor);
  if (staff?.role !== 'officer') return deny(deps, 'promises', { kind: 'not-allowed' }, look);
  const unrecorded = await recordLooks(deps, [{ event: 'promises-listed', ...look }]);
  if (unrecorded !== undefined) return unrecorded;
  const today = localDay(deps.now());
  const named = namedNow(async (id) => (await deps.roles.roleOf(id))?.name);
  const found: PromiseOfFamily[] = [];
  for (const [place, caseId] of ids.entries()) {
    if (place % betweenPauses === betweenPauses - 1) await pause();
    const familyCase = await deps.register.read(caseId);
    const open = familyCase === undefined ? [] : trackedPromises(familyCase, today).filter(isToBeKept);
    for (const promise of open) found.push({ caseId, promise: await named(promise) });
  }
  return found;
};

/** Nothing in these records tells who it is about, so nobody's look is recorded. */
export const publicRecords = async (
  deps: CaseDeps,
  ids: readonly string[],
  pause: () => Promise<void>,
): Promise<readonly AnonymousRecord[]> => {
  const records: AnonymousRecord[] = [];
  for (const [place, caseId] of ids.entries()) {
    if (place % betweenPauses === betweenPauses - 1) await pause();
    const familyCase = await deps.register.read(caseId);
    records.push(...(familyCase?.escalations ?? []).map(anonymousRecord));
  }
  return records;
};
