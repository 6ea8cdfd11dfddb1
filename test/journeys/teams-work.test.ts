import { expect } from 'chai';
import { choiceRef } from '../../cards/choice-ref.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aTeamsApp, type Colleague, cardOf, idOf, isBaseCard, shownBy, type TeamsApp } from '../support/a-teams-app.ts';
import { cardRefIn, eventually, textsIn } from '../support/an-app.ts';
import { choicesIn, dataIn } from '../support/card-walk.ts';

const SAID = 'kanarie-woorden: wij redden het niet meer';
const HOUR = 60 * 60 * 1000;
const seen = (card: unknown) => textsIn(card).join('\n');
const isDigest = (activity: Record<string, unknown>) => activity['summary'] === 'Uw dagoverzicht';

describe('the work of a worker in Teams (W2–W16)', () => {
  let app: TeamsApp;
  let worker: Colleague;
  let officer: Colleague;

  beforeEach(async () => {
    app = await aTeamsApp();
    [worker, officer] = [app.person('worker'), app.person('officer')];
    await app.stores(aFamilyCase({ label: 'Gezin Kanarie', workers: [idOf('worker')], plans: 0, regisseurs: 0 }));
    await officer.says('hallo');
  });
  afterEach(() => app.stop());

  /** The card that a command gives, with the reference on its buttons. */
  const commanded = async (text: string) => {
    await worker.says(text);
    const card = cardOf(worker.chat().at(-1));
    return { card, cardRef: cardRefIn(card) };
  };

  it('takes a signal from the tick list to the card of the family and to the desk of the officer', async () => {
    const { cardRef } = await commanded('signaal Kanarie');
    const ticked = { cardRef, codes: 'cry-for-help', codes_regie: 'no-plan', from: 'ouder', on: '2026-11-23' };
    const empty = shownBy(await worker.presses('save-signals', { ...ticked, codes: '', codes_regie: '', words: SAID }));
    expect(seen(empty)).to.include('Kruis ten minste één ding aan.').and.include(SAID);
    const recorded = seen(shownBy(await worker.presses('save-signals', { ...ticked, words: SAID })));
    expect(recorded)
      .to.include('liet het gezin weten dat het echt niet goed gaat')
      .and.include('ligt bij het aanspreekpunt');
    const pushed = await officer.receives(isBaseCard);
    const opened = seen(shownBy(await officer.presses('open', { cardRef: cardRefIn(cardOf(pushed)) })));
    expect(opened).to.include('Voorgelegd door het systeem').and.include(SAID);
    const stuck = shownBy(await worker.presses('stuck', { cardRef }));
    expect(seen(stuck)).to.include('Stop dit, met reden');
    const reason = 'Moeder wil eerst zelf met school praten.';
    const [finding] = choicesIn(stuck, 'finding');
    const stopped = await worker.presses('stop-finding', { cardRef: cardRefIn(stuck), finding, reason });
    expect(seen(shownBy(stopped)))
      .to.include('De ouder kan uw reden lezen met de volgcode')
      .and.include(reason);
    expect((await app.stored('case-1')).escalations[0]?.state.kind).to.equal('withdrawn');
    expect((await app.stored('case-1')).signals.map(({ owner }) => owner)).to.deep.equal([
      idOf('worker'),
      idOf('worker'),
    ]);
  });

  it('refuses a referral on the card itself, with what can be done instead and everything typed', async () => {
    const { cardRef, card } = await commanded('verwijzing Kanarie');
    expect(seen(card)).to.include('Maatjes Voorbeeldstad, kan geen regie voeren');
    const form = { cardRef, to: 'Maatjes Voorbeeldstad', purpose: 'regie', on: '2026-11-23' };
    const refused = shownBy(await worker.presses('save-referral', form));
    expect(seen(refused)).to.include('kan geen regie voeren').and.include('Jeugdzorg Voorbeeldregio');
    expect(JSON.stringify(refused)).to.include('"value":"Maatjes Voorbeeldstad"').and.include(cardRef);
    expect((await app.stored('case-1')).referrals).to.deep.equal([]);
    const sent = await worker.presses('save-referral', { ...form, to: 'Jeugdzorg Voorbeeldregio' });
    expect(seen(shownBy(sent))).to.include('1 keer verwezen');
    const again = await commanded('verwijzing Kanarie');
    const twice = await worker.presses('save-referral', {
      ...form,
      to: 'jeugdzorg voorbeeldregio',
      cardRef: again.cardRef,
    });
    expect(seen(shownBy(twice)))
      .to.include('al eerder naartoe verwezen')
      .and.include('maandag 23 november 2026');
    expect((await app.stored('case-1')).referrals).to.have.length(1);
  });

  it('writes a form down once, however often Teams delivers its press', async () => {
    const { cardRef } = await commanded('verzoek Kanarie');
    const form = { cardRef, requestKind: 'regisseur', words: SAID, from: 'ouder', askedOf: 'CJG', on: '2026-11-23' };
    const presses = ['a', 'b', 'a', 'c'].map((id) => worker.presses('save-request', form, { id }));
    for (const answer of await Promise.all(presses)) expect(seen(shownBy(answer))).to.include('Vastgelegd');
    expect((await app.stored('case-1')).requests).to.have.length(1);
  });

  it('refuses the buttons of another worker’s card, and records that', async () => {
    const { cardRef } = await commanded('signaal Kanarie');
    const colleague = app.person('colleague');
    const form = { cardRef, codes: 'complaint', from: 'ouder', on: '2026-11-23' };
    expect(shownBy(await colleague.presses('save-signals', form))).to.match(
      /^Dit formulier is al verstuurd of verlopen/,
    );
    const stored = await app.stored('case-1');
    await app.store.register.commit({ ...stored, version: stored.version + 1, workers: [] });
    expect(shownBy(await worker.presses('save-signals', form))).to.match(/^U mag dit niet zien of doen/);
    expect((await app.stored('case-1')).signals).to.deep.equal([]);
    expect((await app.audit()).map(({ event }) => event)).to.include('denied:check');
  });

  it('pushes the list of the day once, with numbers only, and shows the rest when it is opened', async () => {
    const { cardRef } = await commanded('signaal Kanarie');
    await worker.presses('save-signals', { cardRef, codes: 'complaint', from: 'ouder', words: SAID, on: '2026-11-23' });
    await app.rounds.runNow();
    const digest = await worker.receives(isDigest);
    expect(seen(cardOf(digest))).to.include('Signalen waar nog niets mee is gedaan: 1');
    expect(JSON.stringify(digest)).to.not.match(/Kanarie/i);
    expect(dataIn(cardOf(digest))).to.have.length(1);
    const opened = shownBy(await worker.presses('work', { cardRef: cardRefIn(cardOf(digest)) }));
    expect(seen(opened)).to.include('Gezin Kanarie');
    await app.rounds.runNow();
    app.pass(HOUR);
    await app.rounds.runNow();
    app.pass(24 * HOUR);
    await app.rounds.runNow();
    await eventually(
      () => Promise.resolve(worker.chat().filter(isDigest).length === 2 || null),
      'the list of the next day',
    );
    expect(officer.chat().filter(isDigest)).to.have.length(0);
  });

  it('takes a form that was open for hours, once, and tells the same however often it is sent', async () => {
    const { cardRef } = await commanded('signaal Kanarie');
    const heard = { cardRef, codes: 'cry-for-help', from: 'ouder', words: SAID, on: '2026-11-23' };
    app.pass(5 * HOUR);
    app.core.forgetSilent();
    const first = seen(shownBy(await worker.presses('save-signals', heard, { id: 'press-1' })));
    expect(first).to.include('Wat de regels').and.include('liet het gezin weten');
    for (const id of ['press-1', 'press-2']) {
      if (id === 'press-2') {
        app.pass(5 * HOUR);
        app.core.forgetSilent();
      }
      expect(seen(shownBy(await worker.presses('save-signals', heard, { id })))).to.equal(first);
    }
    expect((await app.stored('case-1')).signals).to.have.length(1);
  });

  it('moves a signal to the list of the day of a colleague, who sees which one it is after opening it', async () => {
    const stored = await app.stored('case-1');
    const team = [idOf('worker'), idOf('colleague')];
    await app.store.register.commit({ ...stored, version: stored.version + 1, workers: team });
    const colleague = app.person('colleague');
    await colleague.says('hallo');
    const { cardRef } = await commanded('signaal Kanarie');
    await worker.presses('save-signals', { cardRef, codes: 'complaint', from: 'ouder', words: SAID, on: '2026-11-23' });
    const form = await commanded('signaal doorgeven Kanarie');
    const why = 'Zij gaat er morgen naartoe.';
    const given = {
      cardRef: form.cardRef,
      signalId: choicesIn(form.card, 'signalId')[0],
      newOwner: choiceRef(idOf('colleague')),
      due: '2026-12-01',
      why,
    };
    expect(seen(shownBy(await worker.presses('save-signal-owner', given)))).to.include('Cor Collega');
    await app.rounds.runNow();
    const digest = await colleague.receives(isDigest);
    expect(JSON.stringify(digest)).to.not.match(/kanarie/i);
    const opened = shownBy(await colleague.presses('work', { cardRef: cardRefIn(cardOf(digest)) }));
    expect(seen(opened)).to.include(SAID).and.include('1 december 2026');
    expect(worker.chat().filter(isDigest)).to.deep.equal([]);
  });

  it('writes nothing of anybody in the log, whatever is filled in', async () => {
    const filled = { words: SAID, what: SAID, reason: SAID, to: SAID, purpose: SAID, name: SAID, note: SAID };
    for (const [said, verb] of [
      ['signaal Kanarie', 'save-signals'],
      ['verzoek Kanarie', 'save-request'],
      ['verwijzing Kanarie', 'save-referral'],
      ['regisseur benoemen Kanarie', 'save-regisseur'],
      ['overdracht Kanarie', 'save-worker-change'],
      ['kanarie-verwijzing', 'save-referral'],
    ] as const) {
      const { cardRef } = await commanded(said);
      await worker.presses(verb, {
        cardRef,
        codes: 'complaint',
        from: SAID,
        askedOf: SAID,
        on: '2026-11-23',
        ...filled,
      });
    }
    await worker.says('mijn werk');
    await app.rounds.runNow();
    await app.stop();
    expect(app.logLines.length).to.be.greaterThan(5);
    expect(app.logLines.join('')).to.not.match(/kanarie|Ouder Een|wij redden/i);
  });
});
