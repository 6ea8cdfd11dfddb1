import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { openStore } from '../../../bot/store.ts';
import { makeCases } from '../../../cases/index.ts';
import { aCommand, expectRefusal } from '../../support/a-command.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aCaseWorld, aFiling, officer1, sha256, worker1 } from '../../support/case-world.ts';

describe('the commands with which a municipality gives account (L2, L6, L7)', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-account-'));
    const store = await openStore({ dataDir: folder, sha256, onFatal: (fault) => expect.fail(String(fault)) });
    const world = await aCaseWorld();
    world.setTime('2026-09-07T09:00:00.000Z');
    const cases = makeCases({ ...world.deps, register: store.register, auditLog: store.auditLog });
    const promise = {
      id: 'promise-1',
      what: 'Het CJG belt de school',
      owner: 'Het CJG',
      madeOn: '2026-09-01',
      due: null,
      keptOn: null,
      missedOn: null,
      toWhom: 'ouder',
    };
    await store.register.commit(aFamilyCase({ id: 'case-1', version: 1, promises: [promise] }));
    await cases.file(worker1, aFiling(), 'command-1');
    const [card] = (await store.register.read('case-1'))?.cards ?? [];
    await cases.take(officer1, card?.cardRef ?? '', 'command-2');
    await store.auditLog.close();
    await store.register.close();
  });
  after(() => rm(folder, { recursive: true }));

  const run = (name: string, ...args: readonly string[]) => aCommand(name, args, { DATA_DIR: folder });
  const logged = async () => readFile(join(folder, 'audit.jsonl'), 'utf8');

  it('report: gives the CSV of a quarter, or a page and CSV in a folder', async () => {
    const { code, out, err } = await run('report', '2026-Q3');
    expect([code, err]).to.deep.equal([0, '']);
    expect(out)
      .to.contain('Kwartaal;Onderdeel;Antwoord;Aantal')
      .and.to.contain('2026-Q3;Wie de vraag voorlegde;Een medewerker;< 5 *');
    const to = join(folder, 'out', 'verslag');
    expect((await run('report', '2026-q3', '--out', to)).code).to.equal(0);
    expect(await readdir(to)).to.deep.equal(['kwartaalverslag-2026-Q3.csv', 'kwartaalverslag-2026-Q3.html']);
    expect(await readdir(join(folder, 'reports'))).to.deep.equal(['2026-Q3.json']);
    const page = await readFile(join(to, 'kwartaalverslag-2026-Q3.html'), 'utf8');
    expect(page)
      .to.contain('<svg class="chart"')
      .and.to.contain('<style>')
      .and.to.contain('Wij telden dit op')
      .and.to.not.match(/<script|<link|aanspreekpunt\./);
  });

  it('report: refuses what is no quarter, what must still begin, and a folder that can not be made', async () => {
    expectRefusal(await run('report', '2026-Q5'), /Dit is geen kwartaal: 2026-Q5\. Typ bijvoorbeeld 2026-Q3\./);
    expectRefusal(await run('report'), /Geef één kwartaal/);
    expectRefusal(await run('report', '2099-Q1'), /moet nog beginnen/);
    expectRefusal(await run('report', '2026-Q3', '--out', join(folder, 'audit.jsonl', 'x')), /Schrijven lukt niet/);
  });

  it('promises: lists what is late, then what has no day, and writes down who looked', async () => {
    const { code, out, err } = await run('promises');
    expect([code, err]).to.deep.equal([0, '']);
    expect(out).to.match(
      /2 open, waarvan 1 te laat en 1 zonder datum\.\nTE LAAT {2}antwoord aan het gezin, .*\nGEEN DATUM {2}belofte: Het CJG belt de school, aan ouder, door Het CJG/,
    );
    expect(out).to.match(/antwoord aan het gezin, aan Wil Werker, door Olga Officier, uiterlijk/);
    expect(await logged()).to.match(/"event":"promises-listed","actor":"administrator:/);
  });

  it('promises: says to whom and by whom in words for other programs too', async () => {
    const { out } = await run('promises', '--json');
    const rows = out
      .trim()
      .split('\n')
      .map((line) => z.object({ toWhom: z.string(), byWhom: z.string() }).parse(JSON.parse(line)));
    expect(rows.map(({ toWhom, byWhom }) => `${toWhom} < ${byWhom}`)).to.deep.equal([
      'Wil Werker < Olga Officier',
      'ouder < Het CJG',
    ]);
  });

  it('norm-check: answers every norm with yes, no or unknown and what it rests on, and writes down who looked', async () => {
    const { code, out, err } = await run('norm-check', 'case-1');
    expect([code, err]).to.deep.equal([0, '']);
    for (const norm of ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'L1'])
      expect(out).to.match(new RegExp(`^${norm} {2}(Ja|Nee|Onbekend) +\\S.*\\n {6}- \\S`, 'm'));
    expect(out).to.match(/^V5 {2}Nee/m);
    expect(await logged()).to.match(/"event":"norm-check-made","actor":"administrator:\w+","subject":"case-1"/);
    const to = join(folder, 'out', 'norm');
    expect((await run('norm-check', 'case-1', '--out', to)).code).to.equal(0);
    const [name = ''] = await readdir(to);
    expect(name).to.match(/^normtoets-L-[0-9A-Z]{6}\.html$/);
    expect(await readFile(join(to, name), 'utf8'))
      .to.contain('<table')
      .and.to.not.contain('<script');
  });

  it('norm-check: refuses a family it does not know', async () => {
    expectRefusal(await run('norm-check', 'niemand'), /Dit gezin ken ik niet/);
    expectRefusal(await run('norm-check'), /Geef één dossier/);
  });
});
