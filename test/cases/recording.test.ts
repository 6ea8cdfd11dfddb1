import { expect } from 'chai';
import { aFamilyCase, aPlan, aRegisseur } from '../support/a-family-case.ts';
import { aProvider, aRecordingWorld, aRequest, done, today } from '../support/a-recording.ts';
import { officer1, worker1, worker2 } from '../support/case-world.ts';

describe('writing a request down', () => {
  it('keeps the words letter by letter with their hash, and dates the fact', async () => {
    const { record, stored, deps } = await aRecordingWorld();
    const { id } = done(await record(aRequest()));
    const { requests, facts, signals } = await stored();
    const words = '  Het wordt mij te veel om alles zelf te regelen. ';
    expect(requests[0]).to.deep.include({ id, on: today, from: 'ouder', answers: [], endedOn: null });
    expect(requests[0]?.words).to.include({ text: words, sha256: deps.sha256(words) });
    expect(facts).to.have.length(1);
    expect(facts[0]).to.deep.include({ date: today, seq: 1, signals: ['request-for-regisseur', 'overload-parent'] });
    expect(signals).to.have.length(1);
    expect(signals[0]).to.include({ code: 'overload-parent', owner: 'worker-1', due: '2026-11-30', from: 'ouder' });
  });

  it('takes a citizen service number out of the words, and nothing else', async () => {
    const { record, stored } = await aRecordingWorld();
    await record(aRequest({ words: 'Mijn nummer is 111222333. Help.' }));
    const text = (await stored()).requests[0]?.words.text ?? '';
    expect(text).to.not.include('111222333');
    expect(text.endsWith('. Help.')).to.equal(true);
  });

  it('is one command however often it comes in', async () => {
    const { record, stored } = await aRecordingWorld();
    const first = done(await record(aRequest(), 'same'));
    const again = done(await record(aRequest({ words: 'Anders.' }), 'same'));
    expect(again.id).to.equal(first.id);
    expect((await stored()).requests).to.have.length(1);
    expect((await stored()).version).to.equal(2);
  });

  it('is for who has a task for the family, and leaves a line in both logs', async () => {
    const { cases, stored, auditLines } = await aRecordingWorld();
    for (const actor of [worker2, officer1])
      expect(await cases.record(actor, 'case-1', aRequest(), 'x')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.record(worker1, 'none', aRequest(), 'x')).to.deep.equal({ kind: 'not-found' });
    expect((await stored()).requests).to.deep.equal([]);
    expect(auditLines().map(({ event }) => event)).to.deep.equal(Array.from({ length: 3 }, () => 'denied:record'));
    await cases.record(worker1, 'case-1', aRequest(), 'x');
    expect((await stored()).audit.map(({ event }) => event)).to.deep.equal(['recorded:request']);
  });

  it('stays open after an answer that gives nothing, and ends when it is granted', async () => {
    const { record, stored } = await aRecordingWorld();
    const { id } = done(await record(aRequest()));
    const reason = 'Alles blijft zoals het was.';
    await record({ kind: 'answer', requestId: id, outcome: 'not-granted', reason, on: today });
    expect((await stored()).requests[0]).to.deep.include({ endedOn: null });
    await record({ kind: 'answer', requestId: null, outcome: 'granted', reason: 'Er komt hulp.', on: today });
    const [request] = (await stored()).requests;
    expect(request?.endedOn).to.equal(today);
    expect(request?.answers.map(({ outcome }) => outcome)).to.deep.equal(['not-granted', 'granted']);
    const more = await record({ kind: 'answer', requestId: id, outcome: 'granted', reason: 'Nog eens ja.', on: today });
    expect(more).to.deep.equal({ kind: 'invalid', fields: [{ field: 'requestId', problem: 'not-open' }] });
  });

  it('ends with the regisseur, unless that one surely can not lead', async () => {
    const regisseur = {
      name: 'R',
      organisation: 'MEE',
      canLead: 'unknown',
      mandate: 'yes',
      match: 'yes',
      deputy: null,
    } as const;
    const { record, stored } = await aRecordingWorld({ settings: { providers: [aProvider({ canLead: 'no' })] } });
    await record(aRequest());
    await record({ kind: 'regisseur', regisseur, on: today });
    expect((await stored()).requests[0]?.endedOn).to.equal(null);
    expect((await stored()).facts[1]?.signals).to.deep.equal([]);
    const team = { ...regisseur, organisation: 'Team Een' };
    expect(await record({ kind: 'regisseur', regisseur: team, on: today })).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'replaces', problem: 'missing' }],
    });
    await record({ kind: 'regisseur', replaces: true, regisseur: team, on: today });
    expect((await stored()).requests[0]?.endedOn).to.equal(today);
  });
});

describe('plans and regisseurs', () => {
  const plan = { owner: null, reviewBy: null, members: [], domains: [], priorities: [], agreedBy: ['Ouder'] } as const;

  it('lets an ondersteuningsplan change nothing for the rules', async () => {
    const { record, stored } = await aRecordingWorld();
    await record({ kind: 'plan', plan: { ...plan, planKind: 'ondersteuningsplan' }, on: today });
    await record({ kind: 'plan', plan: { ...plan, planKind: 'gezinsplan' }, on: today });
    expect((await stored()).facts.map(({ signals }) => signals)).to.deep.equal([[], ['plan-made', 'plan-agreed']]);
  });

  it('says that there is no plan when the last one that counts ends', async () => {
    const { record, stored } = await aRecordingWorld({
      cases: [aFamilyCase({ plans: [aPlan(), aPlan({ id: 'plan-2' })] })],
    });
    await record({ kind: 'plan-ended', planId: 'plan-1', on: today });
    await record({ kind: 'plan-ended', planId: 'plan-2', on: today });
    expect((await stored()).facts.map(({ signals }) => signals)).to.deep.equal([[], ['no-plan']]);
  });

  it('files when the regisseur is lost', async () => {
    const { record, stored } = await aRecordingWorld({ cases: [aFamilyCase({ regisseurs: [aRegisseur()] })] });
    const reason = 'De regisseur is ziek.';
    const { found } = done(await record({ kind: 'regisseur-lost', regisseurId: 'regisseur-1', reason, on: today }));
    expect(found.map(({ rule }) => rule)).to.deep.equal(['K8']);
    expect((await stored()).regisseurs[0]?.until).to.equal(today);
  });
});

describe('a refusal on a rule', () => {
  const rejection = { kind: 'rejection', what: 'X-coaching', rule: 'Geen SKJ-registratie.', on: today } as const;

  it('without an alternative goes to the desk, with one it does not', async () => {
    for (const [alternative, maatwerk, rules] of [
      [null, false, ['K7']],
      ['Y-zorg kan het wel.', false, []],
      [null, true, []],
    ] as const) {
      const { record } = await aRecordingWorld();
      const { found } = done(await record({ ...rejection, alternative, maatwerk }));
      expect(found.map(({ rule }) => rule)).to.deep.equal(rules);
    }
  });

  it('is an answer to what was asked, and leaves it open', async () => {
    const { record, stored } = await aRecordingWorld();
    await record(aRequest());
    await record({ ...rejection, alternative: 'Y-zorg', maatwerk: false });
    expect((await stored()).requests[0]).to.deep.include({ endedOn: null });
    expect((await stored()).requests[0]?.answers[0]?.outcome).to.equal('rejected-on-rule');
  });
});
