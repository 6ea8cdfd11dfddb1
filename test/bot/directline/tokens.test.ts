import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { SignJWT, decodeJwt } from 'jose';
import type { AServer } from '../../support/a-server.ts';
import { aServer } from '../../support/a-server.ts';
import type { Opened } from '../../support/direct-line-client.ts';
import { call, openConversation, openStream, poll, pollUntil, post, raw } from '../../support/direct-line-client.ts';

const BASE = '/v3/directline';
const key = randomBytes(32);

describe('tokens of the web channel', () => {
  let server: AServer;
  let mine: Opened;

  beforeEach(async () => {
    server = await aServer({ directLine: { key } });
    mine = await openConversation(server.url);
  });
  afterEach(() => server.stop());

  const routesOf = (id: string): [string, string, object?][] => [
    ['GET', `${BASE}/conversations/${id}`],
    ['GET', `${BASE}/conversations/${id}?watermark=1`],
    ['GET', `${BASE}/conversations/${id}/activities`],
    ['POST', `${BASE}/conversations/${id}/activities`, { type: 'message', text: 'hallo' }],
    ['POST', `${BASE}/conversations/${id}/upload`],
  ];
  const ask = async (token: string, [method, path, json]: [string, string, object?]) => {
    const { status, body } = await call(server.url, path, { method, token, ...(json ? { json } : {}) });
    return { status, error: body.error };
  };

  const refresh = async (token: string) =>
    String((await call(server.url, `${BASE}/tokens/refresh`, { method: 'POST', token })).body.token);

  it('opens with a good token exactly what a bad one does not (the positive case)', async () => {
    const statuses = await Promise.all(routesOf(mine.conversationId).map((route) => ask(mine.token, route)));
    expect(statuses.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 501]);
  });

  it("refuses another's conversation with the same words as one that does not exist (W1)", async () => {
    const other = await openConversation(server.url);
    for (const [index, route] of routesOf(other.conversationId).entries()) {
      const existing = await ask(mine.token, route);
      const absent = await ask(mine.token, routesOf('AAAAAAAAAAAAAAAAAAAAAA')[index]!);
      expect(existing.status, route[1]).to.equal(403);
      expect(existing).to.deep.equal(absent);
    }
    const said = await pollUntil(server.url, other, (activities) => activities.length > 0);
    expect(said.map(({ text }) => text)).to.deep.equal(['welkom']);
  });

  it('gives a stream only to the conversation of the ticket, once, and for a minute (W1, W2)', async () => {
    const other = await openConversation(server.url);
    const swapped = mine.streamUrl.replace(mine.conversationId, other.conversationId);
    expect((await openStream(swapped, server.url)).status).to.equal(403);
    const first = await openStream(mine.streamUrl, server.url);
    expect(first.status).to.equal(101);
    first.socket.terminate();
    expect((await openStream(mine.streamUrl, server.url)).status).to.equal(403);
    server.clock.now = new Date(server.clock.now.getTime() + 61_000);
    expect((await openStream(other.streamUrl, server.url)).status).to.equal(403);
  });

  it('makes ids without repetition (W1)', async () => {
    const crowded = await aServer({ directLine: { limits: { startsPerMinutePerIp: 100_000 } } });
    const ids = new Set<string>();
    for (let index = 0; index < 500; index += 1) {
      const { body } = await call(crowded.url, `${BASE}/tokens/generate`, { method: 'POST' });
      ids.add(String(body.conversationId));
      ids.add(String(decodeJwt(String(body.token)).user));
    }
    await crowded.stop();
    expect(ids.size).to.equal(1_000);
    for (const id of ids) expect(id).to.match(/^(dl_)?[\w-]{22}$/);
  });

  describe('refuses with 403 and no data (W2)', () => {
    const body = () => {
      const { conv, user, gen, aud, exp } = decodeJwt(mine.token);
      return { conv, user, gen, aud, exp };
    };
    const signed = (claims: object, secret: Uint8Array = key, alg = 'HS256') =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(secret);
    const none = (claims: object) =>
      [{ alg: 'none', typ: 'JWT' }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
    const bad: [string, () => string | Promise<string>][] = [
      ['no token', () => ''],
      ['garbage', () => 'x'],
      ['an edited payload', () => mine.token.replace(/\.(.{10})/, '.AAAAAAAAAA')],
      ['an edited signature', () => `${mine.token.slice(0, -4)}AAAA`],
      ['another key', () => signed(body(), randomBytes(32))],
      ['another algorithm', () => signed(body(), key, 'HS512')],
      ['alg none', () => `${none(body())}.`],
      ['another audience', () => signed({ ...body(), aud: 'else' })],
      ['no end', () => signed({ ...body(), exp: undefined })],
      ['an older generation', () => signed({ ...body(), gen: 0 })],
      ['another user', () => signed({ ...body(), user: 'dl_other' })],
      ['claims of another shape', () => signed({ ...body(), gen: '1' })],
    ];
    for (const [name, token] of bad) {
      it(name, async () => {
        const answers = await Promise.all(
          routesOf(mine.conversationId).map(async (route) => ask(await token(), route)),
        );
        const message = 'This request is not allowed.';
        for (const { status, error } of answers) {
          expect(status).to.equal(403);
          expect(error).to.deep.equal({ code: 'bad-token', message });
        }
      });
    }

    it('an expired one, although nothing was swept yet', async () => {
      server.clock.now = new Date(server.clock.now.getTime() + 30 * 60_000 + 1);
      expect((await poll(server.url, mine)).status).to.equal(403);
    });

    it('the older one once the newer one was used', async () => {
      const fresh = await refresh(mine.token);
      expect((await poll(server.url, { ...mine, token: fresh })).status).to.equal(200);
      expect((await poll(server.url, mine)).status).to.equal(403);
    });

    it('the older one a minute after the refresh, although the newer one was never used', async () => {
      await refresh(mine.token);
      server.clock.now = new Date(server.clock.now.getTime() + 60_001);
      expect((await poll(server.url, mine)).status).to.equal(403);
    });

    it('the one before the older one', async () => {
      const older = await refresh(mine.token);
      await refresh(older);
      expect((await poll(server.url, mine)).status).to.equal(403);
      expect((await poll(server.url, { ...mine, token: older })).status).to.equal(200);
    });

    it('the one of an ended conversation, which also cannot be opened again', async () => {
      expect((await post(server.url, mine, { type: 'endOfConversation' })).status).to.equal(200);
      expect((await poll(server.url, mine)).status).to.equal(403);
      expect((await call(server.url, `${BASE}/conversations`, { token: mine.token, json: {} })).status).to.equal(403);
      expect(server.directLine.send(mine.conversationId, [{ type: 'message', text: 'te laat' }])).to.equal(false);
    });
  });

  it('goes on when the answer to a refresh was lost, however often within a minute', async () => {
    await refresh(mine.token);
    expect((await poll(server.url, mine)).status).to.equal(200);
    await refresh(mine.token);
    const fresh = await refresh(mine.token);
    expect((await poll(server.url, { ...mine, token: fresh })).status).to.equal(200);
  });

  it('gives no longer than a minute to the older one by asking again', async () => {
    await refresh(mine.token);
    server.clock.now = new Date(server.clock.now.getTime() + 50_000);
    await refresh(mine.token);
    server.clock.now = new Date(server.clock.now.getTime() + 11_000);
    expect((await poll(server.url, mine)).status).to.equal(403);
  });

  it('writes no token, ticket or word to the log', async () => {
    await post(server.url, mine, { text: 'kanarie-7391' });
    (await openStream(mine.streamUrl, server.url)).socket.terminate();
    await pollUntil(server.url, mine, (activities) => activities.length === 3);
    const log = server.logged.join('');
    const ticket = new URL(mine.streamUrl).searchParams.get('t')!;
    expect(log).to.contain('/v3/directline/conversations/:id/activities');
    for (const secret of [mine.token, ticket, mine.conversationId, 'kanarie', 'token='])
      expect(log).not.to.contain(secret);
  });

  it('reads the watermark of a path that only becomes this one, like the router does', async () => {
    const path = `//[/../..${BASE}/conversations/${mine.conversationId}/activities?watermark=x`;
    const answer = await raw(
      server.url,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${mine.token}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).to.match(/^HTTP\/1\.1 400 /);
  });

  for (const [watermark, expected] of [
    ['', ['welkom', 'hallo', 'echo: hallo']],
    ['1', ['hallo', 'echo: hallo']],
    ['-1', ['welkom', 'hallo', 'echo: hallo']],
    ['1000000000', []],
    ['NaN', 400],
    ['0x10', 400],
    ['1.5', 400],
    ["' OR 1", 400],
    ['9'.repeat(10_000), 400],
  ] as const) {
    it(`takes the watermark ${JSON.stringify(watermark.slice(0, 12))} as ${JSON.stringify(expected)} (W4)`, async () => {
      await post(server.url, mine, { text: 'hallo' });
      await pollUntil(server.url, mine, (activities) => activities.length === 3);
      const answer = await poll(server.url, mine, watermark);
      const got = answer.status === 200 ? answer.body.activities!.map(({ text }) => text) : answer.status;
      expect(got).to.deep.equal(expected);
      if (answer.status === 200) expect(answer.body.watermark).to.equal('3');
    });
  }
});
