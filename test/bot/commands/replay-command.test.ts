import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const root = new URL('../../../', import.meta.url).pathname;
const raalte = join(root, 'test/replay/lists/raalte.json');

const replay = (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const command = ['--import', 'tsx', 'bot/commands/replay.ts', ...args];
    const child = execFile(process.execPath, command, { cwd: root }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });

describe('npm run replay', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-replay-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('prints one JSON object on one line, with nothing in it but what was agreed', async () => {
    const { code, out, err } = await replay(raalte, '--without', 'K1', '--set', 'K2.days=28', '--reading', 'latest');
    expect({ code, err }).to.deep.equal({ code: 0, err: '' });
    expect(out.trim().split('\n')).to.have.length(1);
    const outcome: unknown = JSON.parse(out);
    expect(outcome).to.have.all.keys(['reading', 'firstOnDesk', 'byRule', 'cards', 'reopened', 'warnings']);
    expect(outcome).to.have.nested.property('firstOnDesk.date', '2017-11-28');
    expect(outcome).to.have.nested.property('firstOnDesk.because').that.includes('28 dagen');
  }).timeout(30_000);

  it('shows a person day by day what happened, which rule acted, and who has the card until when', async () => {
    const { code, out } = await replay(raalte, '--timeline');
    expect(code).to.equal(0);
    expect(out).to.match(/15 oktober 2017\n {2}parent: Asks the CJG[^]*=> K1: [^]*## De kaart ligt op het bureau/);
    expect(out).to.match(/29 januari 2019[^]*=> K8: Op dinsdag 29 januari 2019 viel de regisseur weg\./);
    expect(out).to.include('opnieuw naar MEE verwezen');
    expect(out).to.not.include('{{');
  }).timeout(30_000);

  it('refuses what it can not do in Dutch, with a code and without a stack', async () => {
    const broken = join(folder, 'kapot.json');
    await writeFile(broken, '[{"id": "a", "date": "2026-13-01", "signals": ["x"]}]');
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Gebruik: npm run -s replay/],
      [[raalte, raalte], /^Gebruik:/],
      [[join(folder, 'er-niet.json')], /er-niet\.json: het bestand bestaat niet\./],
      [[folder], /dit is een map\./],
      [[broken], /kapot\.json, regel 1, kolom 22: "date"[^]*kolom 48: "x" is geen[^]*2 fout\(en\) gevonden/],
      [[raalte, '--only', 'K9'], /--only: "K9" is geen regel\. Kies uit K1, K2,/],
      [[raalte, '--set', 'K2.days=0'], /--set: "K2\.days=0" kan niet/],
      [[raalte, '--set', 'K5.days=3'], /--set: "K5\.days=3" ken ik niet/],
      [[raalte, '--reading', 'later'], /--reading: "later" ken ik niet/],
      [[raalte, '--zomaar'], /Gebruik:/],
    ];
    for (const [args, message] of wrong) {
      const { code, out, err } = await replay(...args);
      expect(err, args.join(' ')).to.match(message);
      expect(err).to.not.match(/\n\s+at /);
      expect({ code, out }).to.deep.equal({ code: 1, out: '' });
    }
  }).timeout(120_000);
});
