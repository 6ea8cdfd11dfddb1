/** What a parent can do with the follow code: read the own filing, and take it back. Nothing else reads for a parent. */
import type { Cases, FilerTarget, Followed } from '../cases.ts';
import type { Actor, Author, Escalation, FamilyCase } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps } from '../ports.ts';
import { may } from '../rules/access.ts';
import { decide, type EscalationCommand } from '../rules/escalation.ts';
import type { FilerAction } from '../rules/escalation/actions.ts';
import { asFollowedBy, nowIn } from '../rules/escalation/filing-followed.ts';
import { holderOf } from '../rules/escalation/filings.ts';
import { normaliseFollowCode } from '../rules/follow-code.ts';
import { droppedPromises } from '../rules/promise.ts';
import { stoppedFindings } from '../rules/stuck/stopped.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { changeCase, type Step } from './change-case.ts';
import { ownerNames } from './owner-names.ts';
import { ruleContext } from './rule-context.ts';

interface Found {
  readonly caseId: string;
  readonly escalationId: string;
  /** Whose code it is; absent: a colleague, without a code. */
  readonly holder?: Author;
}

const findByCode = async (deps: CaseDeps, followCode: string): Promise<Found | undefined> => {
  const normalised = normaliseFollowCode(followCode);
  if (normalised === undefined) return undefined;
  const hash = deps.sha256(normalised);
  const caseId = await deps.register.caseOfFollowCode(hash);
  const familyCase = caseId === undefined ? undefined : await deps.register.read(caseId);
  const escalation = familyCase && nowIn(familyCase, ({ followCodeHash }) => followCodeHash === hash);
  if (familyCase === undefined || escalation === undefined) return undefined;
  return { caseId: familyCase.id, escalationId: escalation.id, holder: holderOf(escalation, hash) };
};

/** The own filing, and what was found about the family and stopped: it is in the case, so a code that comes later shows it too. */
const followed = (familyCase: FamilyCase, escalation: Escalation, by: Author): Followed => {
  const own = asFollowedBy(familyCase, escalation, by);
  const dropped = own.onBehalf === null ? droppedPromises(familyCase) : [];
  return {
    kind: 'followed',
    escalation: own,
    stopped: stoppedFindings(familyCase),
    ...(dropped.length === 0 ? {} : { dropped }),
  };
};

const escalationIn = (familyCase: FamilyCase | undefined, id: string): Escalation | undefined =>
  familyCase?.escalations.find((escalation) => escalation.id === id);

/** Who has the code looks as the parent. A colleague gains nothing by it: only who may see the case anyway, under the own id. */
const mayFollow = async (deps: CaseDeps, actor: Actor, escalation: Escalation, familyCase: FamilyCase) => {
  if (actor.kind === 'parent') return true;
  const staff = await staffOf(deps, actor);
  return staff !== undefined && may(staff, { kind: 'follow', escalationId: escalation.id }, familyCase);
};

export const followFiling = async (deps: CaseDeps, actor: Actor, followCode: string): Promise<Followed | Refusal> => {
  const by = actor.kind === 'parent' ? 'parent' : actor.id;
  const found = await findByCode(deps, followCode);
  const familyCase = found && (await deps.register.read(found.caseId));
  const escalation = found && escalationIn(familyCase, found.escalationId);
  if (found?.holder === undefined || familyCase === undefined || escalation === undefined)
    return deny(deps, 'follow', { kind: 'not-found' }, { actor: by, subject: 'unknown-code' });
  const look = { actor: by, subject: escalation.id };
  if (!(await mayFollow(deps, actor, escalation, familyCase)))
    return deny(deps, 'follow', { kind: 'not-allowed' }, look);
  const unrecorded = await recordLooks(deps, [{ event: 'filing-followed', ...look }]);
  if (unrecorded !== undefined) return unrecorded;
  const shown = followed(familyCase, escalation, found.holder);
  return { ...shown, names: await ownerNames(deps, shown.escalation) };
};

type Result =
  | { readonly kind: 'done'; readonly outcome: Followed | Refusal }
  | { readonly kind: 'denied'; readonly refusal: Refusal };

const denied = (kind: 'not-allowed' | 'not-found'): Step<Result> => ({
  kind: 'leave',
  result: { kind: 'denied', refusal: { kind } },
});

interface Asked {
  readonly actor: Actor;
  readonly target: FilerTarget;
  readonly action: 'withdraw' | 'react';
  commandFor(escalationId: string, by: Author): EscalationCommand;
}

/** A parent who holds the code speaks as who filed; a colleague, with or without a code, with the role that he has now. */
const authorIn = async (
  deps: CaseDeps,
  { actor, action }: Asked,
  familyCase: FamilyCase,
  { escalationId: id, holder }: Found,
): Promise<Author | undefined> => {
  if (actor.kind === 'parent') return holder;
  const staff = await staffOf(deps, actor);
  if (staff === undefined || !may(staff, { kind: action, escalationId: id }, familyCase)) return undefined;
  return { kind: staff.role, id: staff.id, name: staff.name };
};

const asFiler = async (deps: CaseDeps, asked: Asked): Promise<Followed | Refusal> => {
  const { actor, target, action } = asked;
  const by = actor.kind === 'parent' ? 'parent' : actor.id;
  const found: Found | undefined = 'followCode' in target ? await findByCode(deps, target.followCode) : target;
  if (found === undefined) return deny(deps, action, { kind: 'not-found' }, { actor: by, subject: 'unknown-code' });
  const { caseId, escalationId } = found;
  const result = await changeCase(deps, caseId, async (familyCase): Promise<Step<Result>> => {
    if (familyCase === undefined || escalationIn(familyCase, escalationId) === undefined) return denied('not-found');
    const author = await authorIn(deps, asked, familyCase, found);
    if (author === undefined) return denied('not-allowed');
    const outcome = decide(familyCase, asked.commandFor(escalationId, author), await ruleContext(deps));
    if (outcome.kind !== 'changed' && outcome.kind !== 'unchanged')
      return { kind: 'leave', result: { kind: 'done', outcome } };
    const now = escalationIn(outcome.familyCase, escalationId) ?? outcome.escalation;
    const done: Result = { kind: 'done', outcome: followed(outcome.familyCase, now, author) };
    if (outcome.kind === 'unchanged') return { kind: 'leave', result: done };
    return { kind: 'write', familyCase: outcome.familyCase, result: done };
  });
  if (result.kind === 'done') return result.outcome;
  const subject = result.refusal.kind === 'not-found' ? 'unknown-escalation' : escalationId;
  return deny(deps, action, result.refusal, { actor: by, subject });
};

const addressOf = (actor: Actor): string => (actor.kind === 'parent' ? actor.address : actor.id);

export const withdrawFiling = (
  deps: CaseDeps,
  actor: Actor,
  target: Parameters<Cases['withdraw']>[1],
  reason: string,
  commandId: string,
): Promise<Followed | Refusal> => {
  const by = actor.kind === 'parent' ? 'parent' : actor.id;
  const answeredAt = addressOf(actor);
  return asFiler(deps, {
    actor,
    target,
    action: 'withdraw',
    commandFor: (escalationId, author) => ({
      kind: 'withdraw',
      by,
      author,
      answeredAt,
      escalationId,
      reason,
      commandId,
    }),
  });
};

export const reactTo = (
  deps: CaseDeps,
  actor: Actor,
  target: FilerTarget,
  { action, commandId }: { readonly action: FilerAction; readonly commandId: string },
): Promise<Followed | Refusal> =>
  asFiler(deps, {
    actor,
    target,
    action: 'react',
    commandFor: (escalationId, by) => ({
      kind: 'react',
      by,
      answeredAt: addressOf(actor),
      escalationId,
      action,
      commandId,
    }),
  });
