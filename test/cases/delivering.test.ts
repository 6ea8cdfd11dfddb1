import { expect } from 'chai';
import type { Cases } from '../../cases/index.ts';
import { aCard, anEscalatedCase } from '../support/a-family-case.ts';
import { aDecision, aFiledWorld, aWorld, kindOf } from '../support/a-filed-world.ts';
import { officer1, officer2 } from '../support/case-world.ts';

describe('delivering notices', () => {
  it('hands out what is due with its words, marks it, and settles it', async () => {
    const { cases, filed, cardRef, stored } = await aFiledWorld();
    const [due] = await cases.dueNotices(10);
    const toDeliver = await cases.noticeToDeliver(due!);
    expect(toDeliver).to.deep.include({ caseId: 'case-1', escalation: filed.escalation, label: 'Gezin De Vries' });
    expect(toDeliver?.notice.cardRef).to.equal(cardRef);
    expect(await cases.dueNotices(10)).to.deep.equal([]);
    expect(await cases.noticeToDeliver(due!)).to.equal(undefined);
    await cases.settle(due!, { kind: 'delivered', activityId: 'activity-1' });
    expect((await stored()).notices[0]?.state).to.deep.include({ kind: 'sent', activityId: 'activity-1' });
  });

  it('after a crash between sending and settling: one live card, the first copy is inert', async () => {
    const { cases, cardRef, pass, stored } = await aFiledWorld();
    await cases.noticeToDeliver((await cases.dueNotices(10))[0]!);
    pass(45_000);
    const again = await cases.noticeToDeliver((await cases.dueNotices(10))[0]!);
    expect(again?.notice.cardRef).to.not.equal(cardRef);
    expect(await cases.decide(officer1, cardRef, aDecision, 'x')).to.deep.equal({ kind: 'card-void' });
    expect(await cases.openCard(officer1, cardRef)).to.deep.equal({ kind: 'card-void' });
    expect((await stored()).cards.filter(({ state }) => state === 'live')).to.have.length(1);
    expect(kindOf(await cases.decide(officer1, again?.notice.cardRef ?? '', aDecision, 'x'))).to.equal('card');
  });

  it('sends no second card when the first one was used while the answer was unclear', async () => {
    const { cases, cardRef, pass } = await aFiledWorld();
    const [due] = await cases.dueNotices(10);
    await cases.noticeToDeliver(due!);
    await cases.settle(due!, { kind: 'ambiguous', because: 'time-out' });
    await cases.openCard(officer1, cardRef);
    pass(3_600_000);
    expect(await cases.dueNotices(10)).to.deep.equal([]);
  });

  it('reaches the deputy when the first officer is unreachable, who can then decide', async () => {
    const { cases, stored, pass } = await aFiledWorld();
    const [due] = await cases.dueNotices(10);
    await cases.noticeToDeliver(due!);
    await cases.settle(due!, { kind: 'unreachable', because: 'BotDisabledByAdmin' });
    const [next] = await cases.dueNotices(10);
    const toDeliver = await cases.noticeToDeliver(next!);
    expect(toDeliver?.notice.to).to.deep.equal({ kind: 'actor', id: 'officer-2' });
    expect(toDeliver?.escalation.owner).to.equal('officer-2');
    expect(kindOf(await cases.decide(officer2, toDeliver?.notice.cardRef ?? '', aDecision, 'x'))).to.equal('card');
    pass(1);
    await cases.settle(next!, { kind: 'delivered', activityId: null });
    expect((await stored()).notices.map(({ state }) => state.kind)).to.deep.equal(['undeliverable', 'sent', 'pending']);
  });

  it('does nothing for a notice of a case that is not there', async () => {
    const { cases } = await aWorld();
    const due = { caseId: 'none', noticeId: 'none', dueAt: '2026-11-23T09:00:00.000Z' };
    expect(await cases.noticeToDeliver(due)).to.equal(undefined);
    await cases.settle(due, { kind: 'delivered', activityId: null });
  });
});

describe('an escalation of an officer who left', () => {
  const due = async (cases: Cases) => (await cases.dueNotices(9)).map(({ noticeId }) => noticeId);

  it('goes to the first officer on duty with a new card; the old one is void and is not sent any more', async () => {
    const { cases, roles, cardRef, stored, auditLines } = await aFiledWorld();
    const before = await due(cases);
    expect(await cases.handOverOrphans()).to.deep.equal({ left: 0 });
    expect(await due(cases)).to.deep.equal(before);
    roles.delete(officer1.id);
    expect(await cases.handOverOrphans()).to.deep.equal({ left: 0 });
    const { escalations, cards, audit, notices } = await stored();
    expect(escalations[0]?.owner).to.equal(officer2.id);
    expect(cards.map(({ addressee, state }) => `${addressee} ${state}`)).to.deep.equal([
      'officer-1 void',
      'officer-2 live',
    ]);
    expect(audit.filter(({ event }) => event === 'escalation-handed-over')).to.have.length(1);
    expect(await due(cases)).to.deep.equal([notices.at(-1)?.id]);
    expect(notices.at(-1)).to.deep.include({ to: { kind: 'actor', id: officer2.id }, cardRef: cards[1]?.cardRef });
    expect(kindOf(await cases.decide(officer2, cards[1]!.cardRef, aDecision, 'decide'))).to.equal('card');
    roles.set(officer1.id, { role: 'officer', name: officer1.name });
    expect(kindOf(await cases.openCard(officer1, cardRef))).to.equal('card-void');
    expect(auditLines().length).to.be.above(0);
  });

  it('goes on also when it was taken, and when it was decided but not closed; what is closed is left alone', async () => {
    const { cases, roles, cardRef, stored } = await aFiledWorld();
    await cases.take(officer1, cardRef, 'take');
    roles.delete(officer1.id);
    await cases.handOverOrphans();
    const { cards, escalations } = await stored();
    expect(escalations[0]).to.deep.include({ owner: officer2.id });
    await cases.decide(officer2, cards[1]!.cardRef, { ...aDecision, effectiveOn: '2026-11-23' }, 'decide');
    roles.delete(officer2.id);
    expect(await cases.handOverOrphans()).to.deep.equal({ left: 1 });
    roles.set(officer1.id, { role: 'officer', name: officer1.name });
    expect(await cases.handOverOrphans()).to.deep.equal({ left: 0 });
    expect((await stored()).escalations[0]).to.deep.include({ owner: officer1.id });
    const lesson = { cameAcross: 'Niemand luisterde.', why: 'Niemand had regie.', changes: 'Eén naam vanaf dag één.' };
    const target = { caseId: 'case-1', escalationId: escalations[0]?.id ?? '' };
    expect(kindOf(await cases.asOfficer(officer1, target, { kind: 'close', lesson }, 'close'))).to.equal('card');
    const { version } = await stored();
    roles.delete(officer1.id);
    expect(await cases.handOverOrphans()).to.deep.equal({ left: 0 });
    expect((await stored()).version).to.equal(version);
  });

  it('leaves the next officer one card that works when he had one before', async () => {
    const cards = [aCard({ addressee: 'gone' }), aCard({ cardRef: 'card-2' })];
    const { cases, stored } = await aWorld({ cases: [anEscalatedCase({ cards, escalation: { owner: 'gone' } })] });
    await cases.handOverOrphans();
    const live = (await stored()).cards.filter(({ state }) => state === 'live');
    expect(live.map(({ addressee }) => addressee)).to.deep.equal([officer1.id]);
    expect(live[0]?.cardRef).to.not.equal('card-2');
  });

  it('never goes to who filed it; when nobody is left that is said once, and counted each time', async () => {
    const filedBy = { kind: 'officer', id: officer2.id, name: officer2.name } as const;
    const { cases, roles, stored } = await aWorld({ cases: [anEscalatedCase({ escalation: { filedBy } })] });
    roles.delete(officer1.id);
    for (const round of [1, 2, 3]) expect(await cases.handOverOrphans(), `${round}`).to.deep.equal({ left: 1 });
    const { audit, escalations } = await stored();
    expect(escalations[0]?.owner).to.equal(officer1.id);
    expect(audit.map(({ event }) => event)).to.deep.equal(['nobody-reachable']);
  });
});

describe('a person whose address becomes known', () => {
  it('has what waited due at once, and nobody else', async () => {
    const { cases, roles, stored } = await aFiledWorld();
    roles.delete(officer2.id);
    const [row] = await cases.dueNotices(9);
    await cases.noticeToDeliver(row!);
    await cases.settle(row!, { kind: 'no-address' });
    expect(await cases.dueNotices(9)).to.deep.equal([]);
    const { version } = await stored();
    await cases.requeue(officer2.id);
    expect((await stored()).version).to.equal(version);
    await cases.requeue(officer1.id);
    expect(await cases.dueNotices(9)).to.have.length(1);
  });
});
