import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { openLowdbRegister } from '../../../register/index.ts';
import { aCommand, expectRefusal } from '../../support/a-command.ts';
import { type ADataFolder, aDataFolder } from '../../support/a-data-folder.ts';
import { aFamilyCase, aPlan, aRegisseur } from '../../support/a-family-case.ts';
import { type AMunicipality, aMunicipality } from '../../support/a-municipality.ts';

/** Nothing runs any more, and the last thing that happened was long ago. */
const closedLongAgo = (id: string, label: string) =>
  aFamilyCase({
    id,
    label,
    createdAt: '2015-01-05T09:00:00.000Z',
    plans: [aPlan({ agreedOn: '2015-02-01', reviewBy: null, endedOn: '2016-03-01' })],
    regisseurs: [aRegisseur({ since: '2015-02-01', until: '2016-03-01' })],
  });

describe('keeping and erasing (T5 P21)', () => {
  let data: ADataFolder;
  let municipality: AMunicipality;
  const env = () => ({ DATA_DIR: data.folder, KNOWLEDGE_DIR: municipality.folder });
  before(async () => {
    municipality = await aMunicipality({ bewaartermijnen: { gezinDagen: 365, voorgelegdeVraagDagen: null } });
  });
  after(() => municipality.remove());
  beforeEach(async () => {
    const running = aFamilyCase({ id: 'loopt', label: 'Gezin Loopt', createdAt: '2015-01-05T09:00:00.000Z' });
    data = await aDataFolder([closedLongAgo('oud', 'Gezin Oud'), running]);
  });
  afterEach(() => data.remove());

  describe('retention', () => {
    it('lists what is past its term by id and day, without a name, and erases nothing', async () => {
      const { code, out, err } = await aCommand('retention', [], env());
      expect(err).to.equal('');
      expect(out).to.include('Termijn voor een gezin: 365 dagen').and.include('voorgelegde vraag: niet ingesteld');
      expect(out).to.include('- oud (gezin): dicht sinds 2016-03-01, bewaard tot en met 2017-03-01');
      expect(out).to.not.include('loopt').and.not.include('Gezin Oud');
      expect(code).to.equal(0);
      expect(await data.cases()).to.deep.equal(['loopt', 'oud']);
    });

    it('erases it with --apply, never an open case, and writes the line of it in the audit log', async () => {
      const { code, out } = await aCommand('retention', ['--apply', '--json'], env());
      const told = z.object({ erased: z.array(z.string()), open: z.number() }).parse(JSON.parse(out));
      expect(told).to.deep.equal({ erased: ['oud'], open: 1 });
      expect(code).to.equal(0);
      expect(await data.cases()).to.deep.equal(['loopt']);
      expect(await data.auditLog())
        .to.include('"case-erased:term-passed"')
        .and.include('"subject":"oud"')
        .and.not.include('Gezin');
    });

    it('erases nothing where the municipality set no term, or none of its own', async () => {
      const noTerm = await aMunicipality({ bewaartermijnen: { gezinDagen: null, voorgelegdeVraagDagen: null } });
      const { out } = await aCommand('retention', ['--apply'], { ...env(), KNOWLEDGE_DIR: noTerm.folder });
      await noTerm.remove();
      expect(out).to.include('Dicht zonder termijn: 1').and.include('Gewist: 0.');
      expectRefusal(await aCommand('retention', ['--apply'], { DATA_DIR: data.folder }), /zonder KNOWLEDGE_DIR/);
      expect(await data.cases()).to.deep.equal(['loopt', 'oud']);
    });

    it('lists while a server has the folder, and refuses to erase then', async () => {
      const server = await openLowdbRegister({ folder: join(data.folder, 'cases'), onFatal: () => undefined });
      try {
        const [listed, refused] = await Promise.all([
          aCommand('retention', [], env()),
          aCommand('retention', ['--apply'], env()),
        ]);
        expect(listed.out).to.include('- oud');
        expectRefusal(refused, /another process uses it/);
      } finally {
        await server.close();
      }
      expect(await data.cases()).to.deep.equal(['loopt', 'oud']);
    }).timeout(20_000);

    it('refuses what it can not do', async () => {
      expectRefusal(await aCommand('retention', [], {}), /DATA_DIR ontbreekt/);
      expectRefusal(await aCommand('retention', [], { DATA_DIR: join(data.folder, 'x') }), /map cases ontbreekt/);
      expectRefusal(await aCommand('retention', ['--alles'], env()), /opties ken ik niet/);
    });
  });

  describe('erase', () => {
    it('says first what would go, and erases only when the id is given once more', async () => {
      const asked = await aCommand('erase', ['gezin oud'], env());
      expect(asked.out).to.include('Gezin Oud (oud)').and.include('Er is niets gewist').and.include('--confirm oud');
      expect(await data.cases()).to.deep.equal(['loopt', 'oud']);
      expectRefusal(await aCommand('erase', ['oud', '--confirm', 'loopt'], env()), /ander gezin\. Er is niets gewist/);
      const done = await aCommand('erase', ['oud', '--confirm', 'oud'], env());
      expect(done.out).to.include('Gewist: oud');
      expect(done.code).to.equal(0);
      expect(await data.cases()).to.deep.equal(['loopt']);
      expect(await data.auditLog())
        .to.include('case-erased:asked-by-family')
        .and.not.include('Gezin Oud');
    });

    it('never erases an open case, and says what keeps it open', async () => {
      expectRefusal(
        await aCommand('erase', ['loopt', '--confirm', 'loopt'], env()),
        /er loopt een plan, er is een regisseur/,
      );
      expect(await data.cases()).to.deep.equal(['loopt', 'oud']);
    });

    it('knows a family by its name with or without "Gezin", and names all of them when several have it', async () => {
      expect((await aCommand('erase', ['Oud'], env())).out).to.include('Gezin Oud (oud)');
      expect((await aCommand('erase', ['  familie  oud '], env())).out).to.include('Gezin Oud (oud)');
      const more = await aDataFolder([closedLongAgo('een', 'Gezin De Vries'), closedLongAgo('twee', 'de vries')]);
      try {
        expectRefusal(
          await aCommand('erase', ['De Vries'], { ...env(), DATA_DIR: more.folder }),
          /meer gezinnen met deze naam: (?=.*Gezin De Vries \(een\))(?=.*de vries \(twee\)).*Geef het id/,
        );
      } finally {
        await more.remove();
      }
    }).timeout(60_000);

    it('refuses a family it does not know, and nothing at all', async () => {
      expectRefusal(await aCommand('erase', ['../oud'], env()), /Dit gezin ken ik niet/);
      expectRefusal(await aCommand('erase', [], env()), /Gebruik:/);
    });
  });

  describe('export', () => {
    it('gives a family everything about it, without the keys of the machine, after a line in the audit log', async () => {
      const { code, out } = await aCommand('export', ['oud', '--for', 'family'], env());
      const copy = z
        .object({ case: z.looseObject({ family: z.object({ label: z.string() }) }) })
        .parse(JSON.parse(out));
      expect(copy.case.family.label).to.equal('Gezin Oud');
      expect(copy.case).to.not.have.any.keys('cards', 'notices', 'processed');
      expect(code).to.equal(0);
      expect(await data.auditLog()).to.include('case-exported:family');
    });

    it('gives somebody else nothing without the day on which the family gave consent', async () => {
      const share = (...more: readonly string[]) =>
        aCommand('export', ['oud', '--for', 'School De Brug', ...more], env());
      expectRefusal(await share(), /toestemming/);
      expectRefusal(await share('--consent', '2999-01-01'), /geen dag die al is geweest/);
      expectRefusal(await share('--consent', 'gisteren'), /geen dag die al is geweest/);
      expect(await data.auditLog()).to.equal('');
      const { out } = await share('--consent', '2026-01-05');
      expect(JSON.parse(out)).to.deep.include({ for: 'School De Brug', consent: { givenOn: '2026-01-05' } });
      expect(await data.auditLog()).to.include('case-exported:consent');
    });

    it('says for whom it must be, and never changes a document', async () => {
      const file = join(data.folder, 'cases', 'oud.json');
      const before = await readFile(file, 'utf8');
      expectRefusal(await aCommand('export', ['oud'], env()), /--for voor wie/);
      await aCommand('export', ['oud', '--for', 'family'], env());
      expect(await readFile(file, 'utf8')).to.equal(before);
    });
  });
});
