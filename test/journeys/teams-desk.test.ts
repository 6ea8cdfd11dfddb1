import { expect } from 'chai';
import { z } from 'zod';
import { choiceRef } from '../../cards/choice-ref.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import {
  aFilledForm,
  aTeamsApp,
  type Colleague,
  cardOf,
  idOf,
  isBaseCard,
  shownBy,
  type TeamsApp,
} from '../support/a-teams-app.ts';
import { cardRefIn, eventually, textsIn } from '../support/an-app.ts';
import type { SentActivity } from '../support/fake-connector.ts';
import { FOREIGN_TENANT_ID } from '../support/token-issuer.ts';

const DAY_MS = 86_400_000;
const CANARIES = /De Vries|ander gezicht|Ouder Een|Kind Een|Uitleg van Wil|Wie belde/;
const isWorkCard = (activity: SentActivity) => activity['summary'] === 'Een escalatie wacht op u, open de kaart';
const isStateCard = (activity: SentActivity) => activity['summary'] === 'Nieuws over een vraag die u voorlegde';
const seen = (card: unknown) => textsIn(card).join('\n');
const refreshing = z.object({ refresh: z.object({ userIds: z.array(z.string()) }) });

describe('the desk in Teams (O1 O2 O9, C1–C3, C8, C9)', () => {
  let app: TeamsApp;
  let worker: Colleague;
  let officer: Colleague;
  let cardRef: string;

  beforeEach(async () => {
    app = await aTeamsApp();
    [worker, officer] = [app.person('worker'), app.person('officer')];
    await app.stores(aFamilyCase({ workers: [idOf('worker')] }));
    await officer.says('hallo');
    await worker.presses('file', await aFilledForm(worker));
    cardRef = cardRefIn(cardOf(await officer.receives(isBaseCard)));
    await app.outbox.idle();
  });
  afterEach(() => app.stop());

  const escalation = async () => {
    const [first] = (await app.stored('case-1')).escalations;
    if (first === undefined) throw new Error('Nothing was filed.');
    return first;
  };
  const question = { question: 'Wie belde het laatst?', of: 'parent', due: '2026-11-27' };
  /** Opens the form and gives back what its button sends. */
  const form = async (name: string) => {
    const card = JSON.stringify(shownBy(await officer.presses(`form-${name}`, { cardRef })));
    const [, nonce = ''] = /"form":"([\w-]+)"/.exec(card) ?? [];
    return { cardRef, form: nonce };
  };
  const settled = async () => {
    await app.rounds.runNow();
    await app.outbox.idle();
  };

  it('gives each reader a refresh of one’s own, in what is pushed and in what is answered', async () => {
    const pushed = cardOf(officer.chat().find(isBaseCard));
    expect(refreshing.parse(pushed).refresh.userIds).to.deep.equal(['29:officer']);
    const opened = shownBy(await officer.presses('open', { cardRef }, { trigger: 'automatic' }));
    expect(refreshing.parse(opened).refresh.userIds).to.deep.equal(['29:officer']);
  });

  it('only looks when a client refreshes: a hundred times change nothing, send nothing, and no other verb may', async () => {
    await officer.presses('open', { cardRef }, { trigger: 'automatic' });
    await app.outbox.idle();
    const before = await app.stored('case-1');
    const sent = app.connector.requests.length;
    for (let refresh = 0; refresh < 100; refresh += 1)
      await officer.presses('open', { cardRef }, { trigger: 'automatic' });
    for (const verb of ['take', 'decide', 'do-ask-more', 'do-close', 'form-decide'])
      expect((await officer.presses(verb, { cardRef }, { trigger: 'automatic' })).status, verb).to.equal(400);
    expect(await app.stored('case-1')).to.deep.equal(before);
    expect(app.connector.requests).to.have.length(sent);
  });

  it('carries a form out once, whatever ids its presses arrive with', async () => {
    const data = { ...(await form('ask-more')), ...question };
    const first = seen(shownBy(await officer.presses('do-ask-more', data, { id: 'same' })));
    await officer.presses('do-ask-more', data, { id: 'same' });
    await officer.presses('do-ask-more', data, { id: 'a retry of Teams under another id' });
    expect(first).to.include('Uw vraag is gesteld.').and.include('Wie belde het laatst?');
    expect((await escalation()).questions).to.have.length(1);
  });

  it('hears nothing from another tenant', async () => {
    const conversation = { id: 'a:officer', conversationType: 'personal', tenantId: FOREIGN_TENANT_ID };
    for (const verb of ['open', 'form-decide', 'do-ask-more', 'decide'])
      expect((await officer.presses(verb, { cardRef, ...question }, { conversation })).status, verb).to.equal(403);
    expect((await escalation()).questions).to.deep.equal([]);
  });

  it('puts a reminder in the place of the card that is there, with one line that is heard, nothing personal in either', async () => {
    app.pass(10 * DAY_MS);
    await settled();
    const work = await officer.receives(isWorkCard);
    const line = await officer.receives(({ text }) => text?.includes('herinnering') ?? false);
    expect(officer.chat().filter(isBaseCard)).to.deep.equal([]);
    expect(officer.chat().filter(isWorkCard)).to.have.length(1);
    expect(cardRefIn(cardOf(work))).to.equal(cardRef);
    expect(JSON.stringify([work, line])).to.not.match(CANARIES);
  });

  it('keeps who filed up to date on one card, however much happens', async () => {
    for (let times = 0; times < 3; times += 1) {
      await officer.presses('do-ask-more', { ...(await form('ask-more')), ...question });
      await app.outbox.idle();
      await worker.receives(isStateCard);
    }
    await officer.presses('do-summarise', { ...(await form('summarise')), text: 'Er is één naam nodig.' });
    const news = await eventually(
      () =>
        Promise.resolve(
          worker.chat().find((one) => isStateCard(one) && seen(one).includes('uitleg geschreven')) ?? null,
        ),
      'the newest state',
    );
    expect(worker.chat().filter(isStateCard)).to.have.length(1);
    expect(JSON.stringify(news)).to.not.match(CANARIES);
  });

  it('answers a press within a second while the connector hangs', async () => {
    await app.outbox.idle();
    app.connector.script(...Array.from({ length: 60 }, () => ({ kind: 'accept-then-hang', ms: 60_000 }) as const));
    const times: number[] = [];
    for (let press = 0; press < 40; press += 1) {
      const data = {
        cardRef,
        form: `press-${String(press).padStart(16, '0')}`,
        about: choiceRef('own-words'),
        text: `Woord ${press}`,
      };
      const { ms, status } = await officer.presses('do-comment', data);
      expect(status).to.equal(200);
      times.push(ms);
    }
    expect(Math.max(...times)).to.be.lessThan(1000);
    expect((await escalation()).comments).to.have.length(40);
  });
});
