/** What a parent can do with the follow code: read the own filing, and take it back. Nothing else reads for a parent. */
import type { Cases, Followed } from '../cases.ts';
import type { Actor, Escalation, FamilyCase } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps } from '../ports.ts';
import { may } from '../rules/access.ts';
import { decide } from '../rules/escalation.ts';
import { normaliseFollowCode } from '../rules/follow-code.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { changeCase, type Step } from './change-case.ts';
import { ruleContext } from './rule-context.ts';

interface Found {
  readonly caseId: string;
  readonly escalationId: string;
}

const findByCode = async (deps: CaseDeps, followCode: string): Promise<Found | undefined> => {
  const normalised = normaliseFollowCode(followCode);
  if (normalised === undefined) return undefined;
  const hash = deps.sha256(normalised);
  const caseId = await deps.register.caseOfFollowCode(hash);
  const familyCase = caseId === undefined ? undefined : await deps.register.read(caseId);
  const escalation = familyCase?.escalations.find(({ followCodeHash }) => followCodeHash === hash);
  return familyCase && escalation && { caseId: familyCase.id, escalationId: escalation.id };
};

const escalationIn = (familyCase: FamilyCase | undefined, id: string): Escalation | undefined =>
  familyCase?.escalations.find((escalation) => escalation.id === id);

export const followFiling = async (deps: CaseDeps, followCode: string): Promise<Followed | Refusal> => {
  const found = await findByCode(deps, followCode);
  const escalation = found && escalationIn(await deps.register.read(found.caseId), found.escalationId);
  if (escalation === undefined)
    return deny(deps, 'follow', { kind: 'not-found' }, { actor: 'parent', subject: 'unknown-code' });
  const look = { event: 'filing-followed', actor: 'parent', subject: escalation.id };
  return (await recordLooks(deps, [look])) ?? { kind: 'followed', escalation };
};

type Result =
  | { readonly kind: 'done'; readonly outcome: Followed | Refusal }
  | { readonly kind: 'denied'; readonly refusal: Refusal };

const denied = (kind: 'not-allowed' | 'not-found'): Step<Result> => ({
  kind: 'leave',
  result: { kind: 'denied', refusal: { kind } },
});

/** Who holds the code may take the filing back; without a code it is the colleague who filed it. */
const mayWithdraw = async (deps: CaseDeps, actor: Actor, familyCase: FamilyCase, escalationId: string) => {
  if (actor.kind === 'parent') return false;
  const staff = await staffOf(deps, actor);
  return staff !== undefined && may(staff, { kind: 'withdraw', escalationId }, familyCase);
};

export const withdrawFiling = async (
  deps: CaseDeps,
  actor: Actor,
  target: Parameters<Cases['withdraw']>[1],
  reason: string,
  commandId: string,
): Promise<Followed | Refusal> => {
  const by = actor.kind === 'parent' ? 'parent' : actor.id;
  const byCode = 'followCode' in target;
  const found = byCode ? await findByCode(deps, target.followCode) : target;
  if (found === undefined) return deny(deps, 'withdraw', { kind: 'not-found' }, { actor: by, subject: 'unknown-code' });
  const { caseId, escalationId } = found;
  const result = await changeCase(deps, caseId, async (familyCase): Promise<Step<Result>> => {
    if (familyCase === undefined || escalationIn(familyCase, escalationId) === undefined) return denied('not-found');
    if (!byCode && !(await mayWithdraw(deps, actor, familyCase, escalationId))) return denied('not-allowed');
    const command = { kind: 'withdraw', by, escalationId, reason, commandId } as const;
    const outcome = decide(familyCase, command, await ruleContext(deps));
    if (outcome.kind !== 'changed' && outcome.kind !== 'unchanged')
      return { kind: 'leave', result: { kind: 'done', outcome } };
    const done: Result = { kind: 'done', outcome: { kind: 'followed', escalation: outcome.escalation } };
    if (outcome.kind === 'unchanged') return { kind: 'leave', result: done };
    return { kind: 'write', familyCase: outcome.familyCase, result: done };
  });
  if (result.kind === 'done') return result.outcome;
  const subject = result.refusal.kind === 'not-found' ? 'unknown-escalation' : escalationId;
  return deny(deps, 'withdraw', result.refusal, { actor: by, subject });
};
