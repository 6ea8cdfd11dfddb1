import { expect } from 'chai';
import type { AServer, AServerOptions } from '../../support/a-server.ts';
import { aServer } from '../../support/a-server.ts';
import type { Opened } from '../../support/direct-line-client.ts';
import { call, openConversation, openStream, poll, pollUntil, post } from '../../support/direct-line-client.ts';

const BASE = '/v3/directline';

describe('limits of the web channel', () => {
  const servers: AServer[] = [];
  const start = async (options: AServerOptions = {}) => {
    const server = await aServer(options);
    servers.push(server);
    return { server, mine: await openConversation(server.url) };
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
  const textsOf = async (server: AServer, opened: Opened) =>
    (await poll(server.url, opened)).body.activities!.map(({ text }) => text);

  it('carries out one message at a time, in order, keeps five waiting and refuses more (W9)', async () => {
    const release: (() => void)[] = [];
    const order: string[] = [];
    let running = 0;
    const { server, mine } = await start({
      directLine: {
        onArrival: async (_conversation, { text }) => {
          running += 1;
          order.push(`${text ?? 'opened'}:${running}`);
          await new Promise<void>((resolve) => release.push(resolve));
          running -= 1;
        },
      },
    });
    const answers = [];
    for (let index = 1; index <= 8; index += 1) answers.push(await post(server.url, mine, { text: String(index) }));
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200, 429, 429, 429]);
    expect(answers[7]!.headers.get('retry-after')).to.equal('2');
    while (order.length < 6 || release.length > 0) {
      release.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(order).to.deep.equal(['opened:1', '1:1', '2:1', '3:1', '4:1', '5:1']);
  });

  it('takes twenty messages a minute of one conversation, and goes on when the minute has passed (W9)', async () => {
    const { server, mine } = await start({ directLine: { onArrival: () => Promise.resolve() } });
    const statuses: number[] = [];
    for (let index = 0; index < 22; index += 1) statuses.push((await post(server.url, mine, { text: 'x' })).status);
    expect(statuses).to.deep.equal([...Array.from({ length: 20 }, () => 200), 429, 429]);
    const other = await openConversation(server.url);
    expect((await post(server.url, other, { text: 'x' })).status).to.equal(200);
    server.clock.now = new Date(server.clock.now.getTime() + 3_000);
    expect((await post(server.url, mine, { text: 'x' })).status).to.equal(200);
  });

  it('keeps a bounded number of entries, and a watermark keeps its meaning', async () => {
    const { server, mine } = await start({ directLine: { limits: { logEntries: 3 } } });
    await pollUntil(server.url, mine, (all) => all.length === 1);
    server.directLine.send(
      mine.conversationId,
      ['a', 'b', 'c', 'd'].map((text) => ({ type: 'message', text })),
    );
    expect(await textsOf(server, mine)).to.deep.equal(['b', 'c', 'd']);
    const { body } = await poll(server.url, mine, '4');
    expect([body.activities!.map(({ text }) => text), body.watermark]).to.deep.equal([['d'], '5']);
  });

  it('keeps a bounded number of bytes, also of crisis words that reach no turn', async () => {
    const emergency = () => ({ type: 'message', text: 'Bel 112' });
    const limits = { messagesPerMinute: 1, logSize: 64 * 1024 };
    const { server, mine } = await start({ directLine: { emergency, limits } });
    for (let index = 0; index < 12; index += 1) await post(server.url, mine, { text: '\u0451'.repeat(8_000) });
    const { text } = await poll(server.url, mine);
    expect(Buffer.byteLength(text)).to.be.within(32 * 1024, 64 * 1024);
  });

  it('remembers the answers to a minute of messages and no more', async () => {
    const { server, mine } = await start({ directLine: { limits: { messagesPerMinute: 100 } } });
    const say = async (index: number) =>
      (await post(server.url, mine, { text: 'x', channelData: { clientActivityID: `c-${index}` } })).text;
    const answers: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      answers.push(await say(index));
      await pollUntil(server.url, mine, (all) => all.length === 3 + 2 * index);
    }
    expect(await say(1)).to.equal(answers[1]);
    expect(await say(0)).not.to.equal(answers[0]);
  });

  it('ends the conversation that was silent longest when all together keep too much', async () => {
    const ended: string[] = [];
    const { server, mine } = await start({
      directLine: {
        limits: { logSizeOverall: 30_000 },
        onArrival: () => Promise.resolve(),
        onEnd: (id) => {
          ended.push(id);
        },
      },
    });
    const second = await openConversation(server.url);
    const third = await openConversation(server.url);
    const say = (who: Opened, size: number) => post(server.url, who, { text: 'x'.repeat(size) });
    for (const who of [second, mine, third]) await say(who, 8_000);
    expect(ended).to.deep.equal([]);
    await say(third, 8_000);
    expect(ended).to.deep.equal([second.conversationId]);
    expect((await poll(server.url, second)).status).to.equal(403);
    expect((await textsOf(server, mine)).length).to.equal(1);
    await say(second, 8_000);
    await say(mine, 6_000);
    expect(ended).to.deep.equal([second.conversationId, third.conversationId]);
    expect(server.logged.join('')).to.contain('conversations-ended-for-memory');
  });

  it('ends a conversation after four hours without a word, however often the token is renewed', async () => {
    const ended: string[] = [];
    const { server, mine } = await start({
      directLine: {
        onEnd: (id) => {
          ended.push(id);
        },
      },
    });
    let { token } = mine;
    const passes = async (minutes: number) => {
      server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000);
      server.directLine.sweep();
      const answer = await call(server.url, `${BASE}/tokens/refresh`, { method: 'POST', token });
      token = String(answer.body.token);
      return answer.status;
    };
    for (let half = 0; half < 4; half += 1) expect(await passes(29)).to.equal(200);
    await post(server.url, { ...mine, token }, { text: 'hallo' });
    for (let half = 0; half < 8; half += 1) expect(await passes(29)).to.equal(200);
    expect(await passes(9)).to.equal(403);
    expect(ended).to.deep.equal([mine.conversationId]);
    expect(server.directLine.stats().conversations).to.equal(0);
  });

  it('says that a conversation is over once more when the turn that was under way has ended', async () => {
    const ended: string[] = [];
    let release: () => void = () => undefined;
    const { server, mine } = await start({
      directLine: {
        onArrival: () => new Promise((resolve) => (release = resolve)),
        onEnd: (id) => {
          ended.push(id);
        },
      },
    });
    await post(server.url, mine, { type: 'endOfConversation' });
    expect(ended).to.deep.equal([mine.conversationId]);
    release();
    while (ended.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(ended).to.deep.equal([mine.conversationId, mine.conversationId]);
  });

  it('closes a stream that gets a large frame, and ignores empty ones (W7)', async () => {
    const { server, mine } = await start();
    const { socket } = await openStream(mine.streamUrl, server.url);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => heard.push(data.toString()));
    socket.send('');
    server.directLine.send(mine.conversationId, [{ type: 'message', text: 'nog open' }]);
    while (!heard.join('').includes('nog open')) await new Promise((resolve) => setImmediate(resolve));
    socket.send('x'.repeat(1024 * 1024));
    expect(await closed).to.equal(1009);
  });

  describe('limits starts (W8)', () => {
    const generate = (server: AServer, headers: Record<string, string> = {}) =>
      call(server.url, `${BASE}/tokens/generate`, { method: 'POST', headers });

    it('per address, which a forged X-Forwarded-For does not reset', async () => {
      const { server } = await start({ directLine: { limits: { startsPerMinutePerIp: 3 } } });
      const statuses = [];
      for (const ip of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
        statuses.push((await generate(server, { 'X-Forwarded-For': ip })).status);
      }
      expect(statuses).to.deep.equal([200, 200, 429]);
      expect((await generate(server)).headers.get('retry-after')).to.equal('20');
      server.clock.now = new Date(server.clock.now.getTime() + 20_000);
      expect((await generate(server)).status).to.equal(200);
    });

    it('per visitor behind our own proxy, which writes the last hop', async () => {
      const { server } = await start({
        config: { trustedProxyHops: 1 },
        directLine: { limits: { startsPerMinutePerIp: 1 } },
      });
      const from = async (header: string) => (await generate(server, { 'X-Forwarded-For': header })).status;
      expect(await from('6.6.6.6, 1.1.1.1')).to.equal(200);
      expect(await from('7.7.7.7, 1.1.1.1')).to.equal(429);
      expect(await from('6.6.6.6, 2.2.2.2')).to.equal(200);
    });

    it('in all: those who never came to talk make room, those who talk stay', async () => {
      const { server, mine } = await start({ directLine: { limits: { conversations: 2 } } });
      const first = (await generate(server)).body;
      expect((await generate(server)).status).to.equal(200);
      const late = await call(server.url, `${BASE}/conversations`, { token: String(first.token), json: {} });
      expect(late.status).to.equal(403);
      expect((await poll(server.url, mine)).status).to.equal(200);
      await openConversation(server.url);
      const refused = await generate(server);
      expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '60']);
    });

    it('forgets conversations that nobody can come back to, and closes their streams', async () => {
      const { server, mine } = await start();
      await generate(server);
      const { socket } = await openStream(mine.streamUrl, server.url);
      const closed = new Promise((resolve) => socket.once('close', resolve));
      expect(server.directLine.stats()).to.deep.equal({ conversations: 2, sockets: 1 });
      server.clock.now = new Date(server.clock.now.getTime() + 6 * 60_000);
      server.directLine.sweep();
      expect(server.directLine.stats().conversations).to.equal(1);
      server.clock.now = new Date(server.clock.now.getTime() + 25 * 60_000);
      server.directLine.sweep();
      expect(server.directLine.stats().conversations).to.equal(0);
      expect(await closed).to.equal(1000);
    });
  });
});
