import { expect } from 'chai';
import { type FakeConnector, startConnector } from '../../support/fake-connector.ts';
import {
  aCard,
  aMessage,
  aPress,
  startTeams,
  type Teams,
  type TeamsSetup,
  WORKER_ID,
} from '../../support/teams-client.ts';
import { channelToken, type Issuer, startIssuer } from '../../support/token-issuer.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

describe('bot/teams: the gate', () => {
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

  for (const name of [
    'composeExtension/query',
    'composeExtension/queryLink',
    'composeExtension/anonymousQueryLink',
    'composeExtension/fetchTask',
    'task/fetch',
    'signin/verifyState',
    undefined,
  ]) {
    it(`answers the invoke ${name} with 501 and no turn (C10)`, async () => {
      await start();
      const { status } = await teams.post(aPress({ cardRef: 'x' }, { name }));
      expect(status).to.equal(501);
      expect(teams.arrivals).to.have.length(0);
    });
  }

  describe('malformed bodies (B9)', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const withValue = (json: string) => JSON.stringify(aPress('VALUE')).replace('"VALUE"', json);
    const bodies: Record<string, string> = {
      'a type that is no text': '{"type":5}',
      'no type': '{}',
      'a list': '[]',
      null: 'null',
      'a text': '"x"',
      'no sender': JSON.stringify(aMessage({ from: undefined })),
      'a sender that is a list': JSON.stringify(aMessage({ from: [] })),
      'a serviceUrl that is no text': JSON.stringify(aMessage({ serviceUrl: 5 })),
      'a message without an id': JSON.stringify(aMessage({ id: undefined })),
      'a press without an action': JSON.stringify(aMessage({ type: 'invoke', name: 'adaptiveCard/action', value: {} })),
      'a press without a value': JSON.stringify(aMessage({ type: 'invoke', name: 'adaptiveCard/action' })),
      'a verb that is no text': JSON.stringify(aPress({}, { verb: 5 })),
      'a value that is 20,000 deep': withValue(nested(20_000)),
      'a key __proto__': withValue('{"__proto__":{"polluted":true}}'),
      'a key constructor': withValue('{"constructor":{"prototype":{"polluted":true}}}'),
    };
    for (const [what, json] of Object.entries(bodies)) {
      it(`refuses ${what} with 400, quickly`, async () => {
        await start();
        const { status, ms } = await teams.post(json);
        expect(status).to.equal(400);
        expect(ms).to.be.below(500);
        expect(teams.arrivals).to.have.length(0);
        expect(Reflect.get({}, 'polluted')).to.equal(undefined);
      });
    }
    it('answers kinds of activities it does not know with 200 and no turn', async () => {
      await start();
      for (const type of ['typing', 'messageReaction', 'event', 'endOfConversation', 'x']) {
        expect((await teams.post(aMessage({ type }))).status).to.equal(200);
      }
      expect(teams.arrivals).to.have.length(0);
    });
    it('drops deliveryMode, which would put the replies into the HTTP body', async () => {
      await start();
      const { text } = await teams.post(aMessage({ deliveryMode: 'expectReplies' }));
      expect(text).to.equal('');
      expect(texts()).to.deep.equal(['antwoord']);
    });
  });

  describe('in the playground', () => {
    const local = 'http://localhost:56151/_connector';
    it('takes a message without a token from this machine', async () => {
      await start({ playground: true, handle: () => Promise.resolve([aCard()]) });
      const from = { id: '29:w', aadObjectId: WORKER_ID };
      const { status, body } = await teams.post(aPress({ cardRef: 'x' }, { serviceUrl: local, from }), null);
      expect(status).to.equal(200);
      expect(body).to.include({ type: CARD });
      expect(teams.arrivals[0]?.actor).to.include({ kind: 'worker', id: WORKER_ID });
    });
    for (const serviceUrl of [
      'https://smba.trafficmanager.net/emea/',
      'http://localhost:56151/',
      'http://192.168.1.2:56151/_connector',
      'http://localhost.evil.nl/_connector',
    ]) {
      it(`refuses the serviceUrl ${serviceUrl}`, async () => {
        await start({ playground: true });
        expect((await teams.post(aMessage({ serviceUrl }), channelToken())).status).to.equal(401);
        expect(teams.arrivals).to.have.length(0);
      });
    }
    it('refuses a caller from another machine', async () => {
      await start({ playground: true });
      const sent: number[] = [];
      const request = { body: aMessage({ serviceUrl: local }), headers: {}, socket: { remoteAddress: '10.0.0.9' } };
      await teams.channel.messages(request, { send: (status) => sent.push(status) });
      expect(sent).to.deep.equal([403]);
      expect(teams.arrivals).to.have.length(0);
    });
  });
});
