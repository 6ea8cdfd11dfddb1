import { expect } from 'chai';
import { standingIn, standingOf } from '../../bot/outbox/standing-card.ts';
import type { FamilyCase, Notice } from '../../cases/index.ts';
import { aCard, aFamilyCase, anEscalation } from '../support/a-family-case.ts';

const at = '2026-11-22T09:00:00.000Z';
const aNotice = (part: Partial<Notice>): Notice => ({
  id: 'n-1',
  noticeKind: 'escalation-due',
  escalationId: 'escalation-1',
  to: { kind: 'actor', id: 'officer-1' },
  cardRef: null,
  state: { kind: 'pending', dueAt: at, tries: 0 },
  ...part,
});
const sent = (activityId: string | null) => ({ kind: 'sent', at, activityId }) as const;
const pushed = aNotice({ id: 'n-0', noticeKind: 'escalation-filed', cardRef: 'card-1', state: sent('a-1') });
const aCase = (...notices: readonly Notice[]): FamilyCase =>
  aFamilyCase({ escalations: [anEscalation()], cards: [aCard()], notices });

describe('the card that somebody has already', () => {
  it('is the one that was pushed, while it works', () => {
    expect(standingOf(aCase(pushed), aNotice({}))).to.deep.equal({ cardRef: 'card-1', activityId: 'a-1' });
  });

  it('is not a card that is void, of somebody else, or about something else', () => {
    const nothing = { cardRef: null, activityId: null };
    const voided = aFamilyCase({ cards: [aCard({ state: 'void' })], notices: [pushed] });
    expect(standingOf(voided, aNotice({}))).to.deep.equal(nothing);
    expect(standingOf(aCase(pushed), aNotice({ to: { kind: 'actor', id: 'officer-2' } }))).to.deep.equal(nothing);
    expect(standingOf(aCase(pushed), aNotice({ escalationId: 'escalation-2' }))).to.deep.equal(nothing);
    expect(standingOf(aCase(pushed), aNotice({ to: { kind: 'address', key: 'web:1' } }))).to.deep.equal(nothing);
  });

  it('has no known place when nobody knows where it arrived', () => {
    const unknown = { ...pushed, state: sent(null) };
    expect(standingOf(aCase(unknown), aNotice({}))).to.deep.equal({ cardRef: 'card-1', activityId: null });
  });

  it('is the newest of several, and the state card for who filed', () => {
    const again = aNotice({ id: 'n-2', state: sent('a-2') });
    expect(standingOf(aCase(pushed, again), aNotice({})).activityId).to.equal('a-2');
    const to = { kind: 'actor', id: 'worker-1' } as const;
    const news = aNotice({ id: 'n-3', noticeKind: 'escalation-news', to, state: sent('a-3') });
    const told = aNotice({ id: 'n-4', noticeKind: 'escalation-taken', to, state: sent('a-4') });
    expect(standingOf(aCase(news, told), aNotice({ to }))).to.deep.equal({ cardRef: null, activityId: 'a-3' });
  });

  it('is not looked for when a new card goes out', async () => {
    const standing = standingIn({
      read: () => {
        throw new Error('nobody asked for this');
      },
    });
    const escalation = anEscalation();
    const due = { caseId: 'case-1', notice: pushed, escalation, label: 'x' };
    expect(await standing(due)).to.deep.equal({ cardRef: null, activityId: null });
  });
});
