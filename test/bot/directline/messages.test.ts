import { expect } from 'chai';
import type { AServer, AServerOptions } from '../../support/a-server.ts';
import { aServer, FAILURE } from '../../support/a-server.ts';
import type { Opened } from '../../support/direct-line-client.ts';
import { openConversation, poll, pollUntil, post } from '../../support/direct-line-client.ts';

describe('messages over the web channel', () => {
  const servers: AServer[] = [];
  const start = async (options: AServerOptions = {}) => {
    const server = await aServer(options);
    servers.push(server);
    return { server, mine: await openConversation(server.url) };
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
  const textsOf = async (server: AServer, opened: Opened) =>
    (await poll(server.url, opened)).body.activities!.map(({ text }) => text);

  it('keeps of a message only its words and the id of the client (B6)', async () => {
    const { server, mine } = await start();
    await post(server.url, mine, {
      text: 'hallo',
      id: 'mine',
      channelId: 'msteams',
      serviceUrl: 'https://evil.example',
      from: { id: 'officer', aadObjectId: 'a-b-c', name: 'Gemeente', role: 'bot' },
      name: 'adaptiveCard/action',
      value: { action: { verb: 'decide' } },
      attachments: [{ contentType: 'text/html', contentUrl: 'file:///etc/passwd' }],
      entities: [{ type: 'mention' }],
      channelData: { clientActivityID: 'c-1', tenant: { id: 't' }, postBack: true },
    });
    const activities = await pollUntil(server.url, mine, (all) => all.length === 3);
    expect(Object.keys(activities[1]!).sort()).to.deep.equal(
      ['channelData', 'channelId', 'conversation', 'from', 'id', 'text', 'timestamp', 'type'].sort(),
    );
    expect(activities[1]!.channelData).to.deep.equal({ clientActivityID: 'c-1' });
    const { activity } = server.arrivals.at(-1)!;
    expect(Object.keys(activity).sort()).to.deep.equal(
      ['channelId', 'conversation', 'from', 'id', 'recipient', 'text', 'timestamp', 'type'].sort(),
    );
    expect(activity.channelId).to.equal('directline');
  });

  for (const [name, activity, status] of [
    ['invoke', { type: 'invoke', name: 'adaptiveCard/action' }, 400],
    ['event', { type: 'event', name: 'x' }, 400],
    ['messageDelete', { type: 'messageDelete' }, 400],
    ['conversationUpdate', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, 200],
    ['typing', { type: 'typing' }, 200],
    ['nothing but an attachment', { attachments: [{ contentUrl: 'data:,x' }] }, 400],
    ['a card submit of a parent', { value: { verb: 'x' } }, 400],
  ] as const) {
    it(`answers ${name} with ${status} and tells the bot nothing`, async () => {
      const { server, mine } = await start();
      await pollUntil(server.url, mine, (all) => all.length === 1);
      expect((await post(server.url, mine, activity)).status).to.equal(status);
      expect(server.arrivals.length).to.equal(1);
    });
  }

  it('passes the value of a card on for a persona of the demo, small and plain only', async () => {
    const { server } = await start();
    const token = (await server.directLine.startAs!({ kind: 'officer', id: 'o-1', name: 'Olga' }))!;
    const officer = { ...token, streamUrl: '' };
    await post(server.url, officer, { value: { verb: 'take', cardRef: 'abc' } });
    await pollUntil(server.url, officer, (all) => all.length === 3);
    expect(server.arrivals.at(-1)!.conversation.persona).to.deep.equal({ kind: 'officer', id: 'o-1', name: 'Olga' });
    expect(server.arrivals.at(-1)!.activity.value).to.deep.equal({ verb: 'take', cardRef: 'abc' });
    for (const value of [['a'], 'text', { a: 'x'.repeat(20_000) }]) {
      expect((await post(server.url, officer, { value })).status).to.equal(400);
    }
  });

  it('has no personas outside the demo', async () => {
    const { server, mine } = await start({ directLine: { allowPersonas: false } });
    await pollUntil(server.url, mine, (all) => all.length === 1);
    expect(server.directLine.startAs).to.equal(null);
    expect(server.arrivals[0]!.conversation.persona).to.equal(null);
  });

  it('takes a citizen service number out before it is written down or passed on (W12)', async () => {
    const { server, mine } = await start();
    await post(server.url, mine, { text: 'mijn nummer is 111222333' });
    await pollUntil(server.url, mine, (all) => all.length === 3);
    const seen = JSON.stringify([(await poll(server.url, mine)).body, server.arrivals, server.logged]);
    expect(seen).to.contain('[nummer verwijderd]').and.not.to.contain('111222333');
  });

  it('answers the same message of the client once, with the same id', async () => {
    const { server, mine } = await start();
    const message = { text: 'hallo', channelData: { clientActivityID: 'c-1' } };
    const answers = await Promise.all([post(server.url, mine, message), post(server.url, mine, message)]);
    const third = await post(server.url, mine, message);
    expect(new Set([...answers, third].map(({ text }) => text)).size).to.equal(1);
    await pollUntil(server.url, mine, (all) => all.length >= 3);
    expect(await textsOf(server, mine)).to.deep.equal(['welkom', 'hallo', 'echo: hallo']);
  });

  it('refuses a text that is too long by name', async () => {
    const { server, mine } = await start();
    const { status, body } = await post(server.url, mine, { text: 'a'.repeat(8_001) });
    expect([status, body.error]).to.deep.equal([413, { code: 'text-too-long', message: 'The request is too large.' }]);
    expect((await post(server.url, mine, { text: 'a'.repeat(8_000) })).status).to.equal(200);
  });

  it('keeps the fixed sentence and nothing of the fault when a turn breaks (B8)', async () => {
    const { server, mine } = await start({
      directLine: {
        onArrival: (conversation, activity) =>
          servers[0]!.adapter.receive(conversation, activity, () =>
            Promise.reject(new Error('kanarie Jansen 111222333')),
          ),
      },
    });
    await post(server.url, mine, { text: 'hallo' });
    await pollUntil(server.url, mine, (all) => all.length === 3);
    expect(await textsOf(server, mine)).to.deep.equal([FAILURE, 'hallo', FAILURE]);
    expect(server.logged.join('')).to.contain('web-turn-failed').and.not.to.contain('kanarie');
  });
});
