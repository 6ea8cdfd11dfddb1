import { expect } from 'chai';
import type { AuditLog, CaseSource, CardView, Cases, Filed, Refusal } from '../../cases/index.ts';
import { aCard, aFamilyCase, anEscalatedCase } from '../support/a-family-case.ts';
import { aCaseWorld, aFiling, aParent, officer1, officer2, sha256, worker1, worker2 } from '../support/case-world.ts';

const brokenLog: AuditLog = { append: () => Promise.reject(new Error('disk full')) };
const aDecision = { verdict: 'granted', reason: 'Team Een levert een regisseur.', effectiveOn: '2026-12-01' } as const;

const filedBy = async (cases: Cases, ...given: Parameters<Cases['file']>): Promise<Filed> => {
  const outcome = await cases.file(...given);
  if (outcome.kind !== 'filed') throw new Error(`Expected a filing, got ${outcome.kind}.`);
  return outcome;
};
const aWorld = (wishes: Parameters<typeof aCaseWorld>[0] = {}) => aCaseWorld({ cases: [aFamilyCase()], ...wishes });
/** A world in which worker-1 has filed for case-1; `cardRef` is the card of officer-1. */
const aFiledWorld = async (wishes: Parameters<typeof aCaseWorld>[0] = {}) => {
  const world = await aWorld(wishes);
  const filed = await filedBy(world.cases, worker1, aFiling(), 'file-1');
  const [card] = (await world.stored()).cards;
  return { ...world, filed, cardRef: card!.cardRef };
};
const kindOf = (outcome: { kind: string }) => outcome.kind;
const shown = (outcome: CardView | Refusal): CardView => {
  if (outcome.kind !== 'card') throw new Error(`Expected a card, got ${outcome.kind}.`);
  return outcome;
};

describe('checking a family', () => {
  it('gives a worker with a task the finding, and leaves an audit line', async () => {
    const { cases, auditLines } = await aWorld();
    const outcome = await cases.check(worker1, 'case-1');
    expect(outcome).to.deep.include({ kind: 'checked', label: 'Gezin De Vries' });
    expect(outcome).to.have.nested.property('finding.kind', 'in-order');
    expect(auditLines()).to.deep.equal([
      { at: '2026-11-23T09:00:00.000Z', event: 'case-checked', actor: 'worker-1', subject: 'case-1' },
    ]);
  });

  it('leaves an audit line when names of families are shown, and none when they only are looked through', async () => {
    const { cases, auditLines } = await aWorld();
    const own = await cases.ownCases(worker1);
    expect(own).to.have.length(1);
    expect(auditLines()).to.deep.equal([]);
    expect(await cases.showOwnCases(worker1)).to.deep.equal(own);
    expect(auditLines()).to.deep.equal([
      { at: '2026-11-23T09:00:00.000Z', event: 'own-cases-listed', actor: 'worker-1', subject: 'worker-1' },
    ]);
  });

  it('shows nothing to a worker without a task, a stranger, or an officer without an escalation', async () => {
    const { cases, auditLines } = await aWorld();
    const stranger = { kind: 'worker', id: 'stranger', name: 'X' } as const;
    for (const actor of [worker2, stranger, officer1, { ...worker2, kind: 'officer' } as const])
      expect(await cases.check(actor, 'case-1')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.check(worker1, 'no-such-case')).to.deep.equal({ kind: 'not-found' });
    expect(auditLines().map(({ event }) => event)).to.deep.equal(Array.from({ length: 5 }, () => 'denied:check'));
    expect(await cases.ownCases(stranger)).to.deep.equal([]);
    expect(await cases.showOwnCases(stranger)).to.deep.equal([]);
  });

  it('reads the role now: a role taken away a second ago is gone, and a claim in the actor counts for nothing', async () => {
    const { cases, roles } = await aWorld();
    expect(kindOf(await cases.check({ ...worker1, kind: 'officer' }, 'case-1'))).to.equal('checked');
    roles.delete('worker-1');
    expect(await cases.check(worker1, 'case-1')).to.deep.equal({ kind: 'not-allowed' });
  });

  it('shows nothing and asks no source when the audit can not be written', async () => {
    let asked = 0;
    const source: CaseSource = {
      name: 'zaaksysteem',
      look: () => {
        asked += 1;
        return Promise.resolve({ kind: 'answered', plans: [], regisseurs: [] });
      },
    };
    const { cases } = await aWorld({
      auditLog: brokenLog,
      sources: [source],
      cases: [aFamilyCase({ sources: ['zaaksysteem'] })],
    });
    expect(await cases.check(worker1, 'case-1')).to.deep.equal({ kind: 'audit-unavailable' });
    expect(await cases.check(worker2, 'case-1')).to.deep.equal({ kind: 'audit-unavailable' });
    expect(await cases.showOwnCases(worker1)).to.deep.equal({ kind: 'audit-unavailable' });
    expect(asked).to.equal(0);
  });

  it('waits for the audit line before it answers', async () => {
    const order: string[] = [];
    let release: () => void = () => undefined;
    const slowLog: AuditLog = {
      append: () =>
        new Promise((resolve) => {
          release = () => {
            order.push('written');
            resolve();
          };
        }),
    };
    const { cases } = await aWorld({ auditLog: slowLog });
    const answered = cases.check(worker1, 'case-1').then(() => order.push('answered'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).to.deep.equal([]);
    release();
    await answered;
    expect(order).to.deep.equal(['written', 'answered']);
  });

  it('asks only the sources the family names, and takes one that throws as one that did not answer', async () => {
    const asked: string[] = [];
    const aSource = (name: string, fails: boolean): CaseSource => ({
      name,
      look: () => {
        asked.push(name);
        return fails
          ? Promise.reject(new TypeError('bug'))
          : Promise.resolve({ kind: 'answered', plans: [], regisseurs: [] });
      },
    });
    const { cases } = await aWorld({
      sources: [aSource('a', false), aSource('b', true), aSource('c', false)],
      cases: [aFamilyCase({ sources: ['a', 'b'] })],
    });
    const outcome = await cases.check(worker1, 'case-1');
    expect(outcome).to.have.nested.property('finding.kind', 'unknown');
    expect(outcome).to.have.deep.nested.property('finding.because', ['b']);
    expect(asked).to.deep.equal(['a', 'b']);
  });
});

describe('filing', () => {
  it('gives a worker a number and a code once; the same command again gives the same filing without the code', async () => {
    const { cases, stored } = await aWorld();
    const first = await filedBy(cases, worker1, aFiling(), 'file-1');
    const again = await filedBy(cases, worker1, aFiling({ ownWords: 'Anders.' }), 'file-1');
    expect(first.followCode).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(again).to.deep.equal({ ...first, followCode: null });
    expect((await stored()).escalations).to.have.length(1);
    expect(JSON.stringify(await stored())).to.not.include(first.followCode);
  });

  it('is refused without a family, for a family without a task, and when nobody can own it', async () => {
    const { cases, roles, auditLines } = await aWorld();
    const missing = { kind: 'invalid', fields: [{ field: 'caseId', problem: 'missing' }] };
    expect(await cases.file(worker1, aFiling({ caseId: null }), 'a')).to.deep.equal(missing);
    expect(await cases.file(worker2, aFiling(), 'b')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.file(worker1, aFiling({ caseId: 'none' }), 'c')).to.deep.equal({ kind: 'not-found' });
    expect(auditLines().map(({ event }) => event)).to.deep.equal(['denied:file', 'denied:file']);
    roles.delete('officer-1');
    roles.delete('officer-2');
    expect(await cases.file(worker1, aFiling(), 'd')).to.deep.equal({ kind: 'nobody-to-ask' });
  });

  it('makes a case of its own for a parent, whatever family he names, and never looks one up', async () => {
    const world = await aWorld();
    const reads: string[] = [];
    const register = {
      ...world.register,
      read: (id: string) => {
        reads.push(id);
        return world.register.read(id);
      },
    };
    const { cases } = await aCaseWorld({ register });
    const known = await filedBy(cases, aParent, aFiling({ caseId: 'case-1', replyTo: aParent.address }), 'file-1');
    const unknown = await filedBy(cases, aParent, aFiling({ caseId: 'none', replyTo: aParent.address }), 'file-2');
    expect(known.escalation.filedBy).to.deep.equal({ kind: 'parent', id: null, name: null });
    expect(Object.keys(known)).to.deep.equal(Object.keys(unknown));
    expect(reads).to.not.include('case-1');
    expect((await world.stored()).version).to.equal(1);
    const [own] = await cases.running(officer1).then((list) => ('kind' in list ? [] : list));
    expect(own?.familyCase.family).to.deep.equal({ kind: 'unmatched' });
    expect(own?.label).to.equal(own?.escalation.number);
  });

  it('keeps two parents apart who happen to send the same command id', async () => {
    const { cases } = await aWorld();
    const one = await filedBy(cases, aParent, aFiling({ caseId: null }), 'same');
    const other = await filedBy(cases, { kind: 'parent', address: 'web:2' }, aFiling({ caseId: null }), 'same');
    expect(other.escalation.id).to.not.equal(one.escalation.id);
    expect(other.followCode).to.not.equal(null);
  });

  it('hashes the words as they are stored, without a BSN', async () => {
    const { cases } = await aWorld();
    const filing = aFiling({ ownWords: 'Mijn BSN is 123.456.782.', caseId: null });
    const { escalation } = await filedBy(cases, aParent, filing, 'file-1');
    expect(escalation.ownWords.text).to.equal('Mijn BSN is [nummer verwijderd].');
    expect(escalation.ownWords.sha256).to.equal(sha256(escalation.ownWords.text));
  });
});

describe('a card', () => {
  it('shows an addressee everything, marks itself as seen once, and leaves a line at every look', async () => {
    const { cases, cardRef, filed, stored, auditLines } = await aFiledWorld();
    const view = shown(await cases.openCard(officer1, cardRef));
    expect(view).to.deep.include({ label: 'Gezin De Vries', cardRef, mayDecide: true });
    expect(view.finding).to.deep.include({ kind: 'in-order' });
    expect((await stored()).cards[0]?.seenAt).to.equal('2026-11-23T09:00:00.000Z');
    const { version } = await stored();
    await cases.openCard(officer1, cardRef);
    expect((await stored()).version).to.equal(version);
    const look = { event: 'card-opened', actor: 'officer-1', subject: filed.escalation.id };
    expect(auditLines().map(({ event, actor, subject }) => ({ event, actor, subject }))).to.deep.equal([look, look]);
  });

  it('does nothing for a worker, another officer, or somebody whose role is gone', async () => {
    const { cases, cardRef, roles, stored, auditLines } = await aFiledWorld();
    const before = await stored();
    for (const actor of [worker1, worker2, officer2, { ...worker1, kind: 'officer' } as const]) {
      expect(await cases.openCard(actor, cardRef)).to.deep.equal({ kind: 'not-allowed' });
      expect(await cases.take(actor, cardRef, 'x')).to.deep.equal({ kind: 'not-allowed' });
      expect(await cases.decide(actor, cardRef, aDecision, 'y')).to.deep.equal({ kind: 'not-allowed' });
    }
    roles.delete('officer-1');
    expect(await cases.decide(officer1, cardRef, aDecision, 'z')).to.deep.equal({ kind: 'not-allowed' });
    expect(await stored()).to.deep.equal(before);
    expect(auditLines().filter(({ event }) => event.startsWith('denied:'))).to.have.length(13);
  });

  it('of a colleague does nothing for an officer who was asked too, unless the escalation is his, and that is audited', async () => {
    const cards = [aCard(), aCard({ cardRef: 'card-2', addressee: officer2.id })];
    const { cases, auditLines } = await aWorld({ cases: [anEscalatedCase({ cards })] });
    const refused = { kind: 'not-allowed' };
    expect(await cases.openCard(officer2, 'card-1')).to.deep.equal(refused);
    expect(await cases.take(officer2, 'card-1', 'take')).to.deep.equal(refused);
    expect(await cases.decide(officer2, 'card-1', aDecision, 'decide')).to.deep.equal(refused);
    expect(auditLines().map(({ event, actor }) => `${event} ${actor}`)).to.deep.equal(
      ['open-card', 'take', 'decide'].map((action) => `denied:${action} officer-2`),
    );
    expect(kindOf(await cases.openCard(officer2, 'card-2'))).to.equal('card');
    expect(kindOf(await cases.openCard(officer1, 'card-2'))).to.equal('card');
  });

  it('is not found for any other reference, and what was sent does not end up in the audit', async () => {
    const { cases, auditLines } = await aFiledWorld();
    for (const cardRef of ['', 'x'.repeat(9000), '__proto__', 'case-1'])
      expect(await cases.decide(officer1, cardRef, aDecision, 'x')).to.deep.equal({ kind: 'not-found' });
    expect(new Set(auditLines().map(({ subject }) => subject))).to.deep.equal(new Set(['unknown-card']));
  });

  it('shows nothing when the audit can not be written', async () => {
    const { cases, cardRef } = await aFiledWorld({ auditLog: brokenLog });
    expect(await cases.openCard(officer1, cardRef)).to.deep.equal({ kind: 'audit-unavailable' });
    expect(await cases.running(officer1)).to.deep.equal({ kind: 'audit-unavailable' });
    expect(kindOf(await cases.decide(officer1, cardRef, aDecision, 'x'))).to.equal('card');
    const second = await cases.decide(officer1, cardRef, aDecision, 'another-command');
    expect(second).to.deep.equal({ kind: 'audit-unavailable' });
  });

  it('is taken and decided, and a replay later gives the same decision and changes nothing', async () => {
    const { cases, cardRef, stored } = await aFiledWorld();
    expect(shown(await cases.take(officer1, cardRef, 'take')).escalation.state.kind).to.equal('taken');
    const first = shown(await cases.decide(officer1, cardRef, aDecision, 'decide'));
    expect(first.mayDecide).to.equal(false);
    const { version } = await stored();
    const repeated = shown(await cases.decide(officer1, cardRef, aDecision, 'decide'));
    expect(repeated.escalation).to.deep.equal(first.escalation);
    for (let replay = 0; replay < 10; replay += 1) {
      const again = await cases.decide(officer1, cardRef, { ...aDecision, verdict: 'refused' }, `replay-${replay}`);
      expect(again).to.have.deep.property('escalation', first.escalation);
      expect(again).to.have.nested.property('decision.by.name', 'Olga Officier');
    }
    expect((await stored()).version).to.equal(version);
  });

  it('keeps the name from the role table, not the one the actor brings', async () => {
    const { cases, cardRef } = await aFiledWorld();
    const view = shown(await cases.decide({ ...officer1, name: 'De Burgemeester' }, cardRef, aDecision, 'x'));
    expect(view.escalation.state).to.have.nested.property('decision.by.name', 'Olga Officier');
  });

  it('is not decided by the officer who filed it himself', async () => {
    const own = anEscalatedCase({ escalation: { filedBy: { kind: 'officer', id: 'officer-1', name: 'Olga' } } });
    const { cases, auditLines } = await aCaseWorld({ cases: [own] });
    expect(await cases.decide(officer1, 'card-1', aDecision, 'x')).to.deep.equal({ kind: 'own-escalation' });
    expect(shown(await cases.openCard(officer1, 'card-1')).mayDecide).to.equal(false);
    expect(auditLines()[0]?.event).to.equal('denied:decide');
  });
});

describe('following and withdrawing', () => {
  it('shows with the code the own filing and nothing about a family', async () => {
    const { cases, filed, auditLines } = await aFiledWorld();
    const followed = await cases.follow(aParent, ` ${(filed.followCode ?? '').toLowerCase().replace('-', ' ')} `);
    expect(followed).to.deep.equal({ kind: 'followed', escalation: filed.escalation, stopped: [] });
    expect(await cases.follow(aParent, '0000-0000')).to.deep.equal({ kind: 'not-found' });
    expect(await cases.follow(aParent, 'geen code')).to.deep.equal({ kind: 'not-found' });
    expect(auditLines().map(({ event }) => event)).to.deep.equal(['filing-followed', 'denied:follow', 'denied:follow']);
  });

  it('gives a colleague with the code only what that colleague may see anyway, under the own id', async () => {
    const { cases, filed, auditLines } = await aFiledWorld();
    const code = filed.followCode ?? '';
    expect(await cases.follow(worker2, code)).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.follow(worker2, '0000-0000')).to.deep.equal({ kind: 'not-found' });
    expect((await cases.follow(worker1, code)).kind).to.equal('followed');
    expect((await cases.follow(officer1, code)).kind).to.equal('followed');
    expect(auditLines().map(({ event, actor }) => [event, actor])).to.deep.equal([
      ['denied:follow', 'worker-2'],
      ['denied:follow', 'worker-2'],
      ['filing-followed', 'worker-1'],
      ['filing-followed', 'officer-1'],
    ]);
  });

  it('lets no colleague speak as the parent with the code of the parent', async () => {
    const { cases, filed, stored } = await aFiledWorld();
    const target = { followCode: filed.followCode ?? '' };
    expect(await cases.withdraw(worker2, target, 'Klaar.', 'w1')).to.deep.equal({ kind: 'not-allowed' });
    expect((await stored()).escalations[0]?.state.kind).to.equal('filed');
  });

  it('is withdrawn by who holds the code, once, before a decision', async () => {
    const { cases, filed, cardRef, stored } = await aFiledWorld();
    const target = { followCode: filed.followCode ?? '' };
    const first = await cases.withdraw(aParent, target, '', 'withdraw');
    expect(first).to.have.nested.property('escalation.state.by', 'parent');
    expect(await cases.withdraw(aParent, target, '', 'withdraw')).to.deep.equal(first);
    expect(kindOf(await cases.withdraw(aParent, target, '', 'other'))).to.equal('already-withdrawn');
    expect(kindOf(await cases.decide(officer1, cardRef, aDecision, 'x'))).to.equal('already-withdrawn');
    expect((await stored()).escalations[0]?.state.kind).to.equal('withdrawn');
  });

  it('is withdrawn without a code only by the colleague who filed it', async () => {
    const { cases, filed } = await aFiledWorld();
    const target = { caseId: 'case-1', escalationId: filed.escalation.id };
    for (const actor of [worker2, officer1, aParent])
      expect(await cases.withdraw(actor, target, 'Opgelost.', 'x')).to.deep.equal({ kind: 'not-allowed' });
    const elsewhere = { caseId: 'none', escalationId: 'none' };
    expect(await cases.withdraw(worker1, elsewhere, 'Opgelost.', 'x')).to.deep.equal({ kind: 'not-found' });
    expect(kindOf(await cases.withdraw(worker1, target, 'Opgelost.', 'y'))).to.equal('followed');
  });
});

describe('the open escalations of an officer', () => {
  it('are the own ones, what is due first in front, each with an audit line; what is over is gone', async () => {
    const { cases, filed, pass, auditLines } = await aFiledWorld();
    pass(86_400_000);
    const later = await filedBy(cases, aParent, aFiling({ caseId: null }), 'later');
    const list = await cases.running(officer1);
    if ('kind' in list) throw new Error(`Refused: ${list.kind}`);
    expect(list.map(({ escalation }) => escalation.id)).to.deep.equal([filed.escalation.id, later.escalation.id]);
    expect(list.map(({ mayDecide }) => mayDecide)).to.deep.equal([true, true]);
    expect(auditLines().map(({ event }) => event)).to.deep.equal(['escalations-listed', 'escalations-listed']);
    await cases.withdraw(aParent, { followCode: filed.followCode ?? '' }, '', 'x');
    expect(await cases.running(officer1)).to.have.length(1);
    expect(await cases.running(officer2)).to.deep.equal([]);
    expect(await cases.running(worker1)).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.running({ ...worker1, kind: 'officer' })).to.deep.equal({ kind: 'not-allowed' });
  });
});

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
    await cases.decide(officer2, cards[1]!.cardRef, aDecision, 'decide');
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

describe('a change that keeps losing', () => {
  it('is reported after 64 tries instead of going on forever', async () => {
    const world = await aWorld();
    let tries = 0;
    const register = {
      ...world.register,
      commit: () => {
        tries += 1;
        return Promise.resolve({ kind: 'conflict', stored: 99 } as const);
      },
    };
    const { cases } = await aCaseWorld({ register });
    const fault = await cases.file(worker1, aFiling(), 'x').then(String, String);
    expect(fault).to.match(/^Error: Failed to change case case-1/);
    expect(tries).to.equal(64);
  });
});
