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
  type TeamsApp,
} from '../support/a-teams-app.ts';
import { cardRefIn } from '../support/an-app.ts';

describe('an escalation waits for nobody', () => {
  let app: TeamsApp;
  let worker: Colleague;
  let officer: Colleague;
  let deputy: Colleague;

  beforeEach(async () => {
    app = await aTeamsApp();
    [worker, officer, deputy] = [app.person('worker'), app.person('officer'), app.person('deputy')];
    await app.stores(aFamilyCase({ workers: [idOf('worker')] }));
  });
  afterEach(() => app.stop());
  const files = async () => worker.presses('file', await aFilledForm(worker));

  it('reaches an officer within two seconds after the first word to the bot, also when it was filed before', async () => {
    await files();
    await app.outbox.idle();
    expect([officer, deputy].flatMap((person) => person.chat())).to.deep.equal([]);
    expect((await app.get('/ready')).status).to.equal(200);
    const began = performance.now();
    await officer.says('hallo');
    const card = cardOf(await officer.receives(isBaseCard));
    expect(performance.now() - began).to.be.below(2000);
    const { status } = await officer.presses('open', { cardRef: cardRefIn(card) });
    expect(status).to.equal(200);
  });

  it('goes to the deputy when the officer is taken out of the role table', async () => {
    for (const person of [officer, deputy]) await person.says('hallo');
    await files();
    await officer.receives(isBaseCard);
    await app.setRoles({ ...everyRole, officers: ['deputy'] });
    app.pass(61_000);
    const cardRef = cardRefIn(cardOf(await deputy.receives(isBaseCard)));
    expect((await app.stored('case-1')).escalations[0]?.owner).to.equal(idOf('deputy'));
    const decision = { verdict: 'granted', reason: 'Er komt een regisseur in januari.', effectiveOn: '2027-01-04' };
    await deputy.presses('decide', { cardRef, ...decision });
    expect((await app.stored('case-1')).escalations[0]?.state.kind).to.equal('decided');
  });
});
