import { expect } from 'chai';
import { aCard, anEscalatedCase } from '../support/a-family-case.ts';
import { aDecision, aFiledWorld, aWorld, brokenLog, filedBy, kindOf, shown } from '../support/a-filed-world.ts';
import { aCaseWorld, aFiling, aParent, officer1, officer2, sha256, worker1, worker2 } from '../support/case-world.ts';

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
