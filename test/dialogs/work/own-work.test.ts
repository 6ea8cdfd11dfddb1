/** "Mijn werk": which thing it is that waits, for whom, and that a signal can be given to a colleague. */
import { expect } from 'chai';
import { choiceRef } from '../../../cards/choice-ref.ts';
import { digestCard, digestCounts, wordsOf } from '../../../cards/index.ts';
import { type FamilyCase, workWaitingFor } from '../../../cases/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { wherein } from '../../support/card-walk.ts';
import { worker1, worker2 } from '../../support/case-world.ts';

const on = '2026-11-23';
const INJECTED = 'Kanarie [klik](https://evil.example) **vet** <at>x</at> {{DATE(2017-02-14)}} ${$root}';
const team = (overrides: Partial<FamilyCase> = {}) =>
  aFamilyCase({ plans: 0, workers: ['worker-1', 'worker-2'], ...overrides });
const given = {
  signalId: '#0',
  newOwner: choiceRef('worker-2'),
  due: '2026-12-09',
  why: 'Zij gaat er morgen naartoe.',
};

async function aTeam() {
  const talk = await aWorkerTalk({ families: [team()] });
  const colleague = await aWorkerTalk({ as: worker2, world: { register: talk.world.register } });
  await talk.says('signaal De Vries');
  await talk.presses('save-signals', { codes: 'complaint', from: 'ouder', words: 'Niemand luistert.', on });
  return { talk, colleague };
}

describe('what waits for a worker', () => {
  it('is told by the words of the request, the sentence of the signal, the promise with to whom, and what was due', async () => {
    const talk = await aWorkerTalk({ families: [team()] });
    await talk.says('verzoek De Vries');
    const words = `Wij willen één gezicht, ${'echt '.repeat(60)}het einde.`;
    await talk.presses('save-request', { requestKind: 'help', words, from: 'ouder', askedOf: 'CJG', on });
    await talk.says('signaal De Vries');
    await talk.presses('save-signals', { codes: 'complaint', from: 'ouder', words: 'Niemand luistert.', on });
    await talk.says('belofte De Vries');
    await talk.presses('save-promise', {
      what: 'Ik bel de school',
      toWhom: 'Oma',
      owner: 'Wil',
      due: '2026-11-25',
      on,
    });
    await talk.says('taken De Vries');
    await talk.presses('save-tasks', { what: 'Bellen met de huisarts', who: 'Rita', due: '2026-11-26', on });
    const work = await talk.says('mijn werk');
    expect(work).to.include('‘Wij willen één gezicht, echt').and.include('…').and.not.include('het einde');
    expect(work).to.include(textOf('signaal.complaint')).and.include('‘Niemand luistert.’');
    expect(work).to.include('Ik bel de school (beloofd aan Oma, door Wil)').and.include('25 november 2026');
    expect(work).to.include('Bellen met de huisarts (Rita)').and.include('26 november 2026');
  });

  it('shows words of people where no client reads markup, and never in what is pushed', async () => {
    const talk = await aWorkerTalk({ families: [team({ family: labelled(INJECTED) })] });
    for (const [form, fields] of [
      ['signals', { codes: 'complaint', from: 'ouder', words: INJECTED }],
      ['request', { requestKind: 'help', words: INJECTED, from: INJECTED, askedOf: INJECTED }],
      ['promise', { what: INJECTED, toWhom: INJECTED, owner: INJECTED, due: '2026-11-25' }],
      ['tasks', { what: INJECTED, who: INJECTED, due: '2026-11-25' }],
    ] as const) {
      await talk.says('vastleggen');
      await talk.presses('menu');
      await talk.presses(`new-${form}`);
      await talk.presses(`save-${form}`, { on, ...fields });
    }
    await talk.says('mijn werk');
    expect([...new Set(wherein(talk.newest(), 'Kanarie'))]).to.deep.equal(['TextRun.text']);
    expect(JSON.stringify(talk.newest())).to.not.include('{{DATE').and.not.include('${$root}');
    const work = await workWaitingFor(talk.world.deps, worker1.id, on);
    expect(work[0]?.items).to.have.length(4);
    const pushed = digestCard(digestCounts(work), 'ref-0000000000000001', wordsOf(aKnowledge()));
    expect(JSON.stringify(pushed)).to.not.include('Kanarie');
  });
});

function labelled(label: string): FamilyCase['family'] {
  return { kind: 'known', label, members: [], domains: [] };
}

describe('what is due first', () => {
  it('stands in front, so that it is on the card with many families too', async () => {
    const quiet = Array.from({ length: 25 }, (_, place) =>
      aFamilyCase({ id: `case-${place + 10}`, label: `Gezin A${place}`, plans: 1 }),
    );
    const talk = await aWorkerTalk({ families: [...quiet, team({ family: labelled('Gezin Z') })] });
    await talk.says('belofte gezin Z');
    await talk.presses('save-promise', { what: 'Bellen', toWhom: 'Oma', owner: 'Wil', due: '2026-11-24', on });
    const work = await talk.says('mijn werk');
    expect(work.indexOf('Gezin Z')).to.be.greaterThan(0).and.lessThan(work.indexOf('Gezin A'));
    expect(work).to.include('En nog 6 gezinnen.');
  });
});

describe('a button for which there is nothing left', () => {
  it('says so and shows what can be written down, instead of an empty list', async () => {
    const talk = await aWorkerTalk();
    await talk.says('vastleggen De Vries');
    expect(await talk.presses('new-task-done'))
      .to.include(textOf('werk.niets-om-over'))
      .and.include(textOf('menu.kop'));
  });
});

describe('what was written down', () => {
  it('is named on the card that says so', async () => {
    const { talk } = await aTeam();
    await talk.presses('new-signal-handled');
    const told = await talk.presses('save-signal-handled', { signalId: '#0', what: 'Gebeld.', on });
    expect(told).to.include(textOf('signaal.complaint'));
    await talk.says('belofte De Vries');
    const promised = { what: 'Ik bel', toWhom: 'Oma', owner: 'Wil', on };
    expect(await talk.presses('save-promise', promised)).to.include('Ik bel (beloofd aan Oma, door Wil)');
  });
});

describe('a signal that gets another owner', () => {
  it('waits for the new owner by the new day, and for the old one no more, in the list and in the digest', async () => {
    const { talk, colleague } = await aTeam();
    expect(await colleague.says('mijn werk')).to.equal(textOf('mijn-werk.niets'));
    await talk.says('signaal doorgeven De Vries');
    expect(await talk.presses('save-signal-owner', given))
      .to.include('Wim Werker')
      .and.include('9 december 2026');
    expect(await colleague.says('mijn werk'))
      .to.include('‘Niemand luistert.’')
      .and.include('9 december 2026');
    expect(await talk.says('mijn werk')).to.not.include('Niemand luistert');
    const { deps } = talk.world;
    expect(await workWaitingFor(deps, worker1.id, on)).to.deep.equal([]);
    expect((await workWaitingFor(deps, worker2.id, on))[0]?.items).to.have.length(1);
  });

  it('is given once, however often it is pressed, and keeps from whom and why', async () => {
    const { talk } = await aTeam();
    await talk.says('signaal doorgeven De Vries');
    const cardRef = talk.ref();
    for (let press = 0; press < 3; press += 1) await talk.presses('save-signal-owner', { cardRef, ...given });
    const [signal] = (await talk.stored()).signals;
    expect(signal).to.deep.include({ owner: 'worker-2', due: '2026-12-09' });
    expect(signal?.moves).to.deep.equal([
      { from: 'worker-1', to: 'worker-2', dueBefore: '2026-11-30', reason: given.why, on, by: 'Wil Werker' },
    ]);
  });

  for (const [what, wrong, field] of [
    ['nobody', { newOwner: '' }, 'newOwner'],
    ['who has no task for the family', { newOwner: choiceRef('officer-1') }, 'newOwner'],
    ['who has it already', { newOwner: choiceRef('worker-1') }, 'newOwner'],
    ['no day', { due: '' }, 'due'],
    ['a day that went by', { due: '2026-11-22' }, 'due'],
    ['no reason', { why: '  ' }, 'why'],
  ] as const)
    it(`is not given with ${what}, and nothing typed is lost`, async () => {
      const { talk } = await aTeam();
      await talk.says('signaal doorgeven De Vries');
      const before = await talk.stored();
      expect(await talk.presses('save-signal-owner', { ...given, ...wrong })).to.include(textOf(`fout.werk.${field}`));
      expect(await talk.stored()).to.deep.equal(before);
      const kept = 'why' in wrong ? given.due : given.why;
      expect(JSON.stringify(talk.newest())).to.include(kept);
    });

  it('says every fault of the form at once, and offers nobody who has every signal already', async () => {
    const { talk } = await aTeam();
    await talk.says('signaal doorgeven De Vries');
    expect(JSON.stringify(talk.newest())).to.include('Wim Werker').and.not.include('"title":"Wil Werker"');
    const wrong = { signalId: '#0', newOwner: choiceRef('worker-1'), due: '2020-01-01', why: 'x' };
    const card = await talk.presses('save-signal-owner', wrong);
    for (const field of ['newOwner', 'due', 'why']) expect(card).to.include(textOf(`fout.werk.${field}`));
  });

  it('waits for everybody again when its owner has no task for the family any more', async () => {
    const { talk } = await aTeam();
    await talk.says('signaal doorgeven De Vries');
    await talk.presses('save-signal-owner', given);
    const stored = await talk.stored();
    await talk.world.register.commit({ ...stored, version: stored.version + 1, workers: ['worker-1'] });
    expect(await talk.says('mijn werk')).to.include('‘Niemand luistert.’');
  });

  it('waits for everybody again when its owner is nobody’s colleague any more', async () => {
    const { talk } = await aTeam();
    await talk.says('signaal doorgeven De Vries');
    await talk.presses('save-signal-owner', given);
    talk.world.roles.delete('worker-2');
    expect(await talk.says('mijn werk')).to.include('‘Niemand luistert.’');
  });

  it('has no button where there is no colleague to give it to', async () => {
    const talk = await aWorkerTalk();
    await talk.says('signaal De Vries');
    await talk.presses('save-signals', { codes: 'complaint', from: 'ouder', on });
    await talk.says('vastleggen De Vries');
    expect(JSON.stringify(talk.newest())).to.include('new-signal-handled').and.not.include('new-signal-owner');
  });
});
