/** Filing, by a worker about a family or by a parent who names none. */
import type { Filed, Filing } from '../cases.ts';
import type { Actor, FamilyCase, StaffActor } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps } from '../ports.ts';
import { may, type Staff } from '../rules/access.ts';
import { decide } from '../rules/escalation.ts';
import { type FileCommand, unmatchedCase } from '../rules/file-escalation.ts';
import { normaliseFollowCode } from '../rules/follow-code.ts';
import { deny, staffOf } from './audited.ts';
import { changeCase, type Step } from './change-case.ts';
import { ownCases } from './check-family.ts';
import { ruleContext } from './rule-context.ts';

type Attempt =
  | { readonly kind: 'done'; readonly outcome: Filed | Refusal }
  | { readonly kind: 'denied'; readonly refusal: Refusal };

interface NewFiling {
  readonly by: FileCommand['by'];
  readonly filing: Filing;
  readonly commandId: string;
}

const hashOf = (deps: CaseDeps, code: string): string => {
  const normalised = normaliseFollowCode(code);
  if (normalised === undefined)
    throw new Error('Failed to file: newFollowCode gave something that is no follow code. Use makeFollowCode.');
  return deps.sha256(normalised);
};

const fileIn = async (deps: CaseDeps, familyCase: FamilyCase, { by, filing, commandId }: NewFiling) => {
  const followCode = deps.newFollowCode();
  const followCodeHash = hashOf(deps, followCode);
  const outcome = decide(
    familyCase,
    { kind: 'file', by, commandId, followCodeHash, ...filing },
    await ruleContext(deps),
  );
  const done = (result: Filed | Refusal): Attempt => ({ kind: 'done', outcome: result });
  switch (outcome.kind) {
    case 'changed': {
      const result = done({ kind: 'filed', escalation: outcome.escalation, followCode });
      return { kind: 'write', familyCase: outcome.familyCase, result } as const;
    }
    case 'unchanged':
      return {
        kind: 'leave',
        result: done({ kind: 'filed', escalation: outcome.escalation, followCode: null }),
      } as const;
    default:
      return { kind: 'leave', result: done(outcome) } as const;
  }
};

/**
 * A parent's filing becomes a case of its own; nothing is looked up, so nobody can find out whether a family is known.
 * The id of that case follows from the command, so the same command twice can only ever make one case.
 */
const fileAsParent = async (deps: CaseDeps, address: string, filing: Filing, commandId: string) => {
  const caseId = deps.sha256(`filing\n${address}\n${commandId}`).slice(0, 32);
  const by = { kind: 'parent', id: null, name: null } as const;
  return changeCase(deps, caseId, (stored): Step<Attempt> | Promise<Step<Attempt>> => {
    const [earlier] = stored?.escalations ?? [];
    if (earlier !== undefined) {
      const outcome = { kind: 'filed', escalation: earlier, followCode: null } as const;
      return { kind: 'leave', result: { kind: 'done', outcome } };
    }
    return fileIn(deps, unmatchedCase(caseId, deps.now()), { by, filing, commandId });
  });
};

const denied = (kind: 'not-allowed' | 'not-found'): Step<Attempt> => ({
  kind: 'leave',
  result: { kind: 'denied', refusal: { kind } },
});

const fileAsStaff = async (deps: CaseDeps, actor: StaffActor, caseId: string, filing: Filing, commandId: string) =>
  changeCase(deps, caseId, async (familyCase): Promise<Step<Attempt>> => {
    const staff: Staff | undefined = await staffOf(deps, actor);
    if (staff === undefined) return denied('not-allowed');
    if (familyCase === undefined) return denied('not-found');
    if (!may(staff, { kind: 'file' }, familyCase)) return denied('not-allowed');
    const by = { kind: staff.role, id: staff.id, name: staff.name };
    return fileIn(deps, familyCase, { by, filing, commandId });
  });

export const fileFor = async (
  deps: CaseDeps,
  actor: Actor,
  filing: Filing,
  commandId: string,
): Promise<Filed | Refusal> => {
  const { caseId } = filing;
  if (actor.kind !== 'parent' && caseId === null)
    return { kind: 'invalid', fields: [{ field: 'caseId', problem: 'missing' }] };
  const attempt =
    actor.kind === 'parent' || caseId === null
      ? await fileAsParent(deps, actor.kind === 'parent' ? actor.address : actor.id, filing, commandId)
      : await fileAsStaff(deps, actor, caseId, filing, commandId);
  if (attempt.kind === 'done') return attempt.outcome;
  const subject = attempt.refusal.kind === 'not-found' ? 'unknown-case' : (caseId ?? 'no-case');
  return deny(deps, 'file', attempt.refusal, { actor: actor.kind === 'parent' ? 'parent' : actor.id, subject });
};

/**
 * The own family in which this command filed before, while the family remembers its commands; `null`: none. To find what was
 * done: nothing is shown of it.
 */
export const filedBefore = async (deps: CaseDeps, actor: StaffActor, commandId: string): Promise<string | null> => {
  for (const { caseId } of await ownCases(deps, actor)) {
    const familyCase = await deps.register.read(caseId);
    const done = familyCase?.processed.find((one) => one.commandId === commandId);
    if (done?.result.startsWith('file:') === true) return caseId;
  }
  return null;
};
