/** An escalation goes to another officer: nothing may wait for one person. */
import type { CaseSettings, Escalation, FamilyCase, Notice, OnDuty } from '../model.ts';
import { askOfficer, auditLine, nextVersion, withCard, withEscalation } from './change.ts';
import { isOpen, isRunning, withOwner } from './escalation/due.ts';
import { firstOnDuty, reachedLevel } from './escalation/duty.ts';
import { filersIn } from './escalation/filings.ts';
import { localDay } from './werkdagen.ts';

export interface HandOverContext {
  readonly now: Date;
  readonly settings: CaseSettings;
  /** In order of duty. */
  readonly officers: readonly OnDuty[];
  newId(): string;
}

export { isOpen };

export const voidCard = (familyCase: FamilyCase, cardRef: string | null): FamilyCase => {
  const card = familyCase.cards.find((one) => one.cardRef === cardRef);
  return card === undefined ? familyCase : withCard(familyCase, { ...card, state: 'void' });
};

/** Said once an escalation, or a case that is looked at every hour would grow for ever. */
const nobodyLeft = (familyCase: FamilyCase, escalationId: string, now: Date): FamilyCase => {
  const event = 'nobody-reachable';
  if (familyCase.audit.some((line) => line.event === event && line.subject === escalationId)) return familyCase;
  const line = auditLine({ now, event, actor: 'outbox', subject: escalationId });
  return { ...familyCase, audit: [...familyCase.audit, line] };
};

const handTo = (before: FamilyCase, escalation: Escalation, officerId: string, context: HandOverContext) => {
  const { now } = context;
  const line = auditLine({ now, event: 'escalation-handed-over', actor: 'outbox', subject: escalation.id });
  const step = {
    id: context.newId(),
    kind: 'handed-over',
    at: now.toISOString(),
    by: { kind: 'system' },
    reason: null,
    day: null,
    about: null,
    owner: officerId,
    due: escalation.due,
  } as const;
  const owned = withEscalation(before, { ...withOwner(escalation, officerId), steps: [...escalation.steps, step] });
  return { ...askOfficer(owned, escalation.id, officerId, context), audit: [...before.audit, line] };
};

/** The card goes to the next officer who has not had it; with nobody left the last one keeps it. */
export const handOver = (
  before: FamilyCase,
  notice: Notice,
  mayHaveArrived: boolean,
  context: HandOverContext,
): FamilyCase => {
  const escalation = before.escalations.find(({ id }) => id === notice.escalationId);
  if (notice.noticeKind !== 'escalation-filed' || escalation?.state.kind !== 'filed') return before;
  const asked = before.cards.filter((card) => card.escalationId === escalation.id).map(({ addressee }) => addressee);
  const search = { today: localDay(context.now), filers: filersIn(escalation), not: asked };
  const next = firstOnDuty(context.officers, search, reachedLevel(escalation));
  if (next === undefined) return nobodyLeft(before, escalation.id, context.now);
  return handTo(mayHaveArrived ? voidCard(before, notice.cardRef) : before, escalation, next.id, context);
};

/** Cards of this person for this escalation are void, and those still on their way need not arrive any more. */
const takeBack = (familyCase: FamilyCase, escalationId: string, officerId: string, now: Date): FamilyCase => ({
  ...familyCase,
  cards: familyCase.cards.map((card) =>
    card.escalationId === escalationId && card.addressee === officerId ? { ...card, state: 'void' } : card,
  ),
  notices: familyCase.notices.map((notice) => {
    const { to, state } = notice;
    const open = state.kind === 'pending' || state.kind === 'ambiguous';
    const his = notice.escalationId === escalationId && to.kind === 'actor' && to.id === officerId;
    if (!open || !his || notice.cardRef === null) return notice;
    return { ...notice, state: { kind: 'undeliverable', at: now.toISOString(), because: 'handed-over' } };
  }),
});

/** A card for this officer, the only one of his for this escalation that works. */
export const giveCard = (
  familyCase: FamilyCase,
  escalationId: string,
  officerId: string,
  context: { readonly now: Date; newId(): string },
): FamilyCase =>
  askOfficer(takeBack(familyCase, escalationId, officerId, context.now), escalationId, officerId, context);

interface Owned {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
}

/** Who has it saw the card, or it may have arrived. */
const isReached = ({ cards, notices }: FamilyCase, { id, owner, state }: Escalation): boolean =>
  state.kind !== 'filed' ||
  cards.some((card) => card.escalationId === id && card.addressee === owner && card.seenAt !== null) ||
  notices.some(
    (one) =>
      one.escalationId === id &&
      one.cardRef !== null &&
      one.to.kind === 'actor' &&
      one.to.id === owner &&
      (one.state.kind === 'sent' || one.state.kind === 'ambiguous'),
  );

/**
 * Who has it after somebody joined it: nobody who filed it, whose cards are void; and while who has it was not reached,
 * the first on duty, who may be there by now. `undefined`: there is nobody but who filed.
 */
export const ownedAfterJoining = (
  before: FamilyCase,
  escalation: Escalation,
  filerId: string | null,
  context: HandOverContext,
): Owned | undefined => {
  const { now, officers } = context;
  const familyCase = filerId === null ? before : takeBack(before, escalation.id, filerId, now);
  const own = escalation.owner === filerId;
  if (!own && isReached(before, escalation)) return { familyCase, escalation };
  const search = { today: localDay(now), filers: filersIn(escalation) };
  const next = firstOnDuty(officers, search, reachedLevel(escalation));
  if (next === undefined) return own ? undefined : { familyCase, escalation };
  if (next.id === escalation.owner) return { familyCase, escalation };
  return {
    familyCase: giveCard(familyCase, escalation.id, next.id, context),
    escalation: { ...withOwner(escalation, next.id), state: { kind: 'filed' } },
  };
};

const withoutOrphan = (before: FamilyCase, escalation: Escalation, context: HandOverContext): FamilyCase => {
  const { now, officers } = context;
  const search = { today: localDay(now), filers: filersIn(escalation) };
  const next = firstOnDuty(officers, search, reachedLevel(escalation));
  if (next === undefined) return nobodyLeft(before, escalation.id, now);
  // The next one may have had a card before: the new one is then the only one that works.
  const freed = [escalation.owner, next.id].reduce((one, id) => takeBack(one, escalation.id, id, now), before);
  return handTo(freed, escalation, next.id, context);
};

export const isOrphan = (escalation: Escalation, officers: HandOverContext['officers']): boolean =>
  isRunning(escalation) && !officers.some(({ id }) => id === escalation.owner);

/** Escalations with something still due of somebody who is no officer any more go to the first on duty. The same object when there is none to give. */
export const handOverOrphans = (before: FamilyCase, context: HandOverContext): FamilyCase => {
  const orphans = before.escalations.filter((escalation) => isOrphan(escalation, context.officers));
  const after = orphans.reduce((familyCase, escalation) => withoutOrphan(familyCase, escalation, context), before);
  return after === before ? before : nextVersion(before, after, context.now, after.audit.slice(before.audit.length));
};
