import { expect } from 'chai';
import { aFamilyCase } from '../support/a-family-case.ts';
import {
  aFilledForm,
  aTeamsApp,
  type Colleague,
  cardOf,
  everyRole,
  idOf,
  isBaseCard,
  nameOf,
  OWN_WORDS,
  shownBy,
  SUMMARY,
  type TeamsApp,
} from '../support/a-teams-app.ts';
import { cardRefIn, eventually, textsIn } from '../support/an-app.ts';
import { dataIn, wherein } from '../support/card-walk.ts';

const CANARIES = /De Vries|ander gezicht|Ouder Een|Kind Een|Uitleg van Wil/;
const decision = { verdict: 'granted', reason: 'Er komt één regisseur, vanaf januari.', effectiveOn: '2027-01-04' };
const seen = (card: unknown) => textsIn(card).join('\n');

describe('an escalation in Teams (journey c, C1–C4, C7)', () => {
  let app: TeamsApp;
  let worker: Colleague;
  let colleague: Colleague;
  let officer: Colleague;
  let deputy: Colleague;

  beforeEach(async () => {
    app = await aTeamsApp();
    [worker, colleague, officer, deputy] = [
      app.person('worker'),
      app.person('colleague'),
      app.person('officer'),
      app.person('deputy'),
    ];
    await app.stores(aFamilyCase({ workers: [idOf('worker')] }));
    // Nobody gets news before the first word to the assistant.
    for (const person of [officer, deputy]) await person.says('hallo');
  });
  afterEach(() => app.stop());

  const events = async () => (await app.audit()).map(({ event, actor }) => `${event} ${actor}`);
  const files = async () => shownBy(await worker.presses('file', await aFilledForm(worker)));

  it('pushes the officer a card without personal data, and nothing else of the dossier leaves before it is opened', async () => {
    await files();
    const pushed = await officer.receives(isBaseCard);
    const card = cardOf(pushed);
    expect(JSON.stringify(pushed)).to.not.match(CANARIES);
    const { cards } = await app.stored('case-1');
    expect(new Set(dataIn(card).map((data) => JSON.stringify(data)))).to.deep.equal(
      new Set([JSON.stringify({ cardRef: cards[0]?.cardRef })]),
    );
    expect(cards[0]?.cardRef).to.match(/^[\w-]{22}$/);
    expect(deputy.chat().filter(isBaseCard)).to.have.length(0);
  });

  it('answers the opening with the whole card, the own words in a TextRun only', async () => {
    await files();
    const { body, ms } = await officer.presses('open', {
      cardRef: cardRefIn(cardOf(await officer.receives(isBaseCard))),
    });
    expect(ms).to.be.below(1000);
    expect(wherein(body, OWN_WORDS)).to.deep.equal(['TextRun.text']);
    expect(wherein(body, SUMMARY)).to.deep.equal(['TextRun.text']);
  });

  it('tells the filer of the decision through the connector, without the words or the family', async () => {
    await files();
    const cardRef = cardRefIn(cardOf(await officer.receives(isBaseCard)));
    await officer.presses('open', { cardRef });
    const final = seen(shownBy(await officer.presses('decide', { cardRef, ...decision })));
    expect(final).to.include('Er is besloten').and.include(nameOf.officer).and.include(decision.reason);
    const told = await worker.receives(({ text }) => text?.includes('heeft ja gezegd') ?? false);
    expect(told.text).to.include(nameOf.officer).and.include('maandag 4 januari 2027');
    expect(JSON.stringify(told)).to.not.match(CANARIES);
  });

  it('refuses the decision of somebody whose role was taken out of the file a moment earlier', async () => {
    await files();
    const cardRef = cardRefIn(cardOf(await officer.receives(isBaseCard)));
    await officer.presses('open', { cardRef });
    await app.setRoles({ ...everyRole, officers: ['deputy'] });
    expect(shownBy(await officer.presses('decide', { cardRef, ...decision }))).to.match(/^U staat niet op de lijst/);
    await app.setRoles({ workers: ['worker', 'colleague', 'officer'], officers: ['deputy'] });
    expect(shownBy(await officer.presses('decide', { cardRef, ...decision }))).to.match(/^U mag dit niet zien of doen/);
    expect((await app.stored('case-1')).escalations[0]?.state.kind).to.equal('filed');
    expect(await events()).to.include(`denied:decide ${idOf('officer')}`);
  });

  it('refuses a forwarded card in the hands of anybody else', async () => {
    await files();
    const cardRef = cardRefIn(cardOf(await officer.receives(isBaseCard)));
    for (const other of [worker, colleague, deputy]) {
      for (const verb of ['open', 'take', 'decide']) {
        expect(shownBy(await other.presses(verb, { cardRef, ...decision })), verb).to.match(
          /^U mag dit niet zien of doen/,
        );
      }
    }
    expect((await events()).filter((event) => event.startsWith('denied:'))).to.have.length(9);
    expect((await app.stored('case-1')).escalations[0]?.state.kind).to.equal('filed');
  });

  it('never lets the filer decide, not as an officer and not with a card of one’s own', async () => {
    await files();
    const cardRef = cardRefIn(cardOf(await officer.receives(isBaseCard)));
    await app.setRoles({ workers: [], officers: ['worker', 'officer'] });
    expect(shownBy(await worker.presses('decide', { cardRef, ...decision }))).to.match(/^U mag dit niet zien of doen/);
    // The outbox may write in between: then its version is the newest, and this one is tried again.
    await eventually(async () => {
      const stored = await app.stored('case-1');
      const cards = stored.cards.map((card) => ({ ...card, addressee: idOf('worker') }));
      const outcome = await app.store.register.commit({ ...stored, version: stored.version + 1, cards });
      return outcome.kind === 'committed' || null;
    }, 'a card in the filer’s own name');
    expect(shownBy(await worker.presses('decide', { cardRef, ...decision }))).to.match(
      /^U heeft deze vraag zelf voorgelegd/,
    );
    expect((await app.stored('case-1')).escalations[0]?.state.kind).to.equal('filed');
  });

  it('carries out the form once, whatever ids its presses arrive with', async () => {
    const data = await aFilledForm(worker);
    const first = seen(shownBy(await worker.presses('file', data, { id: 'same' })));
    expect(seen(shownBy(await worker.presses('file', data, { id: 'same' })))).to.equal(first);
    await officer.receives(isBaseCard);
    // Two sentences at most: the second comes with the press below.
    await worker.presses('file', data, { id: 'a retry of Teams under another id' });
    await worker.says('hallo');
    expect((await app.stored('case-1')).escalations).to.have.length(1);
    expect(officer.chat().filter(isBaseCard)).to.have.length(1);
    expect(worker.chat().filter(({ text }) => text?.startsWith('De vraag is voorgelegd'))).to.have.length.below(3);
  });
});
