/** What every change of a family case shares: the next version, the audit line, the command that was carried out. */
import type { AuditLine, Escalation, FamilyCase, IssuedCard, Notice, NoticeKind, NoticeTarget } from '../model.ts';

const processedKeptMs = 48 * 3_600_000;

export interface Change {
  readonly now: Date;
  readonly event: string;
  readonly actor: string;
  readonly subject: string;
}

export const auditLine = ({ now, event, actor, subject }: Change): AuditLine => ({
  at: now.toISOString(),
  event,
  actor,
  subject,
});

/** `next` as the version after `before`; processed commands older than two days are let go, so that no case grows forever. */
export const nextVersion = (
  before: FamilyCase,
  next: FamilyCase,
  now: Date,
  lines: readonly AuditLine[],
): FamilyCase => {
  const keptFrom = new Date(now.getTime() - processedKeptMs).toISOString();
  return {
    ...next,
    version: before.version + 1,
    processed: next.processed.filter(({ at }) => at >= keptFrom),
    audit: [...before.audit, ...lines],
  };
};

export const withEscalation = (familyCase: FamilyCase, escalation: Escalation): FamilyCase => ({
  ...familyCase,
  escalations: familyCase.escalations.map((one) => (one.id === escalation.id ? escalation : one)),
});

export const withCard = (familyCase: FamilyCase, card: IssuedCard): FamilyCase => ({
  ...familyCase,
  cards: familyCase.cards.map((one) => (one.cardRef === card.cardRef ? card : one)),
});

export const withNotice = (familyCase: FamilyCase, notice: Notice): FamilyCase => ({
  ...familyCase,
  notices: familyCase.notices.map((one) => (one.id === notice.id ? notice : one)),
});

export interface NewNotice {
  readonly id: string;
  readonly noticeKind: NoticeKind;
  readonly escalationId: string;
  readonly to: NoticeTarget;
  readonly cardRef: string | null;
  readonly stepId?: string;
  readonly now: Date;
}

export const newNotice = ({ now, ...notice }: NewNotice): Notice => ({
  ...notice,
  state: { kind: 'pending', dueAt: now.toISOString(), tries: 0 },
});

/** The news for an officer that there is an escalation, with the one card on which he can act. */
export const askOfficer = (
  familyCase: FamilyCase,
  escalationId: string,
  officerId: string,
  context: { readonly now: Date; newId(): string },
): FamilyCase => {
  const { now } = context;
  const card: IssuedCard = {
    cardRef: context.newId(),
    escalationId,
    addressee: officerId,
    issuedAt: now.toISOString(),
    state: 'live',
    seenAt: null,
  };
  const notice = newNotice({
    id: context.newId(),
    noticeKind: 'escalation-filed',
    escalationId,
    to: { kind: 'actor', id: officerId },
    cardRef: card.cardRef,
    now,
  });
  return { ...familyCase, cards: [...familyCase.cards, card], notices: [...familyCase.notices, notice] };
};

/** An invoke with a cardRef proves that the card arrived; the notice that carried it needs no further attempt. */
export const markSeen = (familyCase: FamilyCase, cardRef: string, now: Date): FamilyCase => {
  const at = now.toISOString();
  return {
    ...familyCase,
    cards: familyCase.cards.map((card) =>
      card.cardRef === cardRef && card.seenAt === null ? { ...card, seenAt: at } : card,
    ),
    notices: familyCase.notices.map((notice) =>
      notice.cardRef === cardRef && (notice.state.kind === 'pending' || notice.state.kind === 'ambiguous')
        ? { ...notice, state: { kind: 'sent', at, activityId: null } }
        : notice,
    ),
  };
};
