import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import fc from 'fast-check';
import type { AServer, AServerOptions } from '../support/a-server.ts';
import { aServer } from '../support/a-server.ts';
import { call, openConversation } from '../support/direct-line-client.ts';

const BASE = '/v3/directline';
const MEGABYTE = 1024 * 1024;
setFlagsFromString('--expose-gc');
const gc: unknown = runInNewContext('gc');
const collectGarbage = () => {
  if (typeof gc === 'function') Reflect.apply(gc, null, []);
};

describe('bodies that the server gets', () => {
  const servers: AServer[] = [];
  const start = async (options: AServerOptions = {}) => {
    const server = await aServer(options);
    servers.push(server);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

  describe('bodies (B9, W7)', () => {
    it('survives every odd body with 2xx or 4xx, quickly, and pollutes nothing', async () => {
      const server = await start({ directLine: { limits: { messagesPerMinute: 1_000_000 } } });
      const mine = await openConversation(server.url);
      const path = `${BASE}/conversations/${mine.conversationId}/activities`;
      const send = async (body: string) => {
        const begun = performance.now();
        const { status } = await call(server.url, path, {
          method: 'POST',
          token: mine.token,
          body,
          headers: { 'Content-Type': 'application/json' },
        });
        expect(status, body.slice(0, 80)).to.be.within(200, 499);
        expect(performance.now() - begun, body.slice(0, 80)).to.be.below(1_000);
      };
      const fixed = [
        '{"type":5}',
        '[]',
        'null',
        '"x"',
        '1e999',
        '{"__proto__":{"polluted":1}}',
        '{"constructor":{"prototype":{"polluted":1}}}',
        '{"type":"message","text":"\\ud800 \\u0000 \\udfff"}',
        '{"type":"message","text":"x","timestamp":"0000-99-99T99:99:99Z"}',
        '{"type":"message","text":{"toString":"x"}}',
        '{"type":"message","text":"x","channelData":{"clientActivityID":{"a":1}}}',
        '['.repeat(60_000),
        `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
        `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
        `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      ];
      for (const body of fixed) await send(body);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.json(),
            fc.string(),
            fc
              .record({ type: fc.anything(), text: fc.anything(), value: fc.anything(), channelData: fc.anything() })
              .map((body) =>
                JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
              ),
          ),
          send,
        ),
        { numRuns: 150 },
      );
      expect('polluted' in {}).to.equal(false);
      expect(server.logged.join('')).not.to.contain('"level":"error"');
    });

    it('drops keys that reach for a prototype', async () => {
      const seen: unknown[] = [];
      const { url } = await start({
        server: {
          botMessages: async (req, res) => {
            seen.push(req.body);
            res.send(200, {});
            await Promise.resolve();
          },
        },
      });
      const body = '{"a":{"__proto__":{"b":1},"\\u005f_proto__":1,"constructor":2,"c":3}}';
      const escaped = '{"b":{"\\u005f_proto__":1,"c":3}}';
      for (const sent of [body, escaped])
        await call(url, '/api/messages', {
          method: 'POST',
          body: sent,
          headers: { 'Content-Type': 'application/json' },
        });
      expect(JSON.stringify(seen)).to.equal('[{"a":{"c":3}},{"b":{"c":3}}]');
    });

    for (const [name, framing] of [
      ['with its length', `Content-Length: ${20 * MEGABYTE}`],
      ['in chunks without a length', 'Transfer-Encoding: chunked'],
    ] as const) {
      it(`refuses 20 MB ${name} and keeps less than 5 MB of it`, async () => {
        const { url } = await start();
        const path = `${BASE}/conversations`;
        const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n${framing}\r\n\r\n`;
        const socket = connect(Number(new URL(url).port), '127.0.0.1');
        const answer: string[] = [];
        socket.on('data', (chunk: Buffer) => answer.push(chunk.toString()));
        socket.on('error', () => undefined);
        const closed = new Promise((resolve) => socket.once('close', resolve));
        const send = (data: string | Buffer) =>
          new Promise<void>((resolve) =>
            socket.write(data, () => {
              resolve();
            }),
          );
        const piece = Buffer.alloc(MEGABYTE, 0x20);
        const isChunked = framing.startsWith('Transfer');
        await send(head);
        collectGarbage();
        const before = process.memoryUsage().arrayBuffers;
        for (let sent = 0; sent < 20 && !socket.destroyed; sent += 1) {
          if (isChunked) await send(`${MEGABYTE.toString(16)}\r\n`);
          await send(piece);
          if (isChunked) await send('\r\n');
        }
        // Pieces on their way through the sockets of this process are garbage soon; what the server keeps stays.
        const kept = async () => {
          await new Promise((resolve) => setImmediate(resolve));
          collectGarbage();
          return process.memoryUsage().arrayBuffers - before;
        };
        let least = await kept();
        for (let look = 0; look < 50 && least >= 5 * MEGABYTE; look += 1) least = Math.min(least, await kept());
        expect(least).to.be.below(5 * MEGABYTE);
        if (isChunked) await send('0\r\n\r\n');
        await closed;
        expect(answer.join(''))
          .to.match(/^HTTP\/1\.1 413 /)
          .and.to.contain('"too-large"');
        expect((await call(url, '/health')).status).to.equal(200);
      });
    }
  });
});
