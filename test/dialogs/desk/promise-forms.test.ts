import { expect } from 'chai';
import type { FamilyCase, StaffActor } from '../../../cases/index.ts';
import { aCard, aFamilyCase, anEscalation } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { officer1, officer2, worker1 } from '../../support/case-world.ts';

const REASON = 'Dan is het overleg met school.';
const advice = {
  id: 'fact-1',
  date: '2026-10-01',
  seq: 1,
  recordedAt: '2026-10-01T09:00:00.000Z',
  by: { kind: 'worker', id: 'w', name: 'Wil Werker' },
  signals: ['recommendation'],
  note: 'Stel één regisseur aan.',
  requestId: null,
} as const;

/** Lies with the officer, by the card of its one escalation. */
const family = (): FamilyCase =>
  aFamilyCase({
    facts: [advice],
    escalations: [anEscalation()],
    cards: [aCard({ cardRef: 'card-0000000000000001', addressee: officer1.id })],
  });

const refOf = (verb: string, card: unknown): string | undefined =>
  new RegExp(`"verb":"${verb}","data":\\{"cardRef":"([\\w-]+)"`).exec(JSON.stringify(card))?.[1];

/** An officer opens the form behind this button of the list. */
async function anOpenForm(verb: string, as: StaffActor = officer1) {
  const talk = await aWorkerTalk({ as, families: [family()] });
  await talk.says('beloftes');
  await talk.replies({ kind: 'submit', verb, data: { cardRef: refOf(verb, talk.newest()) } });
  const cardRef = talk.ref();
  return { talk, save: (fields: object) => talk.presses(verb.replace('new-', 'save-'), { cardRef, ...fields }) };
}

const aDay = { promiseId: '#0', owner: 'Wim Werker', due: '2026-12-01', why: REASON };

describe('an officer sets a day for what was recommended without one (L6)', () => {
  it('sees it with that day, by whom and why, and no more as one without a day', async () => {
    const { talk, save } = await anOpenForm('new-promise-date');
    expect(await save(aDay))
      .to.include(textOf('vastgelegd.promise-date'))
      .and.include('Stel één regisseur aan.');
    const list = await talk.says('beloftes');
    expect(list)
      .to.include('open: aanbeveling')
      .and.include('dinsdag 1 december 2026')
      .and.include('Wim Werker')
      .and.include(REASON)
      .and.not.include('GEEN DATUM');
    expect(JSON.stringify(talk.newest())).to.not.include('new-promise-date');
  });

  it('hears every fault at its field, with all that was typed, and nothing is saved', async () => {
    const { talk, save } = await anOpenForm('new-promise-date');
    const before = await talk.stored();
    await save({ promiseId: 'f7', owner: ' ', due: '2036-11-24', why: 'Ja' });
    const card = JSON.stringify(talk.newest());
    for (const field of ['promiseId', 'owner', 'due', 'why']) expect(card).to.include(textOf(`fout.werk.${field}`));
    expect(card).to.include('"value":"2036-11-24"').and.include('"value":"Ja"');
    expect(await talk.stored()).to.deep.equal(before);
  });

  it('is written down once, also when the server started anew with the form on the screen', async () => {
    const { talk, save } = await anOpenForm('new-promise-date');
    talk.forgets();
    expect(await save(aDay)).to.include(textOf('vastgelegd.promise-date'));
    const before = await talk.stored();
    talk.forgets();
    expect(await save({ ...aDay, due: '2027-12-01' })).to.include(textOf('vastgelegd.promise-date'));
    expect(await talk.stored()).to.deep.equal(before);
    expect(before.audit.filter(({ event }) => event === 'recorded:promise-date')).to.have.length(1);
  });

  it('opens from a list that is still on the screen after a restart', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [family()] });
    await talk.says('beloftes');
    const cardRef = refOf('new-promise-date', talk.newest());
    talk.forgets();
    await talk.replies({ kind: 'submit', verb: 'new-promise-date', data: { cardRef } });
    expect(JSON.stringify(talk.newest())).to.include(textOf('werk.promise-date'));
  });

  it('is refused to an officer before whom it does not lie, who holds the form all the same', async () => {
    const { talk } = await anOpenForm('new-promise-date');
    const cardRef = talk.ref();
    const stranger = await aWorkerTalk({ as: officer2, families: [family()] });
    const told = JSON.stringify(
      await stranger.replies({ kind: 'submit', verb: 'save-promise-date', data: { cardRef, ...aDay } }),
    );
    expect(told).to.include(textOf('weiger.not-allowed')).and.not.include('De Vries');
    expect((await stranger.stored()).promises).to.deep.equal([]);
    expect(stranger.world.auditLines().map(({ event, actor }) => `${event} ${actor}`)).to.deep.equal([
      `denied:check ${officer2.id}`,
    ]);
  });
});

describe('an officer closes what was recommended', () => {
  const dropped = { promiseId: '#0', outcome: 'promise-dropped', on: '2026-11-23' };

  it('drops it with a reason only; then it is off the list, and the worker reads why', async () => {
    const { talk, save } = await anOpenForm('new-promise-step');
    for (const promiseNote of ['', 'te kort']) {
      await save({ ...dropped, promiseNote });
      expect(JSON.stringify(talk.newest())).to.include(textOf('fout.werk.promiseNote'));
    }
    expect((await talk.stored()).promises).to.deep.equal([]);
    const promiseNote = 'Het gezin verhuist naar Zwolle.';
    expect(await save({ ...dropped, promiseNote })).to.include(textOf('vastgelegd.promise-step'));
    expect(await talk.says('beloftes')).to.not.include('Stel één regisseur aan.');
    expect((await talk.stored()).facts.at(-1)?.note).to.include(promiseNote);
  });

  it('says every fault at once: the day and the reason', async () => {
    const { talk, save } = await anOpenForm('new-promise-step');
    await save({ ...dropped, on: '2031-01-01', promiseNote: '' });
    expect(JSON.stringify(talk.newest()))
      .to.include(textOf('fout.werk.promiseNote'))
      .and.include(textOf('fout.werk.on'));
  });

  it('keeps it without a note, or with what came of it', async () => {
    const { talk, save } = await anOpenForm('new-promise-step');
    await save({ ...dropped, outcome: 'promise-kept', promiseNote: 'Rita is regisseur.' });
    const [promise] = (await talk.stored()).promises;
    expect(promise).to.deep.include({ keptOn: '2026-11-23', kind: 'recommendation' });
    expect(promise?.steps).to.deep.equal([
      { kind: 'kept', on: '2026-11-23', by: officer1.name, note: 'Rita is regisseur.' },
    ]);
  });
});

describe('a worker does the same for an own family', () => {
  it('finds the forms in the menu, once there is something to fill them in about', async () => {
    const talk = await aWorkerTalk({ as: worker1, families: [family()] });
    await talk.says('vastleggen De Vries');
    expect(await talk.presses('new-promise-date')).to.include(textOf('werk.promise-date'));
    expect(await talk.presses('save-promise-date', aDay)).to.include(textOf('vastgelegd.promise-date'));
    expect(await talk.says('mijn werk')).to.include('Stel één regisseur aan.');
    await talk.says('vastleggen De Vries');
    expect(JSON.stringify(talk.newest())).to.include('new-promise-step').and.not.include('new-promise-date');
  });
});
