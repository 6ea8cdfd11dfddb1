import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { processes } from '../support/a-process.ts';
import { aParent, ROOT } from '../support/an-app.ts';
import { call, openStream, post } from '../support/direct-line-client.ts';

const SECRET = 'kanarie-wachtwoord-7Q';
const TOKEN_KEY = Buffer.from('the test key: quick brown foxes!').toString('base64');
const teams = {
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  MicrosoftAppPassword: SECRET,
  PUBLIC_URL: 'https://chat.gemeente.example',
  WIDGET_ORIGINS: 'https://www.gemeente.example',
  TOKEN_KEY,
  ROLES_FILE: '/nergens/rollen.json',
  DATA_DIR: '/nergens/gegevens',
  KNOWLEDGE_DIR: '/nergens/kennis',
};
type Env = Readonly<Record<string, string>>;

/** Node 22 and 24 warn once that a package of the SDK uses `punycode`; the log keeps that as one line without words. */
const isOurs = (line: string) => !line.includes('"event":"sdk-console"');

describe('the process', () => {
  let folder: string;
  const { start, refuses, killAll } = processes();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-main-'));
  });
  afterEach(killAll);
  after(() => rm(folder, { recursive: true, force: true }));

  const without = (key: string): Env => Object.fromEntries(Object.entries(teams).filter(([name]) => name !== key));

  describe('ends within two seconds and names the key that is missing or wrong (B1, R15)', () => {
    const table: [string, string, Env][] = [
      ['MicrosoftAppId', 'is not set while its secret is', { MicrosoftAppPassword: SECRET }],
      ...['', ' ', '${MicrosoftAppId}', 'mijn-bot'].map((value): [string, string, Env] => [
        'MicrosoftAppId',
        `is ${JSON.stringify(value)}`,
        { ...teams, MicrosoftAppId: value },
      ]),
      ...Object.keys(without('MicrosoftAppId')).map((key): [string, string, Env] => [key, 'is missing', without(key)]),
      ['MicrosoftAppPassword', 'is blank', { ...teams, MicrosoftAppPassword: ' ' }],
      ['MicrosoftAppTenantId', 'is common', { ...teams, MicrosoftAppTenantId: 'common' }],
      ['MicrosoftAppType', 'is MultiTenant', { ...teams, MicrosoftAppType: 'MultiTenant' }],
      ['TOKEN_KEY', 'is a secret of the wrong kind', { ...teams, TOKEN_KEY: SECRET }],
      ['PUBLIC_URL', 'is not https', { ...teams, PUBLIC_URL: 'http://chat.gemeente.example' }],
      ['WIDGET_ORIGINS', 'is a star', { ...teams, WIDGET_ORIGINS: '*' }],
      [
        'ToBotFromChannelOpenIdMetadataUrl',
        'is set',
        { ...teams, ToBotFromChannelOpenIdMetadataUrl: `https://${SECRET}` },
      ],
      ['PORT', 'is no number', { PORT: 'tachtig' }],
      ['LOG_LEVEL', 'is unknown', { LOG_LEVEL: 'loud' }],
      ['HOST', 'is every address in the demo', { HOST: '0.0.0.0' }],
      ['HOST', 'is another machine in the playground', { HOST: '10.0.0.1', REGIEWIJZER_PLAYGROUND: '1' }],
      ['NODE_ENV', 'is production in the demo', { NODE_ENV: 'production' }],
      ['REGIEWIJZER_PLAYGROUND', 'stands beside an app id', { ...teams, REGIEWIJZER_PLAYGROUND: '1' }],
    ];
    for (const [key, how, env] of table) {
      it(`${key} ${how}`, async () => {
        const { afterMs, stderr } = await refuses({ env }, new RegExp(`^  ${key} `, 'm'));
        expect(stderr).to.not.include(SECRET).and.to.not.include(TOKEN_KEY);
        expect(afterMs).to.be.below(2_000);
        expect(stderr.match(/^ {2}\w/gm), stderr).to.have.length(1);
      });
    }

    it('a role table that is not there, by its path', async () => {
      await refuses({ env: { ROLES_FILE: join(folder, 'rollen.json') } }, join(folder, 'rollen.json'));
    });
  });

  it('reads .env, and names each line and key in it that it does not know', async () => {
    const cwd = await mkdtemp(join(folder, 'env-'));
    await writeFile(join(cwd, '.env'), 'PORT: 4525\nDATA_DIR=gegevens\nPOORT=4525\nKNOWLEDGE=kanarie\n');
    const child = start({ cwd });
    await child.listens();
    expect(child.output())
      .to.include('Warning: .env, line 1 is not KEY=VALUE')
      .and.include('Warning: POORT is not a key of this server; did you mean PORT?')
      .and.include('Warning: KNOWLEDGE is not a key of this server; did you mean KNOWLEDGE_DIR?')
      .and.not.include('kanarie');
    expect(await readdir(join(cwd, 'gegevens'))).to.include('cases');
  });

  it('says in one line that the port is taken, and gives the data folder back', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        resolve(z.object({ port: z.number() }).parse(other.address()).port);
      });
    });
    const DATA_DIR = join(folder, 'port');
    const { stderr } = await refuses({ env: { PORT: String(port), DATA_DIR } }, 'EADDRINUSE', `127.0.0.1:${port}`);
    expect(stderr.trim().split('\n').filter(isOurs)).to.have.length(1);
    other.close();
    expect(await start({ env: { DATA_DIR } }).listens()).to.match(/^http:/);
  });

  it('says that the browser files were not built', async () => {
    const root = join(folder, 'unbuilt');
    await mkdir(join(root, 'dist'), { recursive: true });
    for (const file of ['dist/main.mjs', 'dist/server.cjs']) await cp(join(ROOT, file), join(root, file));
    await symlink(join(ROOT, 'knowledge'), join(root, 'knowledge'));
    await refuses({ main: join(root, 'dist/main.mjs') }, /browser files.*Build/);
  });

  it('starts without the compiled code, with that of another bundle and with half of it', async () => {
    const root = join(folder, 'compiled');
    await cp(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true });
    await symlink(join(ROOT, 'knowledge'), join(root, 'knowledge'));
    const main = join(root, 'dist/main.mjs');
    const cache = join(root, 'dist/server.cache');
    const compiled = await readFile(cache);
    const otherBundle = Buffer.concat([Buffer.alloc(32, 7), compiled.subarray(32)]);
    for (const stored of [otherBundle, compiled.subarray(0, compiled.length / 2), compiled.subarray(0, 32)]) {
      await writeFile(cache, stored);
      expect(await start({ main }).listens()).to.match(/^http:/);
    }
    await rm(cache);
    expect(await start({ main }).listens()).to.match(/^http:/);
  });

  it('reads what the build learnt from the examples, and learns those of a municipality once', async () => {
    const root = join(folder, 'learnt');
    await cp(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true });
    await symlink(join(ROOT, 'knowledge'), join(root, 'knowledge'));
    const KNOWLEDGE_DIR = join(folder, 'own-examples');
    await cp(join(ROOT, 'knowledge/voorbeeldstad'), KNOWLEDGE_DIR, { recursive: true });
    const kept = join(root, 'dist/knowledge.learnt');
    const startOnce = async (env: Readonly<Record<string, string>>) => {
      const child = start({ main: join(root, 'dist/main.mjs'), env });
      const url = await child.listens();
      // Whatever is asked is answered after all is learnt.
      await (await aParent({ url })).says('wat is een pgb');
      child.stop('SIGTERM');
      await child.ended;
      return readFile(kept);
    };
    const byBuild = await readFile(join(ROOT, 'dist/knowledge.learnt'));
    expect(byBuild.equals(await startOnce({}))).to.equal(true);
    expect(byBuild.equals(await startOnce({ KNOWLEDGE_DIR }))).to.equal(true);
    await mkdir(join(KNOWLEDGE_DIR, 'intents'));
    const pgb = z
      .looseObject({ voorbeelden: z.array(z.string()) })
      .parse(JSON.parse(await readFile(join(ROOT, 'knowledge/landelijk/intents/pgb.json'), 'utf8')));
    const own = { ...pgb, voorbeelden: [...pgb.voorbeelden, 'het dorpsbudget aanvragen'] };
    await writeFile(join(KNOWLEDGE_DIR, 'intents/pgb.json'), JSON.stringify(own));
    const learnt = await startOnce({ KNOWLEDGE_DIR });
    expect(learnt.equals(byBuild)).to.equal(false);
    expect(learnt.includes('dorpsbudget')).to.equal(true);
    const { mtimeMs } = await stat(kept);
    await startOnce({ KNOWLEDGE_DIR });
    expect((await stat(kept)).mtimeMs).to.equal(mtimeMs);
  });

  it('ends with 1 at a fault that nobody caught, and tells its kind but not its words (B8)', async () => {
    const fault = "process.on('SIGUSR2',()=>{throw new TypeError('kanarie-7')})";
    const rejection = "process.on('SIGUSR2',()=>{Promise.reject(new TypeError('kanarie-7'))})";
    for (const code of [fault, rejection]) {
      const DATA_DIR = await mkdtemp(join(folder, 'fault-'));
      const child = start({
        env: { DATA_DIR, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` },
      });
      await child.listens();
      child.stop('SIGUSR2');
      expect((await child.ended).code).to.equal(1);
      expect(child.output())
        .to.match(/"event":"uncaught-fault","code":"TypeError"/)
        .and.not.include('kanarie');
      expect(await readdir(join(DATA_DIR, 'cases'))).to.not.include('.lock');
    }
  });

  it('ends with 0 within ten seconds at SIGTERM under open conversations, says 503 meanwhile, and can start again (R11)', async () => {
    const env = { DATA_DIR: join(folder, 'drain') };
    const child = start({ env });
    const url = await child.listens();
    const parents = await Promise.all(Array.from({ length: 10 }, () => aParent({ url })));
    const streams = await Promise.all(parents.map(({ opened }) => openStream(opened.streamUrl, url)));
    const codes = streams.map(({ socket }) => new Promise<number>((resolve) => socket.once('close', resolve)));
    // A request that had begun before the signal: a new connection is no longer taken.
    const late = connect(Number(new URL(url).port), '127.0.0.1');
    late.write(`GET /ready HTTP/1.1\r\nHost: ${new URL(url).host}\r\nAccept: application/json\r\n`);
    const answered = new Promise<string>((resolve) =>
      late.once('data', (chunk: Buffer) => {
        resolve(chunk.toString());
      }),
    );
    // Once this one is answered, the one that came before it was let in.
    await call(url, '/health');
    const said = parents.map(({ opened }) =>
      post(url, opened, { text: 'Hoe lang duurt een besluit?' }).then(
        ({ status }) => status,
        () => 'closed',
      ),
    );
    const begun = performance.now();
    child.stop('SIGTERM');
    while (await isAnswered(url)) expect(performance.now() - begun).to.be.below(9_000);
    late.write('\r\n');
    expect(await answered).to.match(/^HTTP\/1\.1 503 [\s\S]*not-ready/);
    expect(await Promise.all(codes)).to.deep.equal(Array(10).fill(1001));
    for (const outcome of await Promise.all(said)) expect(outcome).to.be.oneOf([200, 503, 'closed']);
    expect((await child.ended).code).to.equal(0);
    expect(performance.now() - begun).to.be.below(10_000);
    const loud = child
      .output()
      .split('\n')
      .filter((line) => isOurs(line) && /"level":"(error|warn)"/.test(line));
    expect(loud).to.deep.equal([]);
    expect(await start({ env }).listens()).to.match(/^http:/);
  });
});

function isAnswered(url: string): Promise<boolean> {
  return call(url, '/health').then(
    () => true,
    () => false,
  );
}
