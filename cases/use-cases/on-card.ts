/** Everything an officer does with a card. The card is a reference only; what it stands for is looked up at every press. */
import type { CardView, OfficerTarget } from '../cases.ts';
import type { Escalation, FamilyCase, IssuedCard, StaffActor } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps } from '../ports.ts';
import { may, type Staff } from '../rules/access.ts';
import { markSeen, nextVersion } from '../rules/change.ts';
import { decide, type EscalationCommand } from '../rules/escalation.ts';
import type { DecisionInput, OfficerAction } from '../rules/escalation/actions.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { cardView } from './card-view.ts';
import { changeCase, type Step } from './change-case.ts';
import { ruleContext } from './rule-context.ts';
import { lookAtPlan } from './look-at-plan.ts';
import { teamOf } from './team-of.ts';

type Action = 'open-card' | 'take' | 'decide' | 'act' | 'take-over' | 'unpublish';

/** What the write came to, before the card is shown. `looked`: nothing was written, so the look needs its own audit line. */
type Result =
  | { readonly kind: 'denied'; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly escalation: Escalation }
  | {
      readonly kind: 'show';
      readonly looked: boolean;
      readonly staff: Staff;
      readonly familyCase: FamilyCase;
      readonly escalation: Escalation;
    };

const denied = (kind: 'not-allowed' | 'not-found' | 'own-escalation' | 'card-void'): Step<Result> => ({
  kind: 'leave',
  result: { kind: 'denied', refusal: { kind } },
});

type Press = (familyCase: FamilyCase, escalation: Escalation, staff: Staff) => Step<Result> | Promise<Step<Result>>;

interface Pressed {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  /** `null`: it was picked from a list. */
  readonly card: IssuedCard | null;
}

const pressed = (familyCase: FamilyCase | undefined, target: OfficerTarget): Pressed | undefined => {
  const byCard = 'cardRef' in target;
  const card = byCard ? familyCase?.cards.find(({ cardRef }) => cardRef === target.cardRef) : null;
  const wanted = byCard ? card?.escalationId : target.escalationId;
  const escalation = familyCase?.escalations.find(({ id }) => id === wanted);
  if (familyCase === undefined || card === undefined || escalation === undefined) return undefined;
  return { familyCase, escalation, card };
};

const mayPress = (staff: Staff, action: Action, { familyCase, escalation, card }: Pressed): boolean => {
  if (!may(staff, { kind: action, escalationId: escalation.id }, familyCase)) return false;
  return card === null || card.addressee === staff.id || escalation.owner === staff.id;
};

/** Authority is read from the role table at every try: a role that was taken away a second ago is gone. */
const press = async (deps: CaseDeps, actor: StaffActor, target: OfficerTarget, action: Action, carryOut: Press) => {
  const caseId = 'cardRef' in target ? await deps.register.caseOfCard(target.cardRef) : target.caseId;
  if (caseId === undefined) return denied('not-found').result;
  return changeCase(deps, caseId, async (familyCase): Promise<Step<Result>> => {
    const staff = await staffOf(deps, actor);
    if (staff === undefined) return denied('not-allowed');
    const found = pressed(familyCase, target);
    if (found === undefined) return denied('not-found');
    if (!mayPress(staff, action, found)) return denied('not-allowed');
    return carryOut(found.familyCase, found.escalation, staff);
  });
};

/** The newest card on which this officer can act; after a decision from a list there may be none. */
const cardFor = ({ cards }: FamilyCase, escalationId: string, target: OfficerTarget, staff: Staff): string => {
  if ('cardRef' in target) return target.cardRef;
  const own = cards.filter((one) => one.escalationId === escalationId && one.addressee === staff.id);
  return own.findLast(({ state }) => state === 'live')?.cardRef ?? '';
};

const subjectOf = (target: OfficerTarget): string => ('cardRef' in target ? target.cardRef : target.escalationId);

const show = async (
  deps: CaseDeps,
  actor: StaffActor,
  target: OfficerTarget,
  action: Action,
  result: Result,
): Promise<CardView | Refusal> => {
  if (result.kind === 'denied') {
    const subject = result.refusal.kind === 'not-found' ? 'unknown-card' : subjectOf(target);
    return deny(deps, action, result.refusal, { actor: actor.id, subject });
  }
  const look = { event: 'card-opened', actor: actor.id, subject: result.escalation.id };
  const shown = result.kind === 'refused' || result.looked;
  const unrecorded = shown ? await recordLooks(deps, [look]) : undefined;
  if (unrecorded !== undefined) return unrecorded;
  if (result.kind === 'refused') return result.refusal;
  const { familyCase, escalation, staff } = result;
  const finding = familyCase.family.kind === 'known' ? await lookAtPlan(deps, familyCase) : null;
  return cardView(familyCase, escalation, cardFor(familyCase, escalation.id, target, staff), staff, finding);
};

/** A look that also proves that the card arrived; the proof is written at the first one only. */
export const openCard = async (deps: CaseDeps, actor: StaffActor, cardRef: string): Promise<CardView | Refusal> => {
  const result = await press(deps, actor, { cardRef }, 'open-card', (familyCase, escalation, staff) => {
    const card = familyCase.cards.find((one) => one.cardRef === cardRef);
    if (card?.state === 'void') return denied('card-void');
    const shown = { kind: 'show', looked: true, staff, escalation } as const;
    if (card?.seenAt !== null) return { kind: 'leave', result: { ...shown, familyCase } };
    const now = deps.now();
    const seen = nextVersion(familyCase, markSeen(familyCase, cardRef, now), now, []);
    return { kind: 'write', familyCase: seen, result: { ...shown, familyCase: seen } };
  });
  return show(deps, actor, { cardRef }, 'open-card', result);
};

const carryOut =
  (deps: CaseDeps, commandFor: (by: Staff, escalation: Escalation) => EscalationCommand): Press =>
  async (familyCase, escalation, staff) => {
    const context = { ...(await ruleContext(deps)), team: await teamOf(deps, familyCase) };
    const outcome = decide(familyCase, commandFor(staff, escalation), context);
    switch (outcome.kind) {
      case 'changed':
        return {
          kind: 'write',
          familyCase: outcome.familyCase,
          result: { ...outcome, kind: 'show', looked: false, staff },
        };
      case 'unchanged':
        return { kind: 'leave', result: { ...outcome, kind: 'show', looked: true, staff } };
      case 'own-escalation':
      case 'card-void':
        return denied(outcome.kind);
      default:
        return { kind: 'leave', result: { kind: 'refused', refusal: outcome, escalation } };
    }
  };

export const takeEscalation = async (
  deps: CaseDeps,
  actor: StaffActor,
  cardRef: string,
  commandId: string,
): Promise<CardView | Refusal> => {
  const step = carryOut(deps, (by) => ({ kind: 'take', by, cardRef, commandId }));
  return show(deps, actor, { cardRef }, 'take', await press(deps, actor, { cardRef }, 'take', step));
};

export const decideEscalation = async (
  deps: CaseDeps,
  actor: StaffActor,
  cardRef: string,
  input: DecisionInput,
  commandId: string,
): Promise<CardView | Refusal> => {
  const step = carryOut(deps, (by) => ({ kind: 'decide', by, cardRef, input, commandId }));
  return show(deps, actor, { cardRef }, 'decide', await press(deps, actor, { cardRef }, 'decide', step));
};

const permission = ({ kind }: OfficerAction): Action => {
  if (kind === 'take' || kind === 'decide' || kind === 'take-over' || kind === 'unpublish') return kind;
  return 'act';
};

export const actAsOfficer = async (
  deps: CaseDeps,
  actor: StaffActor,
  target: OfficerTarget,
  { action, commandId }: { readonly action: OfficerAction; readonly commandId: string },
): Promise<CardView | Refusal> => {
  const allowed = permission(action);
  const step = carryOut(deps, (by, { id: escalationId }) => ({
    kind: 'officer',
    commandId,
    by,
    target: 'cardRef' in target ? target : { escalationId },
    action,
  }));
  return show(deps, actor, target, allowed, await press(deps, actor, target, allowed, step));
};
