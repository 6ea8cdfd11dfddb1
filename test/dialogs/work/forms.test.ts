import { expect } from 'chai';
import { choiceRef } from '../../../cards/choice-ref.ts';
import { workForms } from '../../../cards/index.ts';
import { lifeDomainNames, tickable } from '../../../cases/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';

/** What a worker types in each form, and the fields that are wrong when nothing but nonsense comes in. */
const filledIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  signals: { codes: 'overload-parent', codes_regie: 'many-agencies,no-plan', from: 'ouder', words: 'Het is te veel.' },
  'signal-handled': { signalId: '#0', what: 'Teruggebeld.' },
  'signal-owner': {
    signalId: '#0',
    newOwner: choiceRef('worker-2'),
    due: '2026-12-01',
    why: 'Zij belt morgen met school.',
  },
  request: { requestKind: 'help', words: ' Help ons. ', from: 'ouder', askedOf: 'CJG' },
  answer: { requestId: '#0', outcome: 'granted', reason: 'Dit gaat volgende week beginnen.' },
  rejection: { what: 'Een coach', rule: 'SKJ-registratie', alternative: '', maatwerk: 'yes' },
  regisseur: {
    name: 'Rita',
    organisation: 'CJG',
    canLead: 'yes',
    mandate: 'yes',
    match: 'yes',
    deputy: 'Rob',
    replaces: 'yes',
  },
  'regisseur-lost': { regisseurId: '#0', reason: 'Zij heeft een andere baan.' },
  plan: { planKind: 'gezinsplan', owner: 'Rita', members: '#0,#1', domains: 'wonen', priorities: 'Rust\nSlaap' },
  'plan-agreed': { planId: '#0', agreedBy: 'Ouder Een\nRita' },
  'plan-ended': { planId: '#0' },
  'life-domains': { memberId: '#1', looks: 'concern', look_wonen: 'well' },
  party: { organisation: 'School', person: '', task: 'Begeleiding', domain: 'onderwijs' },
  'party-ended': { partyId: '#0' },
  tasks: { codes: 'plan,veiligheid', what: 'Bellen met school', who: 'Rita', due: '2026-12-01' },
  'task-done': { taskId: '#0' },
  promise: { what: 'Ik bel terug', toWhom: 'Ouder', owner: 'Wil', due: '' },
  'promise-date': { promiseId: '#0', owner: 'Wil', due: '2026-12-01', why: 'Dan is de school er weer.' },
  'promise-step': { promiseId: '#0', outcome: 'promise-kept' },
  referral: { to: 'MEE', purpose: 'regie' },
  'referral-outcome': { referralId: '#0', outcome: 'done' },
  trajectory: { what: 'Homestart', organisation: 'Homestart', since: '2025-01-01', until: '', helped: 'no' },
  measure: { measureKind: 'ots' },
  'measure-step': { measureId: '#0', outcome: 'measure-appointment' },
  'worker-change': { from: 'Wil', to: '', takenOverOn: '', reason: 'Wil is ziek' },
  handover: { handoverId: '#0', to: 'Wim', takenOverOn: '2026-11-23', codes: 'plan-and-dates,what-works' },
  aftercare: { contact: 'Wil', relapseSigns: 'Niet naar school', relapsePlan: 'Bel Wil', chronicReviewOn: '' },
  'aftercare-moment': { moment: '2026-12-21', relapse: 'yes', note: 'Het gaat slechter' },
  'aftercare-ended': { reason: 'Het gaat al lang goed.' },
};

/** With a colleague to whom a signal can be given. */
const aTeamTalk = () => aWorkerTalk({ families: [aFamilyCase({ workers: ['worker-1', 'worker-2'] })] });

describe('every form of a worker (W2–W4, W7, W10–W12, W16)', () => {
  it('has an example here', () => {
    expect(workForms.map(({ name }) => name)).to.deep.equal(Object.keys(filledIn));
  });

  it('is filled in one after the other for one family, and each is written down once, however often it is pressed', async () => {
    const talk = await aTeamTalk();
    for (const { name } of workForms) {
      await talk.says('vastleggen De Vries');
      const shown = await talk.presses(`new-${name}`);
      expect(shown, name)
        .to.include(textOf(`werk.${name}`))
        .and.include('Gezin De Vries');
      const cardRef = talk.ref();
      const data = { cardRef, on: '2026-11-23', ...filledIn[name] };
      const told = await talk.presses(`save-${name}`, data);
      expect(told, name).to.include(textOf(`vastgelegd.${name}`));
      const { version, facts } = await talk.stored();
      expect(await talk.presses(`save-${name}`, data), name).to.include(textOf(`vastgelegd.${name}`));
      expect(await talk.stored(), name).to.deep.include({ version, facts });
    }
    const stored = await talk.stored();
    expect(stored.requests[0]?.words.text).to.equal(' Help ons. ');
    expect(stored.signals.map(({ code }) => code)).to.deep.equal(['overload-parent', 'many-agencies', 'no-plan']);
    expect(stored.tasks.map(({ what }) => what)).to.deep.equal([
      textOf('regietaak.veiligheid'),
      textOf('regietaak.plan'),
      'Bellen met school',
    ]);
    expect(stored.plans.at(-1)).to.deep.include({ members: ['ouder-1', 'kind-1'], priorities: ['Rust', 'Slaap'] });
    expect(stored.lifeDomains.map(({ memberId, domain, state }) => `${memberId} ${domain} ${state}`)).to.deep.equal([
      `kind-1 ${lifeDomainNames[0]} concern`,
      'kind-1 wonen well',
    ]);
    expect(stored.handovers[0]).to.deep.include({ to: 'Wim', done: ['plan-and-dates', 'what-works'] });
    expect(stored.aftercare?.moments[0]).to.deep.include({ relapse: true });
  });

  for (const { name } of workForms) {
    it(`comes back with every fault at once, everything typed kept and nothing saved: ${name}`, async () => {
      const talk = await aTeamTalk();
      for (const earlier of workForms.map((form) => form.name).slice(0, Object.keys(filledIn).indexOf(name))) {
        await talk.says('vastleggen De Vries');
        await talk.presses(`new-${earlier}`);
        await talk.presses(`save-${earlier}`, { on: '2026-11-23', ...filledIn[earlier] });
      }
      await talk.says('vastleggen De Vries');
      await talk.presses(`new-${name}`);
      const before = await talk.stored();
      const nonsense = Object.fromEntries(Object.keys(filledIn[name] ?? {}).map((field) => [field, 'x'.repeat(9000)]));
      const cardRef = talk.ref();
      // A signal is given away, and a day agreed on, now: by a day that is still to come.
      const [day, wrong] = ['signal-owner', 'promise-date'].includes(name)
        ? ['due', '2020-01-01']
        : ['on', '2031-01-01'];
      await talk.presses(`save-${name}`, { ...nonsense, cardRef, [day]: wrong });
      const card = JSON.stringify(talk.newest());
      expect(card)
        .to.include(textOf('fout.werk.boven'))
        .and.include(textOf(`fout.werk.${day}`))
        .and.include(cardRef);
      expect(card)
        .to.include(`"value":"${wrong}"`)
        .and.include(`"value":"${'x'.repeat(100)}`);
      // Choices that may be left open and boxes are the only fields that nonsense leaves without a fault.
      const faults = [...card.matchAll(/"color":"Attention"/g)].length - 1;
      expect(faults).to.be.at.least(name.endsWith('ended') || name === 'measure' || name === 'task-done' ? 1 : 2);
      expect(await talk.stored()).to.deep.equal(before);
    });
  }

  it('does nothing for a reference that was never handed out, for nonsense, or for a family that is no longer one’s own', async () => {
    const talk = await aWorkerTalk();
    for (const data of [{ cardRef: 'x'.repeat(22) }, { cardRef: '__proto__' }, { cardRef: 5 }, null, 'x', []]) {
      for (const verb of ['new-signals', 'save-signals', 'stuck', 'stop-finding', 'push-finding', 'save-gate', 'menu'])
        expect((await talk.replies({ kind: 'submit', verb, data }))[0]).to.deep.include({
          paragraphs: [textOf('weiger.verlopen')],
        });
    }
    await talk.says('signaal De Vries');
    const stored = await talk.stored();
    await talk.world.register.commit({ ...stored, version: stored.version + 1, workers: [] });
    const refused = await talk.presses('save-signals', { on: '2026-11-23', ...filledIn.signals });
    expect(refused).to.equal(textOf('weiger.not-allowed'));
    expect((await talk.stored()).signals).to.deep.equal([]);
  });

  it('puts every code that can be ticked on the list once', async () => {
    const talk = await aWorkerTalk();
    await talk.says('signaal De Vries');
    const values = [...JSON.stringify(talk.newest()).matchAll(/"value":"([a-z-]+)"/g)].map(([, value]) => value);
    const ticked = values.filter((value) => tickable.some((code) => code === value));
    expect([...ticked].sort()).to.deep.equal([...tickable].sort());
  });

  it('shows what was ticked, its owner and its day, the numbers when it is about safety, and what the rules found', async () => {
    const talk = await aWorkerTalk({ families: [aFamilyCase({ plans: 0, regisseurs: 0 })] });
    await talk.says('signaal De Vries');
    const told = await talk.presses('save-signals', {
      codes: 'cry-for-help,safety-concern',
      from: 'ouder',
      words: 'Het gaat echt niet.',
      on: '2026-11-23',
    });
    expect(told).to.include(textOf('signaal.cry-for-help')).and.include('Wil Werker').and.include('30 november 2026');
    expect(told).to.include('Het gaat echt niet.').and.include('112');
    expect(told)
      .to.include(textOf('vastgelegd.regels'))
      .and.include('liet het gezin weten dat het echt niet goed gaat');
  });

  it('starts the clock of the plan when a regisseur is named, and warns for one who can’t lead', async () => {
    const talk = await aWorkerTalk({ families: [aFamilyCase({ plans: 0, regisseurs: 0 })] });
    const named = { name: 'Rita', organisation: 'CJG', mandate: 'yes', match: 'yes', on: '2026-11-23' };
    await talk.says('regisseur benoemen De Vries');
    expect(await talk.presses('save-regisseur', { ...named, canLead: 'yes' })).to.include('4 januari 2027');
    await talk.says('regisseur benoemen De Vries');
    const told = await talk.presses('save-regisseur', { ...named, canLead: 'no', replaces: 'yes' });
    expect(told).to.include(textOf('vastgelegd.regisseur.kan-niet'));
  });

  it('shows the new worker what the parent need not tell again', async () => {
    const talk = await aWorkerTalk();
    await talk.says('verzoek De Vries');
    await talk.presses('save-request', { ...filledIn.request, words: 'Wij willen één gezicht.', on: '2026-11-20' });
    expect(await talk.says('overdracht De Vries')).to.include(textOf('werk.worker-change'));
    await talk.presses('save-worker-change', { ...filledIn['worker-change'], on: '2026-11-20' });
    const handover = await talk.says('overdracht De Vries');
    expect(handover).to.include(textOf('overdracht.niet-opnieuw')).and.include('Wij willen één gezicht.');
    const told = await talk.presses('save-handover', { ...filledIn.handover, on: '2026-11-23' });
    expect(told).to.include(textOf('overdracht.mist')).and.include(textOf('overdracht.consents'));
    expect(told).to.not.include(`☐ ${textOf('overdracht.what-works')}`);
    const verdict = await talk.says('controleer gezin De Vries');
    expect(verdict).to.include('1 keer een andere werker, 2 dagen zonder vaste werker');
  });
});
