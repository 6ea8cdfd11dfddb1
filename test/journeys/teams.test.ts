import { expect } from 'chai';
import { aFamilyCase } from '../support/a-family-case.ts';
import {
  aFilledForm,
  aTeamsApp,
  type Colleague,
  cardOf,
  idOf,
  isBaseCard,
  OWN_WORDS,
  shownBy,
  type TeamsApp,
} from '../support/a-teams-app.ts';
import { cardRefIn, textsIn } from '../support/an-app.ts';
import { cardRefsIn } from '../support/card-walk.ts';
import { plainHttp } from '../support/plain-http.ts';

const CHECK = 'heeft gezin De Vries één plan en één regisseur?';
const seen = (card: unknown) => textsIn(card).join('\n');

describe('journeys in Teams (W1)', () => {
  let app: TeamsApp;
  let worker: Colleague;
  let colleague: Colleague;
  let officer: Colleague;

  beforeEach(async () => {
    app = await aTeamsApp();
    [worker, colleague, officer] = [app.person('worker'), app.person('colleague'), app.person('officer')];
  });
  afterEach(() => app.stop());

  const aFamily = (wishes: Parameters<typeof aFamilyCase>[0] = {}) =>
    aFamilyCase({ workers: [idOf('worker')], ...wishes });
  const events = async () => (await app.audit()).map(({ event, actor }) => `${event} ${actor}`);

  describe('a worker asks whether a family has one plan and one regisseur (journey b)', () => {
    it('answers with the verdict card in exactly one outbound call', async () => {
      await app.stores(aFamily({ regisseurs: 2 }));
      expect((await worker.says(CHECK)).status).to.equal(200);
      expect(app.connector.requests).to.have.length(1);
      const verdict = seen(cardOf(worker.chat()[0]));
      expect(verdict)
        .to.include('Gezin De Vries')
        .and.include('✔ Er is één plan')
        .and.include('✖ Er is meer dan één regisseur');
      expect(verdict).to.include('R. 1').and.include('R. 2');
      expect(await events()).to.deep.equal([`case-checked ${idOf('worker')}`]);
    });

    it('says unknown, and which source was silent, when an outside source does not answer', async () => {
      await app.stores(aFamily({ plans: 0, regisseurs: 0, sources: ['zaaksysteem'] }));
      await worker.says(CHECK);
      const verdict = seen(cardOf(worker.chat()[0]));
      expect(verdict).to.include('Onbekend').and.include('zaaksysteem');
      expect(verdict).to.not.match(/Er is geen plan|Er is geen regisseur|In orde|Niet in orde/);
    });

    it('shows a worker without a task nothing, not even that the family is known', async () => {
      await app.stores(aFamily());
      await colleague.says(CHECK);
      await colleague.says(CHECK.replace('De Vries', 'Bestaatniet'));
      const [known, unknown] = colleague.chat();
      expect(known?.text).to.include('geen gezinnen waarvoor u een taak heeft');
      expect(known?.text).to.equal(unknown?.text);
      expect(JSON.stringify(colleague.chat())).to.not.match(/Gezin De Vries|✔|✖/);
    });

    it('refuses a worker whose task ended since the card was shown, and records the refusal', async () => {
      await app.stores(aFamily(), aFamily({ id: 'case-2', label: 'Gezin Bakker' }));
      await worker.says('heeft dit gezin één plan en één regisseur?');
      const picker = cardOf(worker.chat()[0]);
      const stored = await app.stored('case-1');
      await app.store.register.commit({ ...stored, version: stored.version + 1, workers: [] });
      const answers = await Promise.all(cardRefsIn(picker).map((cardRef) => worker.presses('check', { cardRef })));
      const refused = answers.map(shownBy).filter((answer) => typeof answer === 'string');
      expect(refused).to.have.length(1);
      expect(refused[0]).to.match(/^U heeft geen toegang tot dit gezin/);
      expect(await events()).to.include(`denied:check ${idOf('worker')}`);
    });

    it('gives somebody outside the role file one fixed sentence, whatever is said or pressed', async () => {
      await app.stores(aFamily());
      const stranger = app.person('stranger');
      await stranger.says(CHECK);
      const pressed = shownBy(await stranger.presses('open', { cardRef: 'a-card-that-was-forwarded' }));
      expect(stranger.chat().map(({ text }) => text)).to.deep.equal([pressed]);
      expect(pressed).to.match(/^U staat niet op de lijst van medewerkers/);
      expect(await app.store.addressBook.get(idOf('stranger'))).to.equal(undefined);
    });

    it('answers only in a conversation of one person', async () => {
      await app.stores(aFamily());
      const conversation = { id: 'a:worker', conversationType: 'channel', isGroup: true };
      const answer = await worker.says(CHECK, { conversation });
      expect(answer.status).to.equal(200);
      expect(worker.chat()[0]?.text).to.match(/gesprek met u alleen/);
      expect(worker.chat()).to.have.length(1);
    });
  });

  describe('a connector that fails', () => {
    beforeEach(() => app.stores(aFamily()));

    it('answers every press within a second while the connector hangs', async () => {
      await officer.says('hallo');
      const form = await aFilledForm(worker);
      const decision = { verdict: 'granted', reason: 'Er komt één regisseur.', effectiveOn: '2027-01-04' };
      app.connector.script(...Array.from({ length: 10 }, () => ({ kind: 'accept-then-hang', ms: 1_500 }) as const));
      const filed = await worker.presses('file', form);
      const cardRef = cardRefIn(cardOf(await officer.receives(isBaseCard)));
      const opened = await officer.presses('open', { cardRef });
      const decided = await officer.presses('decide', { cardRef, ...decision });
      expect([filed, opened, decided].map(({ ms }) => ms > 1_000)).to.deep.equal([false, false, false]);
      expect([filed, opened, decided].map(shownBy).map(seen)).to.satisfy(
        ([one = '', two = '', three = '']: string[]) =>
          one.includes('De vraag is voorgelegd') && two.includes(OWN_WORDS) && three.includes('Er is besloten'),
      );
    });

    it('stops well before ten seconds are over, also while replies and cards hang', async () => {
      await officer.says('hallo');
      const form = await aFilledForm(worker);
      app.connector.script(...Array.from({ length: 10 }, () => ({ kind: 'accept-then-hang', ms: 60_000 }) as const));
      await worker.presses('file', form);
      await officer.receives(isBaseCard);
      const started = performance.now();
      await app.stop();
      expect(performance.now() - started).to.be.below(8_000);
    });

    it('makes one attempt for a reply, also when the connector answers 502', async () => {
      app.connector.script({ kind: 'status', status: 502 });
      expect((await worker.says(CHECK)).status).to.equal(200);
      expect(app.connector.requests).to.have.length(1);
      expect(app.logLines.join('')).to.include('teams-reply-failed');
    });

    it('answers a message that Teams delivers twice once, at the same moment and later', async () => {
      const twice = { id: 'the-same' };
      await Promise.all([worker.says(CHECK, twice), worker.says(CHECK, twice)]);
      await worker.says(CHECK, twice);
      expect(worker.chat()).to.have.length(1);
      expect(await events()).to.deep.equal([`case-checked ${idOf('worker')}`]);
    });
  });

  it('has no demo: its page and its identities are not found', async () => {
    for (const path of ['/demo', '/demo/token', '/demo.js']) expect((await app.get(path)).status, path).to.equal(404);
    const asked = await plainHttp(`${app.url}/demo/token`, { json: { persona: 'officer' } });
    expect(asked.status).to.equal(404);
    expect(asked.text).to.not.include('token"');
    expect((await app.get('/')).status).to.equal(200);
  });
});
