import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ClaimsIdentity, ConnectorFactory } from 'botframework-connector';
import { expect } from 'chai';
import nock from 'nock';
import { GuardedConnectorFactory, type KeptClients } from '../../../bot/teams/connector.ts';
import { isPlaygroundServiceUrl } from '../../../bot/teams/service-url.ts';
import type { Timers } from '../../../bot/timers.ts';

const HOST = 'http://localhost:3999';

describe('the client that sends to Teams', () => {
  let made: string[];
  let waiting: number;
  let kept: KeptClients;

  const timers: Pick<Timers, 'after'> = {
    after: () => {
      waiting += 1;
      return () => {
        waiting -= 1;
      };
    },
  };
  const factory = () =>
    new GuardedConnectorFactory(
      new Counting(made),
      { isServiceUrl: isPlaygroundServiceUrl, timeoutMs: 5_000, freshConnection: false, timers },
      kept,
    );
  const send = async (serviceUrl: string) => {
    const client = await factory().create(serviceUrl, 'audience');
    return client.conversations.sendToConversation('c-1', { type: 'message', text: 'hallo' });
  };
  const url = (path = '') => `${HOST}/_connector${path}`;
  const answers = () => nock(HOST).persist().post(/.*/).reply(201, { id: '1' });

  // Other tests of this process leave nock as it was when it is not theirs: off.
  before(() => {
    if (!nock.isActive()) nock.activate();
  });
  after(() => {
    nock.restore();
  });
  beforeEach(() => {
    made = [];
    waiting = 0;
    kept = new Map();
  });
  afterEach(() => {
    nock.cleanAll();
  });

  it('is made once for an address, and not shared with another one', async () => {
    answers();
    await send(url());
    await send(url());
    expect(made).to.deep.equal([url()]);
    await send(url('/ander'));
    expect(made).to.deep.equal([url(), url('/ander')]);
  });

  it('leaves no deadline behind when the answer is there, nor when the call failed', async () => {
    answers();
    await send(url());
    expect(waiting).to.equal(0);
    nock.cleanAll();
    nock(HOST).post(/.*/).replyWithError('reset');
    expect(await send(url()).catch(() => 'failed')).to.equal('failed');
    expect(waiting).to.equal(0);
  });

  it('keeps a handful of addresses, and none that is refused', async () => {
    for (let number = 0; number < 40; number += 1) await factory().create(url(`/${number}`));
    expect(kept.size).to.equal(16);
    const refused = await factory()
      .create('http://evil.nl/_connector')
      .then(
        () => 'made',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : ''),
      );
    expect(refused).to.equal('service-url-refused');
    expect([...kept.keys()].join(' ')).to.not.include('evil');
  });
});

class Counting extends ConnectorFactory {
  readonly #made: string[];
  readonly #real = new ConfigurationBotFrameworkAuthentication({}).createConnectorFactory(new ClaimsIdentity([]));
  constructor(made: string[]) {
    super();
    this.#made = made;
  }
  create(serviceUrl: string, audience?: string) {
    this.#made.push(serviceUrl);
    return this.#real.create(serviceUrl, audience);
  }
}
