import { expect } from 'chai';
import { type FakeConnector, startConnector } from '../../support/fake-connector.ts';
import {
  aCard,
  aMessage,
  aPress,
  aText,
  OFFICER_ID,
  startTeams,
  type Teams,
  type TeamsSetup,
} from '../../support/teams-client.ts';
import { type Issuer, startIssuer } from '../../support/token-issuer.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

describe('bot/teams: from activity to turn', () => {
  let issuer: Issuer;
  let connector: FakeConnector;
  let teams: Teams;

  const start = async (setup: TeamsSetup = {}) => {
    teams = await startTeams(setup);
  };
  beforeEach(() => {
    issuer = startIssuer();
    connector = startConnector();
  });
  afterEach(async () => {
    connector.stop();
    await teams.stop();
    issuer.stop();
  });
  const texts = () => connector.seen('a:officer').map(({ text }) => text);

  it('hands a message over with the role of this moment and the words that were typed', async () => {
    await start();
    await teams.post(aMessage({ text: 'goede\0morgen \ud800' }));
    expect(teams.arrivals).to.deep.equal([
      {
        channel: 'teams',
        conversation: 'teams:a:officer',
        activityId: 'm-1',
        actor: { kind: 'officer', id: OFFICER_ID, name: 'Aanspreekpunt' },
        input: { kind: 'text', text: 'goedemorgen \ufffd' },
      },
    ]);
  });

  it('answers a press with the card in its new state, without calling the connector', async () => {
    await start({ handle: () => Promise.resolve([aCard({ title: 'nieuw' })]) });
    const { status, body } = await teams.post(aPress({ cardRef: 'ref-1', reden: 'x' }, { verb: 'decide' }));
    expect(status).to.equal(200);
    expect(body).to.include({ statusCode: 200, type: CARD }).and.have.nested.property('value.body[0].text', 'nieuw');
    expect(teams.arrivals[0]?.input).to.deep.equal({
      kind: 'submit',
      verb: 'decide',
      data: { cardRef: 'ref-1', reden: 'x' },
    });
    expect(connector.requests).to.have.length(0);
  });

  it('answers a press with a sentence when there is no card', async () => {
    await start({ handle: () => Promise.resolve([aText('Al besloten', 'door A.')]) });
    const { body } = await teams.post(aPress({ cardRef: 'ref-1' }));
    expect(body).to.deep.equal({ statusCode: 200, type: MESSAGE, value: 'Al besloten\n\ndoor A.' });
  });

  it('says what does not fit in the answer afterwards, once', async () => {
    await start({ handle: () => Promise.resolve([aText('Gelukt.'), aCard()]) });
    const { body } = await teams.post(aPress({ cardRef: 'ref-1' }));
    await teams.channel.settled();
    expect(body).to.include({ type: CARD });
    expect(texts()).to.deep.equal(['Gelukt.']);
  });

  it('answers an automatic refresh with the card alone, and refuses one that would change something (C8)', async () => {
    await start({ handle: () => Promise.resolve([aText('Gelukt.'), aCard()]) });
    const refresh = await teams.post(aPress({ cardRef: 'ref-1' }, { trigger: 'automatic' }));
    expect(refresh.body).to.include({ type: CARD });
    const decision = await teams.post(aPress({ cardRef: 'ref-1' }, { trigger: 'automatic', verb: 'decide' }));
    expect(decision.status).to.equal(400);
    await teams.channel.settled();
    expect(teams.arrivals).to.have.length(1);
    expect(connector.requests).to.have.length(0);
  });

  it('answers a press at once while the connector hangs (C9)', async () => {
    connector.script({ kind: 'accept-then-hang', ms: 60_000 });
    await start({
      handle: () => Promise.resolve([aText('Gelukt.'), aCard()]),
      timeouts: { turnMs: 200, outboxMs: 200 },
    });
    const { status, ms, body } = await teams.post(aPress({ cardRef: 'ref-1' }));
    expect(status).to.equal(200);
    expect(body).to.include({ type: CARD });
    expect(ms).to.be.below(1000);
  });

  it('ends a message turn at its deadline while the connector hangs', async () => {
    connector.script({ kind: 'accept-then-hang', ms: 60_000 });
    await start({ timeouts: { turnMs: 150, outboxMs: 150 } });
    const { status, ms } = await teams.post(aMessage());
    expect(status).to.equal(200);
    expect(ms).to.be.within(100, 1500);
    expect(teams.logLines.join()).to.include('teams-reply-failed');
  });

  it('sends a reply once, also when the connector answers 502', async () => {
    connector.script({ kind: 'status', status: 502 });
    await start();
    expect((await teams.post(aMessage())).status).to.equal(200);
    expect(connector.requests).to.have.length(1);
  });

  it('takes an Action.Submit for a press and puts the new card in the place of the old one', async () => {
    await start({ handle: () => Promise.resolve([aCard({ replaces: 'ref-1', title: 'nieuw' })]) });
    await teams.post(aMessage({ text: undefined, replyToId: 'old-card', value: { verb: 'take', cardRef: 'ref-1' } }));
    expect(teams.arrivals[0]?.input).to.deep.equal({
      kind: 'submit',
      verb: 'take',
      data: { verb: 'take', cardRef: 'ref-1' },
    });
    expect(connector.requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'PUT /emea/v3/conversations/a%3Aofficer/activities/old-card',
    ]);
  });

  it('never shows what went wrong inside (B8)', async () => {
    await start({ handle: () => Promise.reject(new Error('kanarie Jan de Vries 111222333')) });
    const press = await teams.post(aPress({ cardRef: 'x' }));
    await teams.post(aMessage());
    expect(press.status).to.equal(200);
    expect(press.body).to.include({ value: 'Er ging iets mis.' });
    expect(texts()).to.deep.equal(['Er ging iets mis.']);
    for (const line of [press.text, ...teams.logLines]) expect(line).to.not.match(/kanarie|Vries|111222333/);
  });
});
