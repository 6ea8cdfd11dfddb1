import { expect } from 'chai';
import type { AServer, AServerOptions } from '../support/a-server.ts';
import { aServer } from '../support/a-server.ts';
import { call, openConversation, openStream, raw } from '../support/direct-line-client.ts';

const BASE = '/v3/directline';

describe('where requests may come from', () => {
  const servers: AServer[] = [];
  const start = async (options: AServerOptions = {}) => {
    const server = await aServer(options);
    servers.push(server);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

  describe('origins (W5)', () => {
    const config = { publicUrl: 'https://chat.gemeente.nl', widgetOrigins: ['https://www.gemeente.nl'] };
    const table: [string | null, 'allowed' | 'refused' | 'none'][] = [
      ['https://www.gemeente.nl', 'allowed'],
      ['https://chat.gemeente.nl', 'allowed'],
      ['https://evil.example', 'refused'],
      ['null', 'refused'],
      ['https://www.gemeente.nl.evil.nl', 'refused'],
      ['https://evil.nl/https://www.gemeente.nl', 'refused'],
      ['http://www.gemeente.nl', 'refused'],
      ['https://www.gemeente.nl:8443', 'refused'],
      ['https://WWW.gemeente.nl', 'refused'],
      ['http://127.0.0.1:3978', 'refused'],
      [null, 'none'],
    ];
    for (const [origin, verdict] of table) {
      it(`${verdict}: ${origin ?? 'no origin'}`, async () => {
        const server = await start({ config });
        const headers: Record<string, string> = origin === null ? {} : { Origin: origin };
        const asked = await call(server.url, `${BASE}/tokens/generate`, { method: 'POST', headers });
        const preflight = await call(server.url, `${BASE}/conversations`, { method: 'OPTIONS', headers });
        const script = await call(server.url, '/widget.js', { headers });
        const allowed = verdict === 'allowed' ? origin : null;
        expect(asked.status).to.equal(verdict === 'refused' ? 403 : 200);
        expect(preflight.status).to.equal({ allowed: 204, refused: 403, none: 405 }[verdict]);
        expect(script.status).to.equal(200);
        for (const { headers: answered } of [asked, preflight, script]) {
          expect(answered.get('access-control-allow-origin')).to.equal(allowed);
          expect(answered.get('access-control-allow-credentials')).to.equal(null);
          expect(answered.get('vary')).to.match(/^Origin\b/);
        }
        const mine = await openConversation(server.url);
        expect(mine.streamUrl).to.match(/^wss:\/\/chat\.gemeente\.nl\/v3/);
        const local = mine.streamUrl.replace('wss://chat.gemeente.nl', server.url.replace('http', 'ws'));
        const { status, socket } = await openStream(local, origin);
        expect(status).to.equal(verdict === 'allowed' ? 101 : 403);
        socket.terminate();
      });
    }

    it('without a public address only the own loopback address counts, by each of its names', async () => {
      const { url } = await start();
      const { port } = new URL(url);
      const status = async (origin: string) =>
        (await call(url, `${BASE}/tokens/generate`, { method: 'POST', headers: { Origin: origin } })).status;
      expect(await status(`http://localhost:${port}`)).to.equal(200);
      expect(await status(`http://127.0.0.1:${port}`)).to.equal(200);
      expect(await status(`http://127.0.0.1:1`)).to.equal(403);
      expect(await status(`http://rebound.example:${port}`)).to.equal(403);
    });

    it('repeats no foreign Host header in the address of the stream', async () => {
      const { url } = await start();
      const port = new URL(url).port;
      const { body } = await call(url, `${BASE}/tokens/generate`, { method: 'POST' });
      const answer = await raw(
        url,
        `POST ${BASE}/conversations HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer ${String(body.token)}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).to.contain(`ws://127.0.0.1:${port}/`).and.not.to.contain('evil.example');
    });
  });

  describe('upgrades', () => {
    for (const path of [
      '/api/messages',
      '/',
      `${BASE}/conversations/x/activities`,
      `${BASE}/conversations/../stream`,
      '//[',
      '//[/../../v3/directline/conversations/x/stream',
      `//x${BASE}/conversations/x/stream`,
      `/..${BASE}/conversations/x/stream`,
      'http://[/v3/directline/conversations/x/stream',
    ]) {
      it(`refuses and closes ${path} (B7)`, async () => {
        const { url } = await start();
        const answer = await raw(
          url,
          `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${url}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
        );
        expect(answer).to.match(/^HTTP\/1\.1 400 /);
      });
    }

    it('refuses and closes when something breaks on the way, and goes on', async () => {
      const { url, directLine, logged } = await start();
      directLine.upgrade = () => {
        throw new Error('kanarie');
      };
      const answer = await raw(
        url,
        `GET ${BASE}/conversations/x/stream HTTP/1.1\r\nHost: x\r\nOrigin: ${url}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
      expect(answer).to.match(/^HTTP\/1\.1 400 /);
      expect(logged.join('')).to.contain('upgrade-failed').and.not.to.contain('kanarie');
      expect((await call(url, '/health')).status).to.equal(200);
    });
  });

  it('outlives requests that restify itself falls over', async () => {
    const { url } = await start();
    for (const [host, path] of [
      ['a b', '/'],
      ['[', '/'],
      ['x:99999', '/'],
      ['x', 'http://['],
      ['x', '*'],
      ['x', '/%zz'],
      ['x', '//%00'],
    ]) {
      const answer = await raw(url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(answer, `${host}${path}`).to.match(/^HTTP\/1\.1 40[04] /);
    }
    expect((await call(url, '/health')).status).to.equal(200);
  });
});
