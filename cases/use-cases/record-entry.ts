/** Writing something down about a family, stopping or pushing on what the stuck rules found, and the gate. */
import type { GateChecked, Recorded } from '../cases.ts';
import type { Day, FamilyCase, StaffActor } from '../model.ts';
import type { CaseDeps } from '../ports.ts';
import { may, type Staff } from '../rules/access.ts';
import { enterGateCheck } from '../rules/record/gate-check.ts';
import type { CaseEntry } from '../rules/record/entry.ts';
import { enteredBefore, type RecordedChange, recordEntry, type Today } from '../rules/record/record.ts';
import type { RecordContext } from '../rules/record/with-fact.ts';
import type { Refusal } from '../rules/refusal.ts';
import { pushFinding, stopFinding } from '../rules/stuck/stop.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { changeCase, type Step } from './change-case.ts';
import { lookAtAllOfIt } from './look-at-plan.ts';
import { ruleContext } from './rule-context.ts';

type Result<T> =
  | { readonly kind: 'done'; readonly outcome: T | Refusal }
  | { readonly kind: 'denied'; readonly refusal: Refusal };

const denied = (kind: 'not-allowed' | 'not-found'): Step<{ kind: 'denied'; refusal: Refusal }> => ({
  kind: 'leave',
  result: { kind: 'denied', refusal: { kind } },
});

interface Asked<T> {
  readonly actor: StaffActor;
  readonly caseId: string;
  readonly action: string;
  carryOut(
    familyCase: FamilyCase,
    context: RecordContext,
  ): RecordedChange | Refusal | Promise<RecordedChange | Refusal>;
  told(change: RecordedChange): T;
}

const contextFor = async (deps: CaseDeps, { id, name, role }: Staff): Promise<RecordContext> => ({
  ...(await ruleContext(deps)),
  by: { kind: role, id, name },
});

/** Access is read at every try; what is refused was refused on what is stored now. */
const change = async <T>(deps: CaseDeps, asked: Asked<T>): Promise<T | Refusal> => {
  const { actor, caseId, action } = asked;
  const result = await changeCase(deps, caseId, async (familyCase): Promise<Step<Result<T>>> => {
    const staff = await staffOf(deps, actor);
    if (staff === undefined) return denied('not-allowed');
    if (familyCase === undefined) return denied('not-found');
    if (!may(staff, { kind: 'record' }, familyCase)) return denied('not-allowed');
    const outcome = await asked.carryOut(familyCase, await contextFor(deps, staff));
    if (outcome.kind === 'changed')
      return { kind: 'write', familyCase: outcome.familyCase, result: { kind: 'done', outcome: asked.told(outcome) } };
    return {
      kind: 'leave',
      result: { kind: 'done', outcome: outcome.kind === 'unchanged' ? asked.told(outcome) : outcome },
    };
  });
  if (result.kind === 'done') return result.outcome;
  const subject = result.refusal.kind === 'not-found' ? 'unknown-case' : caseId;
  return deny(deps, action, result.refusal, { actor: actor.id, subject });
};

const recorded = ({ familyCase, id, found, card }: RecordedChange): Recorded => ({
  kind: 'recorded',
  familyCase,
  id,
  found,
  card,
});

/** What this command led to when it was carried out before; nothing is read or written. */
export const recordedBefore = (familyCase: FamilyCase, commandId: string, today: Today): Recorded | undefined => {
  const before = enteredBefore(familyCase, commandId, today);
  return before === undefined ? undefined : recorded(before);
};

export const recordFor = (
  deps: CaseDeps,
  actor: StaffActor,
  caseId: string,
  entry: CaseEntry,
  commandId: string,
): Promise<Recorded | Refusal> =>
  change(deps, {
    actor,
    caseId,
    action: 'record',
    carryOut: (familyCase, context) => recordEntry(familyCase, entry, commandId, context),
    told: recorded,
  });

export const stopFor = (
  deps: CaseDeps,
  actor: StaffActor,
  caseId: string,
  stop: { readonly key: string; readonly reason: string },
  commandId: string,
): Promise<Recorded | Refusal> =>
  change(deps, {
    actor,
    caseId,
    action: 'stop-finding',
    carryOut: (familyCase, context) => stopFinding(familyCase, stop, commandId, context),
    told: recorded,
  });

export const pushFor = (
  deps: CaseDeps,
  actor: StaffActor,
  caseId: string,
  key: string,
  commandId: string,
): Promise<Recorded | Refusal> =>
  change(deps, {
    actor,
    caseId,
    action: 'push-finding',
    carryOut: (familyCase, context) => pushFinding(familyCase, key, commandId, context),
    told: recorded,
  });

/** The look is recorded before anything is shown, and its evidence is kept in the same write as what it found. */
export const endFirstContact = async (
  deps: CaseDeps,
  actor: StaffActor,
  caseId: string,
  contactOn: Day,
  commandId: string,
): Promise<GateChecked | Refusal> => {
  const outcome = await change(deps, {
    actor,
    caseId,
    action: 'gate-check',
    carryOut: async (familyCase, context) => {
      const complete = await lookAtAllOfIt(deps, familyCase, context.by.name);
      return enterGateCheck(familyCase, { contactOn, complete }, commandId, context);
    },
    told: recorded,
  });
  if (outcome.kind !== 'recorded') return outcome;
  const unrecorded = await recordLooks(deps, [{ event: 'gate-checked', actor: actor.id, subject: caseId }]);
  if (unrecorded !== undefined) return unrecorded;
  const { familyCase, card } = outcome;
  const gateCheck = familyCase.gateChecks.find(({ id }) => id === outcome.id);
  if (gateCheck === undefined) return { kind: 'not-found' };
  return {
    kind: 'gate-checked',
    familyCase,
    gateCheck,
    card,
    complete: await lookAtAllOfIt(deps, familyCase, gateCheck.by),
  };
};
