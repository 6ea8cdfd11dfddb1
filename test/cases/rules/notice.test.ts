import { expect } from 'chai';
import type { DeliveryOutcome, FamilyCase, NoticeState } from '../../../cases/index.ts';
import { markSeen } from '../../../cases/rules/change.ts';
import { settle, startAttempt } from '../../../cases/rules/notice.ts';
import { aCard, anEscalatedCase } from '../../support/a-family-case.ts';
import { someSettings } from '../../support/case-world.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const at = now.toISOString();
const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
const officers = [{ id: 'officer-1' }, { id: 'officer-2' }];
const context = (overrides: { now?: Date; officers?: typeof officers; attempt?: string } = {}) => {
  let ids = 0;
  return { now, settings: someSettings, officers, newId: () => `new-${(ids += 1)}`, ...overrides };
};

const inState = (state: NoticeState): FamilyCase => {
  const familyCase = anEscalatedCase();
  return { ...familyCase, notices: familyCase.notices.map((notice) => ({ ...notice, state })) };
};
const pending = (tries = 0): NoticeState => ({ kind: 'pending', dueAt: at, tries });

/** The same case, with a notice for this filer in place of the officer's card. */
const forFiler = (to: FamilyCase['notices'][number]['to'], tries = 0): FamilyCase => ({
  ...anEscalatedCase(),
  notices: [
    {
      id: 'notice-1',
      noticeKind: 'escalation-decided',
      escalationId: 'escalation-1',
      to,
      cardRef: null,
      state: pending(tries),
    },
  ],
});

const stateAfter = (familyCase: FamilyCase, outcome: DeliveryOutcome) =>
  settle(familyCase, 'notice-1', outcome, context()).notices[0]?.state;

const down = { kind: 'not-delivered', retryAfterMs: null, because: '503' } as const;
const unreachable = { kind: 'unreachable', because: 'BotDisabledByAdmin' } as const;
const unclear = { kind: 'ambiguous', because: 'time-out' } as const;

describe('settling a notice', () => {
  it('is sent when it was delivered', () => {
    const sent = settle(inState(pending()), 'notice-1', { kind: 'delivered', activityId: 'activity-1' }, context());
    expect(sent.notices[0]?.state).to.deep.equal({ kind: 'sent', at, activityId: 'activity-1' });
    expect(sent.version).to.equal(1);
    expect(sent.audit.at(-1)).to.deep.equal({ at, event: 'notice-sent', actor: 'outbox', subject: 'notice-1' });
  });

  it('tries again with more and more patience', () => {
    expect(stateAfter(inState(pending(0)), down)).to.deep.equal({ kind: 'pending', dueAt: after(2000), tries: 1 });
    expect(stateAfter(inState(pending(1)), down)).to.deep.equal({ kind: 'pending', dueAt: after(4000), tries: 2 });
    expect(stateAfter(inState(pending(2)), down)).to.deep.equal({ kind: 'pending', dueAt: after(8000), tries: 3 });
  });

  it('waits as long as it is told, at most an hour, and marks an absurd wait', () => {
    const told = (retryAfterMs: number) => settle(inState(pending()), 'notice-1', { ...down, retryAfterMs }, context());
    expect(told(30_000).notices[0]?.state).to.deep.include({ dueAt: after(30_000) });
    expect(told(1).notices[0]?.state).to.deep.include({ dueAt: after(2000) });
    for (const absurd of [1e12, Number.POSITIVE_INFINITY]) {
      expect(told(absurd).notices[0]?.state).to.deep.include({ dueAt: after(3_600_000) });
      expect(told(absurd).audit.at(-1)?.event).to.equal('retry-after-capped');
    }
    for (const odd of [-5, Number.NaN]) expect(told(odd).notices[0]?.state).to.deep.include({ dueAt: after(2000) });
  });

  it('counts no try when it is told when to come back, so that a busy connector never costs an officer the card', () => {
    const asked = { ...down, retryAfterMs: 30_000 };
    expect(stateAfter(inState(pending(3)), asked)).to.deep.equal({ kind: 'pending', dueAt: after(30_000), tries: 3 });
  });

  it('hands the card to the next officer when tries run out or the address is dead', () => {
    for (const [familyCase, outcome] of [
      [inState(pending(3)), down],
      [inState(pending()), unreachable],
    ] as const) {
      const settled = settle(familyCase, 'notice-1', outcome, context());
      expect(settled.notices[0]?.state).to.deep.equal({ kind: 'undeliverable', at, because: outcome.because });
      expect(settled.notices[1]).to.deep.include({
        noticeKind: 'escalation-filed',
        to: { kind: 'actor', id: 'officer-2' },
        state: pending(),
      });
      expect(settled.notices[1]?.cardRef).to.equal(settled.cards[1]?.cardRef);
      expect(settled.cards[1]).to.deep.include({ addressee: 'officer-2', state: 'live' });
      expect(settled.escalations[0]?.owner).to.equal('officer-2');
      expect(settled.version).to.equal(1);
    }
  });

  it('waits for an address ten minutes to an hour, without losing a try, and asks the next officer meanwhile', () => {
    const noAddress = { kind: 'no-address' } as const;
    const filedAgo = (ms: number, tries = 3) => {
      const familyCase = inState(pending(tries));
      const escalations = familyCase.escalations.map((one) => ({ ...one, filedAt: after(-ms) }));
      return settle({ ...familyCase, escalations }, 'notice-1', noAddress, context());
    };
    const waits = (ms: number) => ({ kind: 'pending', dueAt: after(ms), tries: 3 });
    expect(filedAgo(0).notices[0]?.state).to.deep.equal(waits(600_000));
    expect(filedAgo(1_800_000).notices[0]?.state).to.deep.equal(waits(1_800_000));
    expect(filedAgo(1e10).notices[0]?.state).to.deep.equal(waits(3_600_000));
    expect(filedAgo(0).escalations[0]?.owner).to.equal('officer-2');
    expect(filedAgo(0).cards.map(({ addressee, state }) => `${addressee} ${state}`)).to.deep.equal([
      'officer-1 live',
      'officer-2 live',
    ]);
    // The second look, when the next one owns it, hands nothing over.
    const second = settle(filedAgo(0), 'notice-1', noAddress, context());
    expect(second.cards).to.have.length(2);
  });

  it('waits for no address once the escalation is finished, and for none of a parent', () => {
    const state = { kind: 'withdrawn', by: 'parent', reason: '', at } as const;
    const finished = settle(anEscalatedCase({ escalation: { state } }), 'notice-1', { kind: 'no-address' }, context());
    expect(finished.notices.map((notice) => notice.state.kind)).to.deep.equal(['undeliverable']);
    const address = { kind: 'address', key: 'web:1' } as const;
    expect(stateAfter(forFiler(address), { kind: 'no-address' })).to.deep.equal({ kind: 'left-for-pickup', at });
  });

  it('says so when nobody is reachable, and the escalation keeps its owner', () => {
    const asked = { ...inState(pending()), cards: [aCard(), aCard({ cardRef: 'card-2', addressee: 'officer-2' })] };
    const settled = settle(asked, 'notice-1', unreachable, context());
    expect(settled.notices).to.have.length(1);
    expect(settled.audit.map(({ event }) => event)).to.deep.equal(['notice-undeliverable', 'nobody-reachable']);
    expect(settled.escalations[0]?.owner).to.equal('officer-1');
  });

  it('never hands a card to who filed it', () => {
    const filedBy = { kind: 'officer', id: 'officer-2', name: 'Otto' } as const;
    const settled = settle(anEscalatedCase({ escalation: { filedBy } }), 'notice-1', unreachable, context());
    expect(settled.cards).to.have.length(1);
    expect(settled.audit.at(-1)?.event).to.equal('nobody-reachable');
  });

  it('hands nothing over when the escalation was finished or taken meanwhile', () => {
    const state = { kind: 'withdrawn', by: 'parent', reason: '', at } as const;
    const settled = settle(anEscalatedCase({ escalation: { state } }), 'notice-1', unreachable, context());
    expect(settled.cards).to.have.length(1);
    expect(settled.notices[0]?.state.kind).to.equal('undeliverable');
  });

  it('leaves news for a parent behind the follow code', () => {
    const address = { kind: 'address', key: 'web:1' } as const;
    const left = { kind: 'left-for-pickup', at };
    expect(stateAfter(forFiler(address), unreachable)).to.deep.equal(left);
    expect(stateAfter(forFiler(address, 3), down)).to.deep.equal(left);
  });

  it('hands no card over for news to a colleague who is gone', () => {
    const settled = settle(forFiler({ kind: 'actor', id: 'worker-1' }), 'notice-1', unreachable, context());
    expect(settled.notices.map(({ state }) => state.kind)).to.deep.equal(['undeliverable']);
  });

  it('waits for proof after an unclear answer, and simply repeats news without a card', () => {
    const waiting = { kind: 'ambiguous', proofUntil: after(45_000), tries: 1 };
    expect(stateAfter(inState(pending()), unclear)).to.deep.equal(waiting);
    const news = forFiler({ kind: 'actor', id: 'worker-1' });
    expect(stateAfter(news, unclear)).to.deep.equal({ kind: 'pending', dueAt: after(2000), tries: 1 });
  });

  it('leaves what is settled as it is, whatever comes in late', () => {
    const done: readonly NoticeState[] = [
      { kind: 'sent', at, activityId: 'activity-1' },
      { kind: 'left-for-pickup', at },
      { kind: 'undeliverable', at, because: '403' },
    ];
    for (const state of done)
      for (const outcome of [down, unreachable, unclear, { kind: 'delivered', activityId: 'late' } as const]) {
        const familyCase = inState(state);
        expect(settle(familyCase, 'notice-1', outcome, context())).to.equal(familyCase);
      }
    expect(settle(anEscalatedCase(), 'no-such-notice', down, context()).version).to.equal(0);
  });

  it('keeps the proof of a card that was used while it was sent, and adds the activity id', () => {
    const seen = markSeen(inState(pending()), 'card-1', now);
    expect(settle(seen, 'notice-1', down, context())).to.equal(seen);
    const settled = settle(seen, 'notice-1', { kind: 'delivered', activityId: 'activity-1' }, context());
    expect(settled.notices[0]?.state).to.deep.equal({ kind: 'sent', at, activityId: 'activity-1' });
  });
});

describe('an attempt to deliver a card', () => {
  const start = (familyCase: FamilyCase, attempt = at, when = now) =>
    startAttempt(familyCase, 'notice-1', { ...context({ now: when }), attempt });

  it('marks the notice before the card goes out, so that a crash is treated like an answer that never came', () => {
    const { kind, familyCase } = start(inState(pending()));
    expect(kind).to.equal('send');
    const state = { kind: 'ambiguous', proofUntil: after(45_000), tries: 0, attempt: at };
    expect(familyCase.notices[0]?.state).to.deep.equal(state);
    expect(familyCase.cards).to.deep.equal(anEscalatedCase().cards);
  });

  it('starts once per due time', () => {
    const { familyCase } = start(inState(pending()));
    expect(start(familyCase)).to.deep.equal({ kind: 'done', familyCase });
    expect(start(inState(pending()), at, new Date('2026-11-23T08:59:59.999Z')).kind).to.equal('done');
  });

  it('sends a new card and voids the old one when no proof came in time', () => {
    const waiting = inState({ kind: 'ambiguous', proofUntil: at, tries: 1 });
    const { kind, familyCase } = start(waiting);
    expect(kind).to.equal('send');
    expect(familyCase.cards.map(({ state }) => state)).to.deep.equal(['void', 'live']);
    expect(familyCase.cards[1]).to.deep.include({ addressee: 'officer-1', escalationId: 'escalation-1', seenAt: null });
    expect(familyCase.notices[0]).to.deep.include({ cardRef: familyCase.cards[1]?.cardRef });
    expect(familyCase.audit.at(-1)?.event).to.equal('card-reissued');
  });

  it('needs no sending any more once the card was used', () => {
    const waiting = inState({ kind: 'ambiguous', proofUntil: at, tries: 1 });
    expect(start(markSeen(waiting, 'card-1', now)).kind).to.equal('done');
  });

  it('gives up after too many unclear answers: the old card is void, the next officer has the only live one', () => {
    const { kind, familyCase } = start(inState({ kind: 'ambiguous', proofUntil: at, tries: 4 }));
    expect(kind).to.equal('done');
    expect(familyCase.cards.map(({ addressee, state }) => `${addressee} ${state}`)).to.deep.equal([
      'officer-1 void',
      'officer-2 live',
    ]);
  });

  it('counts attempts that never reported back', () => {
    const lost = inState({ kind: 'ambiguous', proofUntil: at, tries: 0, attempt: '2026-11-23T08:59:00.000Z' });
    expect(start(lost).familyCase.notices[0]?.state).to.deep.include({ tries: 1 });
  });

  it('ignores what a slow attempt reports after another one began', () => {
    const second = start(inState({ kind: 'ambiguous', proofUntil: at, tries: 0, attempt: '2026-11-23T08:59:00.000Z' }));
    const late = context({ attempt: '2026-11-23T08:59:00.000Z' });
    const outcome = { kind: 'delivered', activityId: 'the-void-card' } as const;
    expect(settle(second.familyCase, 'notice-1', outcome, late)).to.equal(second.familyCase);
    const own = settle(second.familyCase, 'notice-1', outcome, context({ attempt: at }));
    expect(own.notices[0]?.state.kind).to.equal('sent');
  });
});
