import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { jsonBody } from '../../bot/http/json-body.ts';
import type { AServer, AServerOptions } from '../support/a-server.ts';
import { aServer } from '../support/a-server.ts';
import type { CallOptions } from '../support/direct-line-client.ts';
import { call, openConversation, openStream, pollUntil, post } from '../support/direct-line-client.ts';

const BASE = '/v3/directline';

describe('the server', () => {
  const servers: AServer[] = [];
  const start = async (options: AServerOptions = {}) => {
    const server = await aServer(options);
    servers.push(server);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

  it('says that it lives, and whether it can work', async () => {
    let ready = true;
    const { url } = await start({ server: { ready: () => ready } });
    expect((await call(url, '/health')).body).to.deep.equal({ status: 'ok' });
    expect((await call(url, '/ready')).status).to.equal(200);
    ready = false;
    const answer = await call(url, '/ready');
    expect([answer.status, answer.body]).to.deep.equal([503, { status: 'not-ready' }]);
  });

  describe('refuses with a fixed body', () => {
    const table: [string, string, CallOptions, number, string][] = [
      ['an unknown path', '/nothing-here', {}, 404, 'not-found'],
      ['another method', '/health', { method: 'DELETE' }, 405, 'method-not-allowed'],
      ['who takes no JSON', '/health', { headers: { Accept: 'text/html' } }, 406, 'not-acceptable'],
      ['a form', '/body', post415('application/x-www-form-urlencoded', 'a=1'), 415, 'unsupported-media-type'],
      ['multipart', '/body', post415('multipart/form-data; boundary=x', '--x--'), 415, 'unsupported-media-type'],
      ['another charset', '/body', post415('application/json; charset=utf-16', '{}'), 415, 'unsupported-media-type'],
      ['a packed body', '/body', post415('application/json', gzipSync('{}'), 'gzip'), 415, 'unsupported-media-type'],
      ['broken JSON', '/body', post415('application/json', '{"a":'), 400, 'bad-request'],
      ['a fault of ours', '/fault', {}, 500, 'internal'],
      ['a fault that is no error', '/odd-fault', {}, 500, 'internal'],
    ];
    for (const [name, path, init, status, code] of table) {
      it(`${name}: ${status} ${code}`, async () => {
        const server = await start({
          server: {
            extraRoutes: (routes) => {
              routes.post('/body', ...jsonBody(), async (_req, res) => {
                res.send(200, {});
                await Promise.resolve();
              });
              routes.get('/fault', async () => {
                await Promise.reject(new Error('kanarie Jansen 111222333'));
              });
              routes.get('/odd-fault', async () => {
                // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- libraries do reject with other things
                await Promise.reject('kanarie');
              });
            },
          },
        });
        const answer = await call(server.url, path, init);
        expect(answer.status).to.equal(status);
        expect(Object.keys(answer.body).sort()).to.deep.equal(['correlationId', 'error']);
        expect(answer.body.error).to.include({ code });
        expect(answer.body.correlationId).to.equal(answer.headers.get('x-correlation-id'));
        expect(answer.text + JSON.stringify([...answer.headers]) + server.logged.join('')).not.to.contain('kanarie');
        expect(answer.headers.get('content-type')).to.equal('application/json; charset=utf-8');
      });
    }

    it('takes JSON with and without a charset (the positive case)', async () => {
      const { url } = await start({
        server: {
          extraRoutes: (routes) => {
            routes.post('/body', ...jsonBody(), async (req, res) => {
              const got: unknown = req.body;
              res.send(200, { got });
              await Promise.resolve();
            });
          },
        },
      });
      for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
        const answer = await call(url, '/body', { method: 'POST', body: '{"a":1}', headers: { 'Content-Type': type } });
        expect(answer.body, type).to.deep.equal({ got: { a: 1 } });
      }
    });
  });

  it('carries the headers of each kind of route (W14)', async () => {
    const { url } = await start({ config: { publicUrl: 'https://chat.gemeente.nl' } });
    const table: [string, string, RegExp][] = [
      ['/', 'no-cache', /script-src 'self'; style-src 'self'; .*frame-ancestors 'none'/],
      ['/widget.js', 'public, max-age=300', /frame-ancestors 'none'/],
      ['/health', 'no-store', /default-src 'none'; frame-ancestors 'none'/],
      [`${BASE}/conversations/x`, 'no-store', /default-src 'none'; frame-ancestors 'none'/],
      ['/nothing', 'no-store', /default-src 'none'/],
    ];
    for (const [path, cache, csp] of table) {
      const { headers } = await call(url, path);
      expect(headers.get('cache-control'), path).to.equal(cache);
      expect(headers.get('content-security-policy'), path).to.match(csp).and.not.to.contain('unsafe');
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
      expect(headers.get('referrer-policy'), path).to.equal('no-referrer');
      expect(headers.get('strict-transport-security'), path).to.equal('max-age=31536000');
      for (const absent of ['set-cookie', 'server', 'x-powered-by', 'x-frame-options']) {
        expect(headers.get(absent), `${path} ${absent}`).to.equal(null);
      }
    }
  });

  it('promises https only when the outside reaches it over https', async () => {
    const { url } = await start();
    expect((await call(url, '/')).headers.get('strict-transport-security')).to.equal(null);
  });

  it('publishes where to report a security problem, for less than a year (RFC 9116)', async () => {
    const { url } = await start({ config: { securityContact: 'mailto:security@gemeente.nl' } });
    const { text, headers } = await call(url, '/.well-known/security.txt');
    expect(headers.get('content-type')).to.equal('text/plain; charset=utf-8');
    expect(text)
      .to.contain('Contact: mailto:security@gemeente.nl\n')
      .and.to.contain('Expires: 2027-05-21T09:00:00.000Z\n');
    const { url: without } = await start();
    expect((await call(without, '/.well-known/security.txt')).status).to.equal(404);
  });

  it('says which port is taken', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    const message = await aServer({ config: { port } }).then(
      () => 'it listened',
      (error: unknown) => String(error),
    );
    expect(message).to.equal(`Error: Failed to listen on 127.0.0.1:${port}: EADDRINUSE. Choose another PORT or HOST.`);
  });

  it('stops: not ready at once, nobody new, the turn in progress finished, streams closed with 1001 (R11)', async () => {
    let finish: () => void = () => undefined;
    const server = await aServer({
      directLine: {
        onArrival: (conversation, { type }) =>
          type === 'conversationUpdate'
            ? Promise.resolve()
            : new Promise((resolve) => {
                finish = () => {
                  server.directLine.send(conversation.id, [{ type: 'message', text: 'nog net' }]);
                  resolve();
                };
              }),
      },
    });
    const mine = await openConversation(server.url);
    const { socket } = await openStream(mine.streamUrl, server.url);
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => heard.push(data.toString()));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await post(server.url, mine, { text: 'hallo' });
    await pollUntil(server.url, mine, (all) => all.length === 1);
    const late = connect(Number(new URL(server.url).port), '127.0.0.1');
    late.write('GET /ready HTTP/1.1\r\nHost: x\r\n');
    // Answered, so the server has read what came before it on the other connection too.
    await call(server.url, '/health');
    const begun = performance.now();
    const drained = server.stop();
    late.write('\r\n');
    const answered: string = await new Promise((resolve) => {
      late.once('data', (chunk: Buffer) => {
        resolve(chunk.toString());
      });
    });
    expect(answered).to.match(/^HTTP\/1\.1 503 /);
    const refused = await call(server.url, '/health').then(
      () => 'answered',
      () => 'refused',
    );
    expect(refused).to.equal('refused');
    expect(socket.readyState).to.equal(socket.OPEN);
    finish();
    expect(await closed).to.equal(1001);
    await drained;
    expect(heard.join('')).to.contain('nog net');
    expect(performance.now() - begun).to.be.below(5_000);
  });

  it('stops within ten seconds when a turn hangs', async () => {
    const server = await aServer({
      directLine: { onArrival: () => new Promise(() => undefined), limits: { closeMs: 100 } },
    });
    const mine = await openConversation(server.url);
    await openStream(mine.streamUrl, server.url);
    const begun = performance.now();
    await server.stop();
    expect(performance.now() - begun).to.be.below(3_000);
    expect(server.logged.join('')).to.contain('stopped-with-turns-in-progress');
  });
});

function post415(type: string, body: string | Buffer, encoding?: string): CallOptions {
  return {
    method: 'POST',
    body,
    headers: { 'Content-Type': type, ...(encoding ? { 'Content-Encoding': encoding } : {}) },
  };
}
