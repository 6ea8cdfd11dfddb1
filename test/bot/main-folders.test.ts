import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { openAuditLog, openLowdbRegister } from '../../register/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { processes } from '../support/a-process.ts';
import { ROOT } from '../support/an-app.ts';
import { call } from '../support/direct-line-client.ts';

/** An audit log with one line, as a program that ran here leaves it. */
async function aLook(folder: string): Promise<string> {
  const file = join(await mkdtemp(join(folder, 'audit-')), 'audit.jsonl');
  const log = await openAuditLog({ file, sha256: (text) => createHash('sha256').update(text).digest('hex') });
  await log.append({ at: '2026-11-22T09:00:00.000Z', event: 'case-checked', actor: 'w-1', subject: 'case-1' });
  await log.close();
  return readFile(file, 'utf8');
}

describe('the folders of the process', () => {
  let folder: string;
  const { start, refuses, killAll } = processes();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-main-'));
  });
  afterEach(killAll);
  after(() => rm(folder, { recursive: true, force: true }));

  describe('the data folder', () => {
    it('is refused where it can not be a folder', async () => {
      const file = join(folder, 'een-bestand');
      await writeFile(file, '');
      for (const DATA_DIR of [file, join(file, 'diep'), '/proc', '/proc/regiewijzer']) {
        await refuses({ env: { DATA_DIR } }, DATA_DIR);
      }
    });

    const damaged: [string, string, string | null][] = [
      ['cases/zaak-1.json', 'an empty file', ''],
      ['cases/zaak-1.json', 'null', 'null'],
      ['cases/zaak-1.json', 'half a document', '{"schema":1,"id":"zaak-1","family":{"label":"kanarie'],
      ['cases/zaak-1.json', 'a list', '[]'],
      ['cases/zaak-1.json', 'another shape', '{"schema":2,"id":"zaak-1","label":"kanarie"}'],
      ['cases/zaak-1.json', 'a folder in its place', null],
      ['addresses.json', 'half a document', '{"schema":1,"addresses":{"kanarie'],
      ['audit.jsonl', 'a broken chain', '{"kanarie":1}\n{"kanarie":2}\n'],
    ];
    for (const [name, what, content] of damaged) {
      it(`is refused with ${what} in ${name}, which is named and left as it is (R12)`, async () => {
        const DATA_DIR = await mkdtemp(join(folder, 'damaged-'));
        const path = join(DATA_DIR, name);
        await mkdir(content === null ? path : dirname(path), { recursive: true });
        if (content !== null) await writeFile(path, content);
        const { stderr } = await refuses({ env: { DATA_DIR } }, path);
        expect(stderr).to.not.include('kanarie');
        if (content !== null) expect(await readFile(path, 'utf8')).to.equal(content);
      });
    }

    it('is refused by the demo when it holds what no demo made, and nothing is added', async () => {
      const DATA_DIR = await mkdtemp(join(folder, 'production-'));
      const register = await openLowdbRegister({ folder: join(DATA_DIR, 'cases'), onFatal: () => undefined });
      await register.commit(aFamilyCase({ id: 'gezin-van-hier', version: 1 }));
      await register.close();
      await refuses({ env: { DATA_DIR } }, DATA_DIR, 'no demo made');
      expect((await readdir(join(DATA_DIR, 'cases'))).filter((name) => name.endsWith('.json'))).to.deep.equal([
        'gezin-van-hier.json',
      ]);
      for (const [file, content] of [
        ['audit.jsonl', await aLook(folder)],
        ['addresses.json', '{"schema":1,"addresses":{}}'],
      ] as const) {
        const used = await mkdtemp(join(folder, 'used-'));
        await writeFile(join(used, file), content);
        await refuses({ env: { DATA_DIR: used } }, used, 'no demo made');
      }
    });

    it('of a demo is opened by the next demo', async () => {
      const env = { DATA_DIR: join(folder, 'of-a-demo') };
      const first = start({ env });
      await first.listens();
      first.stop('SIGTERM');
      await first.ended;
      expect(await start({ env }).listens()).to.match(/^http:/);
    });

    it('belongs to one process: a second one is refused, and the first goes on (R13)', async () => {
      const env = { DATA_DIR: join(folder, 'shared') };
      const url = await start({ env }).listens();
      await refuses({ env }, env.DATA_DIR, 'another process');
      expect((await call(url, '/ready')).status).to.equal(200);
    });
  });

  describe('a fault in the knowledge of a municipality is told in Dutch with file and place, and stops nothing', () => {
    const faq = 'faq/informele-steun.json';
    const replaced = (file: string, from: RegExp, to: string) => async (layer: string) => {
      const before = await readFile(join(layer, file), 'utf8');
      const after = before.replace(from, to);
      expect(after, 'the fault was made').to.not.equal(before);
      await writeFile(join(layer, file), after);
    };
    const faults: [string, (layer: string) => Promise<unknown>, RegExp][] = [
      ['broken JSON', replaced(faq, /"titel": /, '"titel" '), /faq\/informele-steun\.json, regel 3, teken \d+: /],
      ['an empty file', (layer) => writeFile(join(layer, faq), ''), /faq\/informele-steun\.json, regel 1, teken 1: /],
      [
        'an unknown place',
        replaced(faq, /"plek": "lokaalTeam"/, '"plek": "nergens"'),
        /informele-steun\.json, vervolg\[0\]\.plek: de plek "nergens" staat niet/,
      ],
      [
        'a file name that is not the id',
        async (layer) => {
          await cp(join(layer, faq), join(layer, 'faq/anders.json'));
          await unlink(join(layer, faq));
        },
        /faq\/anders\.json, id: .* anders dan de bestandsnaam/,
      ],
      [
        'an unknown fact',
        replaced(faq, /\{\{lokaalTeam\.telefoon\}\}/, '{{lokaalTeam.fax}}'),
        /informele-steun\.json, antwoord\[0\]: \{\{lokaalTeam\.fax\}\} wordt hier door niets ingevuld/,
      ],
      [
        'an unknown answer',
        replaced(faq, /"antwoord": "regisseur-aanvragen"/, '"antwoord": "weg"'),
        /informele-steun\.json, vervolg\[1\]\.antwoord: het antwoord "weg" bestaat niet/,
      ],
      [
        'a key that does not exist',
        replaced(faq, /"zekerheid"/, '"zekrheid"'),
        /informele-steun\.json, zekrheid: de sleutel "zekrheid" bestaat hier niet/,
      ],
      [
        'a fact that must be filled in',
        replaced('instellingen.json', /"gemeente\.telefoon".*\n/, ''),
        /instellingen\.json, feiten\["gemeente\.telefoon"\]: het verplichte feit/,
      ],
      [
        'a file that can not be read',
        (layer) => symlink(join(layer, 'nergens'), join(layer, 'faq/los.json')),
        /faq\/los\.json, bestand: dit bestand kan niet worden gelezen/,
      ],
      ['a folder that is not there', (layer) => rm(layer, { recursive: true }), /, map: deze map bestaat niet/],
    ];
    for (const [name, spoil, told] of faults) {
      it(name, async () => {
        const KNOWLEDGE_DIR = await mkdtemp(join(folder, 'kennis-'));
        await cp(join(ROOT, 'knowledge/voorbeeldstad'), KNOWLEDGE_DIR, { recursive: true });
        await spoil(KNOWLEDGE_DIR);
        const child = start({ env: { KNOWLEDGE_DIR } });
        const url = await child.listens();
        expect(child.output()).to.match(told);
        const ready = await call(url, '/ready');
        expect(ready.status).to.equal(200);
        expect(ready.body['knowledge']).to.include({ from: 'national' });
      });
    }

    it('and taken when nothing is wrong with it (the positive case)', async () => {
      const KNOWLEDGE_DIR = await mkdtemp(join(folder, 'kennis-'));
      await cp(join(ROOT, 'knowledge/voorbeeldstad'), KNOWLEDGE_DIR, { recursive: true });
      expect(await start({ env: { KNOWLEDGE_DIR } }).listens()).to.match(/^http:/);
    });
  });
});
