import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { readStaticFiles, staticFile } from '../../bot/static.ts';
import type { AServer } from '../support/a-server.ts';
import { aServer } from '../support/a-server.ts';
import { call } from '../support/direct-line-client.ts';

const SCRIPT = 'void 0;'.repeat(500);
const FILES = {
  'index.html': '<!doctype html><title>Regiewijzer</title>',
  'tab.html': '<!doctype html>tab',
  'demo.html': '<!doctype html>demo',
  'demo.js': 'demo()',
  'widget.js': SCRIPT,
  'widget-cards.js': 'cards()',
  'widget.js.map': '{}',
  '.env': 'SECRET=1',
};

describe('the files that a browser may have', () => {
  let folder: string;
  let server: AServer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-web-'));
    await mkdir(join(folder, 'secret'));
    await Promise.all(Object.entries(FILES).map(([name, content]) => writeFile(join(folder, name), content)));
    server = await aServer({ server: { staticFiles: await readStaticFiles(folder, { demo: true }) } });
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('are pages, scripts and nothing else of the folder', async () => {
    expect([...(await readStaticFiles(folder, { demo: true })).keys()].sort()).to.deep.equal(
      ['/', '/demo', '/demo.js', '/tab', '/widget-cards.js', '/widget.js'].sort(),
    );
  });

  it('hold nothing of the demo outside the demo', async () => {
    expect([...(await readStaticFiles(folder, { demo: false })).keys()].sort()).to.deep.equal(
      ['/', '/tab', '/widget-cards.js', '/widget.js'].sort(),
    );
  });

  it('are refused with a hint when nothing was built', async () => {
    await rm(join(folder, 'widget.js'));
    const faults = await Promise.all(
      [folder, join(folder, 'absent')].map((where) =>
        readStaticFiles(where, { demo: false }).then(
          () => 'read',
          (error: unknown) => String(error),
        ),
      ),
    );
    expect(faults[0]).to.equal('Error: Failed to read the browser files: widget.js missing. Build web/ first.');
    expect(faults[1]).to.contain('can not be read');
  });

  it('are known by the end of their name, also as a path', () => {
    const kinds = ['/.html', '/tab.html', 'tab.html', '/demo.html', '/a.js', 'odd'].map((name) => {
      const { type, policy } = staticFile(Buffer.from('x'), name);
      return [type.split(';')[0], policy];
    });
    expect(kinds).to.deep.equal([
      ['text/html', 'page'],
      ['text/html', 'tab'],
      ['text/html', 'tab'],
      ['text/html', 'page'],
      ['text/javascript', 'asset'],
      ['application/octet-stream', 'asset'],
    ]);
  });

  it('come packed for who asks, and unchanged ones are not sent again', async () => {
    const plain = await call(server.url, '/widget.js', { headers: { 'Accept-Encoding': 'identity' } });
    expect([plain.text, plain.headers.get('content-encoding')]).to.deep.equal([SCRIPT, null]);
    expect(plain.headers.get('content-type')).to.equal('text/javascript; charset=utf-8');
    expect(plain.headers.get('vary')).to.equal('Origin, Accept-Encoding');
    const packed = await rawGet(server.url, '/widget.js', 'Accept-Encoding: br, gzip\r\n');
    expect(packed.head).to.match(/content-encoding: gzip/i);
    expect(gunzipSync(packed.body).toString()).to.equal(SCRIPT);
    expect((await rawGet(server.url, '/widget.js', 'Accept-Encoding: gzip;q=0\r\n')).head).not.to.match(
      /content-encoding/i,
    );
    const etag = plain.headers.get('etag')!;
    const again = await call(server.url, '/widget.js', { headers: { 'If-None-Match': etag } });
    expect([again.status, again.text]).to.deep.equal([304, '']);
    expect((await call(server.url, '/widget.js', { headers: { 'If-None-Match': '"else"' } })).status).to.equal(200);
  });

  it('may be kept for ever under an address that holds their own version', async () => {
    const { version } = (await readStaticFiles(folder, { demo: false })).get('/widget-cards.js')!;
    const cacheOf = async (query: string) =>
      (await call(server.url, `/widget-cards.js${query}`)).headers.get('cache-control');
    expect(await cacheOf(`?v=${version}`)).to.equal('public, max-age=31536000, immutable');
    expect(await cacheOf('?v=000000000000')).to.equal('public, max-age=300');
    expect(await cacheOf('')).to.equal('public, max-age=300');
  });

  it('let Teams frame the tab, and nobody anything else (T4)', async () => {
    const framing = async (path: string) =>
      /frame-ancestors [^;]+/.exec((await call(server.url, path)).headers.get('content-security-policy')!)![0];
    expect(await framing('/tab')).to.equal(
      'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    );
    for (const path of ['/', '/demo', '/widget.js']) expect(await framing(path)).to.equal("frame-ancestors 'none'");
  });

  for (const path of [
    '/widget/../.env',
    '/../package.json',
    '/static/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/widget.js%00.html',
    '/widget.js/',
    '//widget.js',
    '/WIDGET.JS',
    '/.env',
    '/index.html',
    '/widget.js.map',
    '/secret',
    '/__proto__',
  ]) {
    it(`do not include ${path} (T6)`, async () => {
      expect((await rawGet(server.url, path)).head).to.match(/^HTTP\/1\.1 40[04] /);
    });
  }
});

async function rawGet(url: string, path: string, headers = ''): Promise<{ head: string; body: Buffer }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);
  await once(socket, 'close');
  const whole = Buffer.concat(chunks);
  const end = whole.indexOf('\r\n\r\n');
  return { head: whole.subarray(0, end).toString(), body: whole.subarray(end + 4) };
}
