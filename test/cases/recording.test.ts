import { expect } from 'chai';
import { type CaseEntry, handoverItems, type Provider, type Recorded, type Refusal } from '../../cases/index.ts';
import { aFamilyCase, aPlan, aRegisseur } from '../support/a-family-case.ts';
import { aCaseWorld, officer1, worker1, worker2 } from '../support/case-world.ts';

const today = '2026-11-23';

const aRequest = (overrides: Partial<Extract<CaseEntry, { kind: 'request' }>> = {}): CaseEntry => ({
  kind: 'request',
  requestKind: 'regisseur',
  words: '  Het wordt mij te veel om alles zelf te regelen. ',
  from: 'ouder',
  askedOf: 'CJG',
  signals: ['overload-parent'],
  on: today,
  ...overrides,
});

const aReferral = (overrides: Partial<Extract<CaseEntry, { kind: 'referral' }>> = {}): CaseEntry => ({
  kind: 'referral',
  to: 'MEE',
  purpose: 'regie',
  on: today,
  ...overrides,
});

const aProvider = (overrides: Partial<Provider>): Provider => ({
  id: 'mee',
  name: 'MEE',
  canLead: 'unknown',
  waitingListSince: null,
  registrations: [],
  delivers: [],
  ...overrides,
});

const aWorld = async (wishes: Parameters<typeof aCaseWorld>[0] = {}) => {
  const world = await aCaseWorld({ cases: [aFamilyCase({ plans: 0, regisseurs: 0 })], ...wishes });
  let commands = 0;
  return {
    ...world,
    record: (entry: CaseEntry, commandId = `command-${(commands += 1)}`) =>
      world.cases.record(worker1, 'case-1', entry, commandId),
  };
};

const done = (outcome: Recorded | Refusal): Recorded => {
  if (outcome.kind !== 'recorded') throw new Error(`Expected it to be recorded, got ${JSON.stringify(outcome)}.`);
  return outcome;
};

describe('writing a request down', () => {
  it('keeps the words letter by letter with their hash, and dates the fact', async () => {
    const { record, stored, deps } = await aWorld();
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
    const { record, stored } = await aWorld();
    await record(aRequest({ words: 'Mijn nummer is 111222333. Help.' }));
    const text = (await stored()).requests[0]?.words.text ?? '';
    expect(text).to.not.include('111222333');
    expect(text.endsWith('. Help.')).to.equal(true);
  });

  it('is one command however often it comes in', async () => {
    const { record, stored } = await aWorld();
    const first = done(await record(aRequest(), 'same'));
    const again = done(await record(aRequest({ words: 'Anders.' }), 'same'));
    expect(again.id).to.equal(first.id);
    expect((await stored()).requests).to.have.length(1);
    expect((await stored()).version).to.equal(2);
  });

  it('is for who has a task for the family, and leaves a line in both logs', async () => {
    const { cases, stored, auditLines } = await aWorld();
    for (const actor of [worker2, officer1])
      expect(await cases.record(actor, 'case-1', aRequest(), 'x')).to.deep.equal({ kind: 'not-allowed' });
    expect(await cases.record(worker1, 'none', aRequest(), 'x')).to.deep.equal({ kind: 'not-found' });
    expect((await stored()).requests).to.deep.equal([]);
    expect(auditLines().map(({ event }) => event)).to.deep.equal(Array.from({ length: 3 }, () => 'denied:record'));
    await cases.record(worker1, 'case-1', aRequest(), 'x');
    expect((await stored()).audit.map(({ event }) => event)).to.deep.equal(['recorded:request']);
  });

  it('stays open after an answer that gives nothing, and ends when it is granted', async () => {
    const { record, stored } = await aWorld();
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
    const { record, stored } = await aWorld({ settings: { providers: [aProvider({ canLead: 'no' })] } });
    await record(aRequest());
    await record({ kind: 'regisseur', regisseur, on: today });
    expect((await stored()).requests[0]?.endedOn).to.equal(null);
    expect((await stored()).facts[1]?.signals).to.deep.equal([]);
    await record({ kind: 'regisseur', regisseur: { ...regisseur, organisation: 'Team Een' }, on: today });
    expect((await stored()).requests[0]?.endedOn).to.equal(today);
  });
});

describe('a wrong entry', () => {
  const wrong: readonly (readonly [string, CaseEntry, readonly string[]])[] = [
    [
      'request',
      aRequest({ words: ' ', from: '', askedOf: 'x'.repeat(401), on: '2026-02-30' }),
      ['words', 'from', 'askedOf', 'on'],
    ],
    ['request', aRequest({ on: '2026-11-24' }), ['on']],
    [
      'answer',
      { kind: 'answer', requestId: null, outcome: 'granted', reason: 'kort', on: today },
      ['requestId', 'reason'],
    ],
    ['signals', { kind: 'signals', codes: [], from: 'ouder', words: null, note: null, on: today }, ['codes']],
    [
      'signals',
      { kind: 'signals', codes: ['request-granted'], from: 'ouder', words: null, note: null, on: today },
      ['codes'],
    ],
    ['signal-handled', { kind: 'signal-handled', signalId: 'none', what: '', on: today }, ['signalId', 'what']],
    ['referral', aReferral({ to: '', purpose: ' ' }), ['to', 'purpose']],
    [
      'referral-outcome',
      { kind: 'referral-outcome', referralId: 'none', outcome: 'refused', reason: '', on: today },
      ['referralId', 'reason'],
    ],
    [
      'party',
      { kind: 'party', organisation: '', person: null, task: '', domain: null, on: today },
      ['organisation', 'task'],
    ],
    ['party-ended', { kind: 'party-ended', partyId: 'none', on: today }, ['partyId']],
    [
      'plan',
      {
        kind: 'plan',
        plan: {
          planKind: '',
          owner: null,
          reviewBy: '2026-13-01',
          members: ['stranger'],
          domains: [],
          priorities: [],
          agreedBy: [],
        },
        on: today,
      },
      ['planKind', 'reviewBy', 'members'],
    ],
    ['plan-agreed', { kind: 'plan-agreed', planId: 'none', agreedBy: [' '], on: today }, ['planId', 'agreedBy']],
    ['plan-ended', { kind: 'plan-ended', planId: 'none', on: today }, ['planId']],
    [
      'regisseur',
      {
        kind: 'regisseur',
        regisseur: { name: '', organisation: '', canLead: 'yes', mandate: 'yes', match: 'yes', deputy: null },
        on: today,
      },
      ['name', 'organisation'],
    ],
    [
      'regisseur-lost',
      { kind: 'regisseur-lost', regisseurId: 'none', reason: '', on: today },
      ['regisseurId', 'reason'],
    ],
    [
      'worker-change',
      { kind: 'worker-change', measureId: 'none', from: null, to: null, takenOverOn: today, reason: '', on: today },
      ['measureId', 'to', 'reason'],
    ],
    [
      'handover',
      { kind: 'handover', handoverId: 'none', to: null, takenOverOn: null, done: [], on: today },
      ['handoverId', 'to'],
    ],
    ['measure', { kind: 'measure', measureKind: '', on: today }, ['measureKind']],
    ['measure-ended', { kind: 'measure-ended', measureId: 'none', on: today }, ['measureId']],
    [
      'rejection',
      { kind: 'rejection', what: '', rule: '', alternative: null, maatwerk: false, on: today },
      ['what', 'rule'],
    ],
    [
      'promise',
      { kind: 'promise', what: '', toWhom: '', owner: '', due: '2026-11-22', on: today },
      ['what', 'toWhom', 'owner', 'due'],
    ],
    ['promise-kept', { kind: 'promise-kept', promiseId: 'none', on: today }, ['promiseId']],
    [
      'aftercare',
      { kind: 'aftercare', contact: '', relapseSigns: [], relapsePlan: '', chronicReviewOn: '2026-01-01', on: today },
      ['contact', 'relapsePlan', 'chronicReviewOn'],
    ],
    [
      'aftercare-moment',
      { kind: 'aftercare-moment', due: today, relapse: false, note: null, nextReviewOn: null, on: today },
      ['due'],
    ],
    ['aftercare-ended', { kind: 'aftercare-ended', reason: 'x', on: today }, ['aftercare', 'reason']],
    ['life-domains', { kind: 'life-domains', memberId: 'stranger', looks: [], on: today }, ['memberId', 'looks']],
    ['tasks', { kind: 'tasks', tasks: [{ what: '', who: '', due: 'morgen' }], on: today }, ['what', 'who', 'due']],
    ['task-done', { kind: 'task-done', taskId: 'none', on: today }, ['taskId']],
    [
      'trajectory',
      {
        kind: 'trajectory',
        trajectory: { what: '', organisation: '', since: 'ooit', until: null, helped: 'no' },
        on: today,
      },
      ['what', 'organisation', 'since'],
    ],
  ];
  for (const [kind, entry, fields] of wrong)
    it(`(${kind}) is refused at ${fields.join(', ')}, and nothing is saved`, async () => {
      const { record, stored } = await aWorld();
      const outcome = await record(entry);
      expect(outcome.kind).to.equal('invalid');
      if (outcome.kind === 'invalid') expect(outcome.fields.map(({ field }) => field)).to.have.members([...fields]);
      expect((await stored()).version).to.equal(1);
    });
});

describe('a referral', () => {
  it('is refused the second time, also in other letters, and says when the first one was', async () => {
    const { record, stored } = await aWorld();
    const first = done(await record(aReferral()));
    const again = await record(aReferral({ to: ' mee ', purpose: 'Regie' }));
    expect(again).to.have.nested.property('earlier.id', first.id);
    expect(again.kind).to.equal('referral-twice');
    expect((await record(aReferral({ purpose: 'thuisadministratie' }))).kind).to.equal('recorded');
    expect((await stored()).referrals).to.have.length(2);
  });

  it('may be made again to a party whose help was finished', async () => {
    const { record } = await aWorld();
    const { id } = done(await record(aReferral()));
    await record({ kind: 'referral-outcome', referralId: id, outcome: 'done', reason: '', on: today });
    expect((await record(aReferral())).kind).to.equal('recorded');
  });

  it('is refused to a party that could not help before, whatever it is for this time', async () => {
    const { record } = await aWorld();
    const { id } = done(await record(aReferral()));
    const reason = 'MEE heeft een wachtlijst.';
    await record({ kind: 'referral-outcome', referralId: id, outcome: 'waiting-list', reason, on: today });
    expect((await record(aReferral({ purpose: 'iets anders' }))).kind).to.equal('referral-twice');
  });

  it('is refused to who can not lead or has a waiting list, with who can', async () => {
    const providers = [
      aProvider({ canLead: 'no' }),
      aProvider({ id: 'x', name: 'X-coaching', canLead: 'yes' }),
      aProvider({ id: 'y', name: 'Y-zorg', canLead: 'yes', waitingListSince: '2026-05-01', delivers: ['begeleiding'] }),
      aProvider({ id: 'z', name: 'Z-zorg', delivers: ['begeleiding'] }),
    ];
    const { record, stored } = await aWorld({ settings: { providers } });
    expect(await record(aReferral())).to.deep.equal({
      kind: 'cannot-deliver',
      because: 'cannot-lead',
      since: null,
      alternatives: [providers[1]],
    });
    expect(await record(aReferral({ to: 'Y-zorg', purpose: 'begeleiding' }))).to.deep.equal({
      kind: 'cannot-deliver',
      because: 'waiting-list',
      since: '2026-05-01',
      alternatives: [providers[3]],
    });
    expect((await stored()).version).to.equal(1);
    expect((await record(aReferral({ to: 'MEE', purpose: 'formulieren' }))).kind).to.equal('recorded');
  });

  it('that ends in nothing puts an open request on the desk', async () => {
    const { record } = await aWorld();
    await record(aRequest());
    const { id } = done(await record(aReferral()));
    const reason = 'Zij voeren geen regie.';
    const { found, card } = done(
      await record({ kind: 'referral-outcome', referralId: id, outcome: 'cannot-deliver', reason, on: today }),
    );
    expect(found.map(({ rule }) => rule)).to.deep.equal(['K5']);
    expect(card?.openedOn).to.equal(today);
  });
});

describe('plans and regisseurs', () => {
  const plan = { owner: null, reviewBy: null, members: [], domains: [], priorities: [], agreedBy: ['Ouder'] } as const;

  it('lets an ondersteuningsplan change nothing for the rules', async () => {
    const { record, stored } = await aWorld();
    await record({ kind: 'plan', plan: { ...plan, planKind: 'ondersteuningsplan' }, on: today });
    await record({ kind: 'plan', plan: { ...plan, planKind: 'gezinsplan' }, on: today });
    expect((await stored()).facts.map(({ signals }) => signals)).to.deep.equal([[], ['plan-made', 'plan-agreed']]);
  });

  it('says that there is no plan when the last one that counts ends', async () => {
    const { record, stored } = await aWorld({ cases: [aFamilyCase({ plans: [aPlan(), aPlan({ id: 'plan-2' })] })] });
    await record({ kind: 'plan-ended', planId: 'plan-1', on: today });
    await record({ kind: 'plan-ended', planId: 'plan-2', on: today });
    expect((await stored()).facts.map(({ signals }) => signals)).to.deep.equal([[], ['no-plan']]);
  });

  it('files when the regisseur is lost', async () => {
    const { record, stored } = await aWorld({ cases: [aFamilyCase({ regisseurs: [aRegisseur()] })] });
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
      const { record } = await aWorld();
      const { found } = done(await record({ ...rejection, alternative, maatwerk }));
      expect(found.map(({ rule }) => rule)).to.deep.equal(rules);
    }
  });

  it('is an answer to what was asked, and leaves it open', async () => {
    const { record, stored } = await aWorld();
    await record(aRequest());
    await record({ ...rejection, alternative: 'Y-zorg', maatwerk: false });
    expect((await stored()).requests[0]).to.deep.include({ endedOn: null });
    expect((await stored()).requests[0]?.answers[0]?.outcome).to.equal('rejected-on-rule');
  });
});

describe('who stays with the family', () => {
  it('says that the handover is done with the last tick that counts', async () => {
    const { record, stored } = await aWorld();
    const gone = {
      kind: 'worker-change',
      measureId: null,
      from: 'A',
      to: null,
      takenOverOn: null,
      reason: 'Andere baan.',
      on: today,
    } as const;
    const { id } = done(await record(gone));
    const [first, ...rest] = handoverItems;
    const ticks = { kind: 'handover', handoverId: id, to: 'B', takenOverOn: today, on: today } as const;
    await record({ ...ticks, done: [first] });
    await record({ ...ticks, done: rest.filter((item) => item !== 'look-back-after-two-weeks') });
    await record({ ...ticks, done: ['look-back-after-two-weeks'] });
    const { facts, handovers } = await stored();
    expect(facts.map(({ signals }) => signals)).to.deep.equal([['change-of-worker'], [], ['handover-done'], []]);
    expect(handovers[0]).to.deep.include({ to: 'B', takenOverOn: today, done: [...handoverItems] });
  });

  it('promises the first appointment of a measure within five werkdagen, over Christmas too', async () => {
    const { record, stored, setTime } = await aWorld();
    setTime('2026-12-23T09:00:00.000Z');
    await record({ kind: 'measure', measureKind: 'ondertoezichtstelling', on: '2026-12-23' });
    expect((await stored()).measures[0]?.firstAppointmentBy).to.equal('2026-12-31');
    setTime('2027-01-05T09:00:00.000Z');
    const { id } = (await stored()).measures[0] ?? { id: '' };
    await record({ kind: 'measure-appointment', measureId: id, on: '2027-01-04' });
    expect((await stored()).facts.at(-1)?.signals).to.deep.equal(['promise-missed']);
  });

  it('shows a promise without a date as one', async () => {
    const { record, stored } = await aWorld();
    const promise = { kind: 'promise', what: 'Terugbellen', toWhom: 'ouder', owner: 'worker-1', on: today } as const;
    await record({ ...promise, due: null });
    await record({ ...promise, due: today });
    expect((await stored()).facts.map(({ signals }) => signals)).to.deep.equal([['commitment-without-date'], []]);
  });
});

describe('aftercare', () => {
  const aftercare = {
    kind: 'aftercare',
    contact: 'Samira',
    relapseSigns: ['Niet naar school'],
    relapsePlan: 'Bel Samira.',
    on: today,
  } as const;

  it('has its moments on the set days', async () => {
    const { record, stored } = await aWorld();
    await record({ ...aftercare, chronicReviewOn: null });
    const dues = (await stored()).aftercare?.moments.map(({ due }) => due);
    expect(dues).to.deep.equal(['2026-12-21', '2027-02-22', '2027-05-24']);
  });

  it('never closes silently for a chronic family: every review names the next', async () => {
    const { record, stored, setTime } = await aWorld();
    await record({ ...aftercare, chronicReviewOn: '2027-01-04' });
    setTime('2027-01-04T09:00:00.000Z');
    const review = {
      kind: 'aftercare-moment',
      due: '2027-01-04',
      relapse: false,
      note: null,
      on: '2027-01-04',
    } as const;
    expect(await record({ ...review, nextReviewOn: null })).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'nextReviewOn', problem: 'missing' }],
    });
    await record({ ...review, nextReviewOn: '2027-07-05' });
    expect((await stored()).aftercare?.chronicReviewOn).to.equal('2027-07-05');
    const ended = await record({ kind: 'aftercare-ended', reason: 'Het gezin wil niet meer.', on: '2027-01-04' });
    expect(ended.kind).to.equal('recorded');
    expect((await stored()).facts.at(-1)?.note).to.equal('Het gezin wil niet meer.');
  });
});
