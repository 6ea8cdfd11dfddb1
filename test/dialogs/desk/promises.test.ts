import { expect } from 'chai';
import { type FamilyCase, trackedPromises } from '../../../cases/index.ts';
import { aCard, aFamilyCase, anEscalation } from '../../support/a-family-case.ts';
import { aDesk, aLesson } from '../../support/a-desk.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { textsIn } from '../../support/an-app.ts';
import { dataIn, wherein } from '../../support/card-walk.ts';
import { officer1, officer2, worker1 } from '../../support/case-world.ts';
import { cardsIn } from '../../support/scripted-cases.ts';

const promised = (part: Partial<FamilyCase['promises'][number]> = {}): FamilyCase['promises'][number] => ({
  id: 'promise-1',
  what: 'Wij bellen elke week.',
  toWhom: 'mevrouw Jansen',
  owner: 'Wil Werker',
  madeOn: '2026-10-01',
  due: '2026-11-20',
  keptOn: null,
  missedOn: null,
  ...part,
});

/** Lies with the officer, by the card of its one escalation. */
const near = (promises: FamilyCase['promises']): FamilyCase =>
  aFamilyCase({
    promises,
    escalations: [anEscalation()],
    cards: [aCard({ cardRef: 'card-0000000000000001', addressee: officer1.id })],
  });
const far = (promises: FamilyCase['promises']): FamilyCase =>
  aFamilyCase({ id: 'case-2', label: 'Gezin Bakker', promises });

/** What the first button with this verb carries. */
const refOf = (verb: string, card: unknown): string | undefined =>
  new RegExp(`"verb":"${verb}","data":\\{"cardRef":"([\\w-]+)"`).exec(JSON.stringify(card))?.[1];

const rowsOf = (text: string) => text.split('\n').filter((line) => /^(TE LAAT|GEEN DATUM|open):/.test(line));

describe('the officer asks what a decision promised', () => {
  const decided = () => {
    const desk = aDesk();
    desk.does({
      kind: 'decide',
      verdict: 'granted',
      reason: 'Er komt een vaste contactpersoon.',
      effectiveOn: '2026-11-30',
    });
    return desk;
  };

  it('sees to whom, by whom and the day, by the number of the question', async () => {
    const text = await (await aWorkerTalk({ as: officer1, families: [decided().case()] })).says('beloftes');
    expect(rowsOf(text)).to.include(`open: ${textOf('afspraken.kind.decision')}`);
    expect(text)
      .to.include('Er komt een vaste contactpersoon.')
      .and.include('maandag 30 november 2026')
      .and.include('L-')
      .and.not.include(textOf('afspraken.veld.dossier'));
  });

  it('hears of it on its day, that it is late after it, and no more when it is closed', () => {
    const desk = decided();
    const stateOn = (today: string) =>
      trackedPromises(desk.case(), today).find(({ kind }) => kind === 'decision')?.state ?? 'absent';
    expect(stateOn('2026-11-30')).to.equal('open');
    expect(stateOn('2026-12-01')).to.equal('late');
    desk.on('2026-12-01');
    desk.does({ kind: 'close', lesson: aLesson });
    expect(stateOn('2026-12-01')).to.equal('absent');
  });
});

describe('the officer asks what was promised (L6)', () => {
  it('sees each promise that is not kept: the words, to whom, by whom and by when, late ones in front', async () => {
    const talk = await aWorkerTalk({
      as: officer1,
      families: [
        near([promised(), promised({ id: 'promise-2', what: 'Een plan.', due: '2026-12-24' })]),
        far([promised({ id: 'promise-3', what: 'Een nieuwe werker.', toWhom: 'Piet Bakker', due: null })]),
      ],
    });
    const text = await talk.says('Wat is er beloofd?');
    expect(rowsOf(text)).to.deep.equal([
      'TE LAAT: belofte',
      'GEEN DATUM: belofte',
      'open: antwoord aan het gezin',
      'open: belofte',
    ]);
    expect(text)
      .to.include('4 open, waarvan 1 te laat en 1 zonder datum.')
      .and.include('Wij bellen elke week.')
      .and.include('mevrouw Jansen')
      .and.include('Wil Werker')
      .and.include('vrijdag 20 november 2026')
      .and.include('geen, al sinds donderdag 1 oktober 2026')
      .and.include(officer1.name);
  });

  it('names the family and who was told only where it lies with this officer', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [near([]), far([promised({ toWhom: 'Piet Bakker' })])] });
    const text = await talk.says('beloftes');
    expect(text).to.include('case-2').and.include('Gezin De Vries');
    expect(text).to.not.match(/Bakker/);
  });

  it('leaves out what was kept, and says so when nothing is left', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [far([promised({ keptOn: '2026-11-19' })])] });
    expect(await talk.says('beloftes')).to.include(textOf('afspraken.geen'));
  });

  it('writes down that it was kept, with the form of that family', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [near([promised()])] });
    await talk.says('beloftes');
    await talk.replies({
      kind: 'submit',
      verb: 'new-promise-step',
      data: { cardRef: refOf('new-promise-step', talk.newest()) },
    });
    await talk.presses('save-promise-step', { promiseId: '#0', outcome: 'promise-kept', on: '2026-11-23' });
    expect((await talk.stored()).promises[0]?.keptOn).to.equal('2026-11-23');
    expect(await talk.says('beloftes')).to.not.include('Wij bellen elke week.');
  });

  it('has the promise that was pressed chosen in the form', async () => {
    const two = [promised(), promised({ id: 'promise-2', what: 'Wij sturen het verslag.' })];
    const talk = await aWorkerTalk({ as: officer1, families: [near(two)] });
    await talk.says('beloftes');
    const list = JSON.stringify(talk.newest());
    const row = list.slice(list.indexOf('Wij sturen het verslag.'));
    const cardRef = /"verb":"new-promise-step","data":\{"cardRef":"([\w-]+)"/.exec(row)?.[1];
    await talk.replies({ kind: 'submit', verb: 'new-promise-step', data: { cardRef } });
    expect(JSON.stringify(talk.newest())).to.match(
      /"id":"promiseId"[^[]*"value":"(\w+)"[^[]*"choices":\[[^\]]*verslag[^}]*"value":"\1"/,
    );
  });

  it('opens the question behind an order or an answer that is due', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [near([])] });
    await talk.says('beloftes');
    const replies = await talk.replies({
      kind: 'submit',
      verb: 'open',
      data: { cardRef: refOf('open', talk.newest()) },
    });
    expect(
      cardsIn(replies)
        .flatMap(({ card }) => textsIn(card))
        .join('\n'),
    ).to.include('Niemand belt terug.');
  });

  it('shows a long list part by part, in the place of the one that was pressed, and loses none', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      promised({ id: `promise-${at}`, what: `Belofte nummer ${at}.` }),
    );
    const talk = await aWorkerTalk({ as: officer1, families: [far(many)] });
    const seen = [await talk.says('beloftes')];
    const cardRef = talk.ref();
    for (const part of ['2', '3', '4']) {
      const replies = await talk.replies({ kind: 'submit', verb: 'promises', data: { cardRef, part } });
      const [reply] = cardsIn(replies);
      expect(reply?.replaces).to.equal(cardRef);
      seen.push(textsIn(reply?.card).join('\n'));
    }
    expect(seen[0]).to.include('Deel 1 van 4');
    expect(seen[3]).to.not.include(textOf('afspraken.knop.volgende'));
    const shown = seen.join('\n').match(/Belofte nummer \d+\./g) ?? [];
    expect(new Set(shown).size).to.equal(30);
    expect(shown).to.have.length(30);
  });

  it('shows the nearest part for a part that is not there', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [far([promised()])] });
    await talk.says('beloftes');
    const cardRef = talk.ref() === '' ? 'ref-0000000000000001' : talk.ref();
    for (const part of ['0', '9999']) {
      const replies = await talk.replies({ kind: 'submit', verb: 'promises', data: { cardRef, part } });
      expect(
        cardsIn(replies)
          .flatMap(({ card }) => textsIn(card))
          .join('\n'),
      ).to.include('Wij bellen elke week.');
    }
    for (const part of ['x', '-1', { $gt: 1 }]) {
      const replies = await talk.replies({ kind: 'submit', verb: 'promises', data: { cardRef, part } });
      expect(cardsIn(replies)).to.deep.equal([]);
    }
  });

  it('puts words of people in a TextRun only, whatever they hold', async () => {
    const hostile = '[klik](javascript:alert(1)) **vet** {{gemeente}} ${x} <b>kop</b> \u202Edraai';
    const talk = await aWorkerTalk({
      as: officer1,
      families: [near([promised({ what: hostile, toWhom: hostile, owner: hostile })])],
    });
    await talk.says('beloftes');
    const card = talk.newest();
    expect(wherein(card, '[klik]')).to.deep.equal(['TextRun.text']);
    expect(JSON.stringify(card)).to.not.match(/\{\{|\$\{|\u202E/);
    for (const data of dataIn(card)) expect(data).to.have.all.keys('cardRef');
  });

  it('records the look before anything is shown, and shows nothing when it can’t', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [far([promised()])] });
    await talk.says('beloftes');
    expect(talk.world.auditLines().map(({ event, actor }) => `${event} ${actor}`)).to.include(
      `promises-listed ${officer1.id}`,
    );
    const silent = await aWorkerTalk({
      as: officer1,
      families: [far([promised()])],
      world: { auditLog: { append: () => Promise.reject(new Error('disk full')) } },
    });
    const text = await silent.says('beloftes');
    expect(text).to.include(textOf('weiger.audit-unavailable')).and.not.include('Wij bellen');
  });

  it('refuses a worker with a card of somebody else, and who is no officer any more, and writes that down', async () => {
    const press = { kind: 'submit', verb: 'promises', data: { cardRef: 'ref-0000000000000001' } } as const;
    const worker = await aWorkerTalk({ as: worker1, families: [far([promised()])] });
    expect(JSON.stringify(await worker.replies(press))).to.include(textOf('weiger.not-allowed'));
    expect(await worker.says('beloftes'))
      .to.include(textOf('werk.promise-step'))
      .and.not.include(textOf('afspraken.kop'));
    expect(worker.world.auditLines().map(({ event }) => event)).to.include('denied:promises');

    const gone = await aWorkerTalk({ as: officer2, families: [far([promised()])] });
    gone.world.roles.delete(officer2.id);
    expect(await gone.says('beloftes'))
      .to.include(textOf('weiger.not-allowed'))
      .and.not.include('Wij bellen');
  });

  it('does not open the form of a family that does not lie with this officer', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [far([promised()])] });
    await talk.says('beloftes');
    expect(JSON.stringify(talk.newest())).to.not.include('new-promise-step');
  });

  it('is offered in the first words to an officer, and not to a worker', async () => {
    const greeting = async (as: typeof officer1) =>
      JSON.stringify(await (await aWorkerTalk({ as })).replies({ kind: 'opened' }));
    expect(await greeting(officer1))
      .to.include('‘beloftes’')
      .and.include(`"${textOf('keuze.beloftes')}"`);
    expect(await greeting(worker1)).to.not.include(`"${textOf('keuze.beloftes')}"`);
  });
});
