import { cp, mkdir, mkdtemp, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { processes } from '../support/a-process.ts';
import { ROOT } from '../support/an-app.ts';
import { call } from '../support/direct-line-client.ts';

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

    it('belongs to one process: a second one is refused, and the first goes on (R13)', async () => {
      const env = { DATA_DIR: join(folder, 'shared') };
      const url = await start({ env }).listens();
      await refuses({ env }, env.DATA_DIR, 'another process');
      expect((await call(url, '/ready')).status).to.equal(200);
    });
  });

  describe('the knowledge of a municipality is refused in Dutch with file and place', () => {
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
        await refuses({ env: { KNOWLEDGE_DIR } }, told);
      });
    }

    it('and taken when nothing is wrong with it (the positive case)', async () => {
      const KNOWLEDGE_DIR = await mkdtemp(join(folder, 'kennis-'));
      await cp(join(ROOT, 'knowledge/voorbeeldstad'), KNOWLEDGE_DIR, { recursive: true });
      expect(await start({ env: { KNOWLEDGE_DIR } }).listens()).to.match(/^http:/);
    });
  });
});
