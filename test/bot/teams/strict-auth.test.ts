import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorFactory,
} from 'botframework-connector';
import { expect } from 'chai';
import { ToBotFromBotOrEmulatorTokenValidationParameters as emulatorParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import nock from 'nock';
import { inboundActivity } from '../../../bot/teams/gate.ts';
import { toSdkActivity } from '../../../bot/teams/sdk-activity.ts';
import { StrictAuth } from '../../../bot/teams/strict-auth.ts';
import { realTimers } from '../../../bot/world.ts';
import { type FakeConnector, startConnector } from '../../support/fake-connector.ts';
import { aMessage, aPress, startTeams, type Teams } from '../../support/teams-client.ts';
import {
  APP_ID,
  channelToken,
  FOREIGN_TENANT_ID,
  type Issuer,
  SERVICE_URL,
  startIssuer,
  TENANT_ID,
  type TokenSpec,
} from '../../support/token-issuer.ts';

const now = Math.floor(Date.now() / 1000);

/** What a user's browser gets from Entra when somebody signs in with the registration of the bot. */
const userToken = (tenant: string): TokenSpec => ({
  claims: {
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    aud: APP_ID,
    azp: APP_ID,
    ver: '2.0',
    tid: tenant,
  },
  without: ['serviceurl'],
});

class NoConnector extends ConnectorFactory {
  override create(): never {
    throw new Error('This test connects to nobody.');
  }
}

/** An SDK that finds every token valid and says whose it is. */
class BelievingSdk extends BotFrameworkAuthentication {
  readonly #issuer: string;
  constructor(issuer: string) {
    super();
    this.#issuer = issuer;
  }
  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    const claimsIdentity = new ClaimsIdentity([{ type: 'iss', value: this.#issuer }], true);
    return Promise.resolve({ audience: '', callerId: '', claimsIdentity, connectorFactory: new NoConnector() });
  }
  override authenticateStreamingRequest(): never {
    throw new Error('This test streams nothing.');
  }
  override createConnectorFactory(): never {
    throw new Error('This test connects to nobody.');
  }
  override createUserTokenClient(): never {
    throw new Error('This test has no users.');
  }
}

describe('bot/teams: who is believed', () => {
  let issuer: Issuer;
  let connector: FakeConnector;
  let teams: Teams;

  beforeEach(async () => {
    issuer = startIssuer();
    connector = startConnector();
    teams = await startTeams();
  });
  afterEach(async () => {
    await teams.stop();
    connector.stop();
    issuer.stop();
  });

  const refuses = async (body: unknown, token: string | null) => {
    const answer = await teams.post(body, token);
    expect(answer.status, answer.text).to.equal(401);
    expect(answer.body).to.deep.equal({ error: 'unauthorized' });
    expect(teams.arrivals).to.have.length(0);
    expect(connector.requests).to.have.length(0);
  };

  it('believes a token of the channel', async () => {
    const answer = await teams.post(aMessage());
    expect(answer.status, answer.text).to.equal(200);
    expect(teams.arrivals).to.have.length(1);
    expect(connector.seen('a:officer').map(({ text }) => text)).to.deep.equal(['antwoord']);
    expect(connector.requests[0]?.authorization).to.equal('Bearer bot-token-1');
  });

  describe('refuses (B2)', () => {
    const tokens: Record<string, TokenSpec> = {
      'a token of algorithm none': { how: 'none' },
      'a token signed with the public key as a secret': { how: 'hs256' },
      'a token of another key under a known name': { how: 'wrong-key' },
      'a token under an unknown key name': { header: { kid: 'other' } },
      'a token for another app': { claims: { aud: '99999999-2222-4333-8444-555555555555' } },
      'a token of another issuer': { claims: { iss: 'https://evil.example' } },
      'a token that ended six minutes ago': { claims: { exp: now - 360 } },
      'a token that begins in ten minutes': { claims: { nbf: now + 600 } },
      'a token for another serviceUrl': { claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } },
      'a token without a serviceUrl': { without: ['serviceurl'] },
    };
    for (const [what, spec] of Object.entries(tokens)) {
      it(what, () => refuses(aMessage(), channelToken(spec)));
    }
    const headers: Record<string, string | null> = {
      'no header at all': null,
      'a word instead of a token': 'Bearer x',
      'three dots of nothing': 'Bearer a.b.c',
      'a Basic header': 'Basic dXNlcjpwYXNz',
      'a token without Bearer': `Token ${channelToken()}`,
      'a token with something after it': `Bearer ${channelToken()} x`,
    };
    for (const [what, header] of Object.entries(headers)) {
      it(what, () => refuses(aMessage(), header));
    }
    it("everything while the keys of the channel can't be fetched", async () => {
      nock.cleanAll();
      nock('https://login.botframework.com').persist().get(/.*/).reply(503);
      await refuses(aMessage(), channelToken());
    });
  });

  describe('refuses the other paths of the SDK (B3)', () => {
    for (const [whose, tenant] of [
      ['own', TENANT_ID],
      ['a foreign', FOREIGN_TENANT_ID],
    ] as const) {
      for (const channelId of ['AseChannel', 'emulator', 'skill', 'webchat', 'directline', 'msteams', undefined]) {
        it(`a user token of ${whose} tenant with channel ${channelId}`, () =>
          refuses(aPress({ cardRef: 'x' }, { channelId }), channelToken(userToken(tenant))));
      }
    }
    for (const channelId of ['AseChannel', 'emulator', 'webchat', 'MSTEAMS', '', undefined]) {
      it(`a token of the channel with channel ${channelId} in the body`, () =>
        refuses(aMessage({ channelId }), channelToken()));
    }
    it('a token of another bot', () =>
      refuses(aMessage(), channelToken({ claims: { ver: '1.0', appid: '99999999-2222-4333-8444-555555555555' } })));

    it('and its list of issuers does not grow', async () => {
      const before = emulatorParameters.issuer?.length;
      await refuses(aMessage(), channelToken(userToken('12345678-bbbb-4ccc-8ddd-eeeeeeeeeeee')));
      await refuses(aMessage(), channelToken({ claims: { tid: '12345678-bbbb-4ccc-8ddd-eeeeeeeeeeee' } }));
      expect(emulatorParameters.issuer).to.have.length(Number(before));
    });
  });

  describe('refuses to be sent elsewhere (B4)', () => {
    const urls = [
      '',
      'x',
      'http://169.254.169.254/',
      'http://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net.evil.nl/',
      'https://evil.nl#smba.trafficmanager.net',
      'https://evil.nl/?smba.trafficmanager.net',
      'https://user@evil.nl/',
      'https://user@smba.trafficmanager.net/',
      'https://smba.trafficmanager.net:8443/',
      'https://evilbotframework.com/',
      'https://botframework.com.evil.nl/',
      'urn:inprocess:directline',
      undefined,
      null,
    ];
    for (const serviceUrl of urls) {
      it(`to ${JSON.stringify(serviceUrl)}`, async () => {
        // Signed for that very address: only the list of hosts is left to refuse it.
        const claims = typeof serviceUrl === 'string' && serviceUrl !== '' ? { serviceurl: serviceUrl } : {};
        let called = 0;
        nock('https://evil.nl')
          .persist()
          .post(/.*/)
          .reply(() => [((called += 1), 200)]);
        await refuses(aMessage({ serviceUrl }), channelToken({ claims }));
        expect(called).to.equal(0);
      });
    }
    it('but goes to a regional host under botframework.com', async () => {
      const serviceUrl = 'https://europe.botframework.com/';
      nock('https://europe.botframework.com').post(/.*/).reply(201, { id: '1' });
      const answer = await teams.post(aMessage({ serviceUrl }), channelToken({ claims: { serviceurl: serviceUrl } }));
      expect(answer.status).to.equal(200);
      expect(teams.arrivals).to.have.length(1);
    });
  });

  it('refuses a token that the SDK read as one of another issuer than the channel', async () => {
    const limits = {
      isServiceUrl: (url: unknown): url is string => url === SERVICE_URL,
      timeoutMs: 1000,
      freshConnection: true,
      timers: realTimers,
    };
    const activity = toSdkActivity(inboundActivity.parse(aMessage()));
    const asked = (issuerOfSdk: string) =>
      new StrictAuth(new BelievingSdk(issuerOfSdk), limits)
        .authenticateRequest(activity, `Bearer ${channelToken()}`)
        .then(
          () => 'believed',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        );
    expect(await asked('https://api.botframework.com')).to.equal('believed');
    expect(await asked('https://sts.windows.net/x/')).to.equal('issuer');
  });

  it('keeps tokens and error texts out of answers and logs', async () => {
    const token = channelToken({ how: 'wrong-key' });
    const answer = await teams.post(aMessage({ text: 'kanarie' }), token);
    for (const text of [answer.text, ...teams.logLines]) {
      expect(text).to.not.include(token).and.not.include('kanarie').and.not.include('invalid signature');
    }
    expect(SERVICE_URL).to.be.a('string');
  });
});
