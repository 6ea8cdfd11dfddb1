/**
 * What becomes of a notice after an attempt to deliver it. A create in Teams has no idempotency key, so the promise is:
 * exactly one card on which somebody can act; a second copy is inert. Before a card goes out its notice is marked
 * ambiguous, so that a crash between sending and writing is treated like an answer that never came.
 */
import type { DeliveryOutcome, FamilyCase, Instant, Notice, NoticeState } from '../model.ts';
import { auditLine, nextVersion, withNotice } from './change.ts';
import { type HandOverContext, handOver, isOpen, voidCard } from './hand-over.ts';

const longestWaitMs = 3_600_000;
const addressWaitMs = 600_000;
const firstWaitMs = 1000;

export interface SettleContext extends HandOverContext {
  /** `dueAt` of the attempt this outcome is about; when another attempt has begun since, the outcome is ignored. */
  readonly attempt?: Instant;
  /** By which notices wait: as `now`, but never set back, or a retry would wait as long as the jump; absent: `now`. */
  readonly clock?: Date;
}

type Open = Extract<NoticeState, { kind: 'pending' | 'ambiguous' }>;

const openState = ({ state }: Notice): Open | undefined =>
  state.kind === 'pending' || state.kind === 'ambiguous' ? state : undefined;

const after = ({ now, clock = now }: SettleContext, ms: number): Instant =>
  new Date(clock.getTime() + ms).toISOString();

const waitMs = (tries: number, retryAfterMs: number | null): number => {
  const asked = retryAfterMs !== null && retryAfterMs > 0 ? retryAfterMs : 0;
  return Math.min(longestWaitMs, Math.max(asked, firstWaitMs * 2 ** Math.min(tries, 20)));
};

/** A new version in which this notice has another state, with one audit line when something ended. */
const settled = (
  familyCase: FamilyCase,
  notice: Notice,
  state: NoticeState,
  { now }: SettleContext,
  event?: string,
): FamilyCase =>
  nextVersion(
    familyCase,
    withNotice(familyCase, { ...notice, state }),
    now,
    event === undefined ? [] : [auditLine({ now, event, actor: 'outbox', subject: notice.id })],
  );

/** This address is given up. A parent finds the news behind the follow code, an officer's card goes to the next one. */
const giveUp = (
  familyCase: FamilyCase,
  notice: Notice,
  because: string,
  mayHaveArrived: boolean,
  context: SettleContext,
): FamilyCase => {
  const at = context.now.toISOString();
  if (notice.to.kind === 'address')
    return settled(familyCase, notice, { kind: 'left-for-pickup', at }, context, 'notice-left-for-pickup');
  const given = settled(familyCase, notice, { kind: 'undeliverable', at, because }, context, 'notice-undeliverable');
  return handOver(given, notice, mayHaveArrived, context);
};

const tryAgain = (
  familyCase: FamilyCase,
  notice: Notice,
  outcome: { readonly retryAfterMs: number | null; readonly because: string },
  context: SettleContext,
): FamilyCase => {
  // Who says when to come back is there: such an answer counts for nothing, however often it comes.
  const counts = outcome.retryAfterMs === null ? 1 : 0;
  const tries = (openState(notice)?.tries ?? 0) + counts;
  if (tries >= context.settings.maxTries) return giveUp(familyCase, notice, outcome.because, false, context);
  const dueAt = after(context, waitMs(Math.max(tries, 1), outcome.retryAfterMs));
  const capped = (outcome.retryAfterMs ?? 0) > longestWaitMs;
  return settled(
    familyCase,
    notice,
    { kind: 'pending', dueAt, tries },
    context,
    capped ? 'retry-after-capped' : undefined,
  );
};

/**
 * Somebody who never spoke to the bot may do so any moment: the notice waits, the longer the less often it is looked at.
 * Meanwhile the card of who owns the escalation also goes to the next officer.
 */
const waitForAddress = (familyCase: FamilyCase, notice: Notice, context: SettleContext): FamilyCase => {
  const { now } = context;
  const escalation = familyCase.escalations.find(({ id }) => id === notice.escalationId);
  const needed = notice.cardRef === null || (escalation !== undefined && isOpen(escalation));
  if (notice.to.kind === 'address' || !needed) return giveUp(familyCase, notice, 'no-address', false, context);
  const age = now.getTime() - new Date(escalation?.filedAt ?? now).getTime();
  const dueAt = after(context, Math.min(longestWaitMs, Math.max(addressWaitMs, age)));
  const tries = openState(notice)?.tries ?? 0;
  const waiting = settled(familyCase, notice, { kind: 'pending', dueAt, tries }, context);
  return escalation?.owner === notice.to.id ? handOver(waiting, notice, false, context) : waiting;
};

const outcomeOf = (familyCase: FamilyCase, notice: Notice, outcome: DeliveryOutcome, context: SettleContext) => {
  const { now, settings } = context;
  switch (outcome.kind) {
    case 'delivered':
      return settled(
        familyCase,
        notice,
        { kind: 'sent', at: now.toISOString(), activityId: outcome.activityId },
        context,
        'notice-sent',
      );
    case 'not-delivered':
      return tryAgain(familyCase, notice, outcome, context);
    case 'ambiguous': {
      if (notice.cardRef === null)
        return tryAgain(familyCase, notice, { retryAfterMs: null, because: outcome.because }, context);
      const tries = (openState(notice)?.tries ?? 0) + 1;
      return settled(
        familyCase,
        notice,
        { kind: 'ambiguous', proofUntil: after(context, settings.proofWaitMs), tries },
        context,
      );
    }
    case 'no-address':
      return waitForAddress(familyCase, notice, context);
    case 'unreachable':
      return giveUp(familyCase, notice, outcome.because, false, context);
  }
};

/** The case after this outcome; the same object when there is nothing left to settle. */
export const settle = (
  familyCase: FamilyCase,
  noticeId: string,
  outcome: DeliveryOutcome,
  context: SettleContext,
): FamilyCase => {
  const notice = familyCase.notices.find(({ id }) => id === noticeId);
  if (notice === undefined) return familyCase;
  const { state } = notice;
  if (state.kind === 'sent' && state.activityId === null && outcome.kind === 'delivered' && outcome.activityId !== null)
    return settled(familyCase, notice, { ...state, activityId: outcome.activityId }, context);
  const open = openState(notice);
  if (open === undefined) return familyCase;
  const { attempt } = context;
  const running = open.kind === 'ambiguous' ? open.attempt : undefined;
  if (attempt !== undefined && running !== undefined && running !== attempt) return familyCase;
  return outcomeOf(familyCase, notice, outcome, context);
};

/**
 * Gets a due notice ready for one attempt: the case in which it may be sent (`send`), or in which it needs no sending any
 * more (`done`). An ambiguous card that nobody used in time is voided and goes out again under a new cardRef.
 */
export const startAttempt = (
  familyCase: FamilyCase,
  noticeId: string,
  context: SettleContext & { readonly attempt: Instant },
): { readonly kind: 'send' | 'done'; readonly familyCase: FamilyCase } => {
  const { now, clock = now, settings, attempt } = context;
  const notice = familyCase.notices.find(({ id }) => id === noticeId);
  const open = notice && openState(notice);
  if (notice === undefined || open === undefined) return { kind: 'done', familyCase };
  const dueAt = open.kind === 'pending' ? open.dueAt : open.proofUntil;
  if (dueAt !== attempt || dueAt > clock.toISOString()) return { kind: 'done', familyCase };
  if (notice.cardRef === null) return { kind: 'send', familyCase };

  // An attempt that never reported back was not counted yet.
  const tries = open.tries + (open.kind === 'ambiguous' && open.attempt !== undefined ? 1 : 0);
  if (open.kind === 'ambiguous' && tries >= settings.maxTries)
    return { kind: 'done', familyCase: giveUp(familyCase, notice, 'no-proof', true, context) };
  const state: NoticeState = { kind: 'ambiguous', proofUntil: after(context, settings.proofWaitMs), tries, attempt };
  if (open.kind === 'pending') return { kind: 'send', familyCase: settled(familyCase, notice, state, context) };
  const fresh = reissue(familyCase, notice, context);
  return { kind: 'send', familyCase: settled(fresh.familyCase, fresh.notice, state, context, 'card-reissued') };
};

const reissue = (familyCase: FamilyCase, notice: Notice, context: SettleContext) => {
  const old = familyCase.cards.find(({ cardRef }) => cardRef === notice.cardRef);
  const cardRef = context.newId();
  const voided = voidCard(familyCase, notice.cardRef);
  const cards = old
    ? [...voided.cards, { ...old, cardRef, issuedAt: context.now.toISOString(), state: 'live' as const, seenAt: null }]
    : voided.cards;
  const next: Notice = { ...notice, cardRef };
  return { familyCase: withNotice({ ...voided, cards }, next), notice: next };
};

/** The case in which everything that waits for this person is due now; the same object when nothing does. */
export const requeue = (familyCase: FamilyCase, actorId: string, now: Date): FamilyCase => {
  const at = now.toISOString();
  const waits = ({ to, state }: Notice) =>
    to.kind === 'actor' && to.id === actorId && state.kind === 'pending' && state.dueAt > at;
  if (!familyCase.notices.some(waits)) return familyCase;
  const notices = familyCase.notices.map((notice) =>
    notice.state.kind === 'pending' && waits(notice) ? { ...notice, state: { ...notice.state, dueAt: at } } : notice,
  );
  return nextVersion(familyCase, { ...familyCase, notices }, now, []);
};
