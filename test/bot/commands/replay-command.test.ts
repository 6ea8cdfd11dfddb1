import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { signalCodes } from '../../../cases/index.ts';
import { textOf } from '../../support/a-knowledge.ts';

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
    expect(out).to.match(/15 oktober 2017\n {2}ouder: Asks the CJG[^]*=> K1: [^]*## De kaart ligt op het bureau/);
    expect(out).to.match(/29 januari 2019[^]*=> K8: Op dinsdag 29 januari 2019 viel de regisseur weg\./);
    expect(out).to.include('opnieuw naar MEE verwezen');
    expect(out).to.not.include('{{');
  }).timeout(30_000);

  it('says that there is no card, leaves no empty line for who is not named, and names a column it does not know', async () => {
    const list = join(folder, 'rustig.csv');
    await writeFile(list, 'datum;wie;gebeurtenis;signalen;bron\n02-03-2026;;;no-plan;x\n03-03-2026;school;;;y\n');
    const { code, out, err } = await replay(list, '--timeline');
    expect({ code, err }).to.deep.equal({
      code: 0,
      err: `Let op: ${list}, regel 1, kolom 32: de kolom "bron" ken ik niet en sla ik over.\n`,
    });
    expect(out).to.equal(
      [
        'maandag 2 maart 2026',
        '    - Er ligt geen gezamenlijk plan (van aanpak) voor het gezin.',
        '',
        'dinsdag 3 maart 2026',
        '  school',
        '',
        'Er is geen kaart: op geen dag kwam dit gezin bij het aanspreekpunt.',
        '',
      ].join('\n'),
    );
  }).timeout(30_000);

  it('plays the example of docs/replay.md, which explains every code in the words of the chat', async () => {
    const { code, out, err } = await replay(join(root, 'docs/examples/replay.csv'));
    expect({ code, err }).to.deep.equal({ code: 0, err: '' });
    expect(JSON.parse(out)).to.have.nested.property('firstOnDesk.date', '2026-03-16');
    const explained = await readFile(join(root, 'docs/replay.md'), 'utf8');
    for (const signal of signalCodes)
      expect(explained).to.include(`| \`${signal}\` | ${textOf(`signaal.${signal}`)} |`);
  }).timeout(30_000);

  it('refuses what it can not do in Dutch, with a code and without a stack', async () => {
    const broken = join(folder, 'kapot.json');
    await writeFile(broken, '[{"id": "a", "date": "2026-13-01", "signals": ["x"]}]');
    const far = join(folder, 'ver.json');
    await writeFile(far, '[{"id": "a", "date": "9999-12-31", "signals": ["not-going-well"]}]');
    const wrong: readonly (readonly [readonly string[], RegExp, code?: 1])[] = [
      [[], /^Gebruik: npm run -s replay/],
      [[raalte, raalte], /^Gebruik:/],
      [[join(folder, 'er-niet.json')], /er-niet\.json: het bestand bestaat niet\./, 1],
      [[folder], /dit is een map\./, 1],
      [
        [broken],
        /kapot\.json, regel 1, kolom 22: "date"[^]*kolom 48: "x" is geen[^]*Bekende signaalcodes[^]*many-agencies, [^]*2 fout\(en\) gevonden/,
        1,
      ],
      [[far], /ver\.json, regel 1, kolom 22: "date" ligt te ver weg; na 2199-12-31 telt er niets meer\./, 1],
      [[raalte, '--only', 'K9'], /--only: "K9" is geen regel\. Kies uit K1, K2,/],
      [[raalte, '--set', 'K2.days=0'], /--set: "K2\.days=0" kan niet/],
      [[raalte, '--set', 'K5.days=3'], /--set: "K5\.days=3" ken ik niet/],
      [[raalte, '--reading', 'later'], /--reading: "later" ken ik niet/],
      [[raalte, '--zomaar'], /Gebruik:/],
    ];
    for (const [args, message, exit = 2] of wrong) {
      const { code, out, err } = await replay(...args);
      expect(err, args.join(' ')).to.match(message);
      expect(err).to.not.match(/\n\s+at /);
      expect({ code, out }, args.join(' ')).to.deep.equal({ code: exit, out: '' });
    }
  }).timeout(120_000);
});
