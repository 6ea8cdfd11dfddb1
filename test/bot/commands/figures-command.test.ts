import { expect } from 'chai';
import { openLowdbRegister } from '../../../register/index.ts';
import { aCommand, expectRefusal } from '../../support/a-command.ts';
import { type ADataFolder, aDataFolder } from '../../support/a-data-folder.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { join } from 'node:path';

const families = (count: number, name: string, wishes: Parameters<typeof aFamilyCase>[0] = {}) =>
  Array.from({ length: count }, (_, at) =>
    aFamilyCase({ id: `${name}-${at}`, label: `Gezin ${name} ${at}`, ...wishes }),
  );

describe('figures (L4)', () => {
  let data: ADataFolder;
  before(async () => {
    data = await aDataFolder([
      ...families(9, 'heel'),
      ...families(6, 'zonder-plan', { plans: 0 }),
      ...families(3, 'zonder-regisseur', { regisseurs: 0 }),
      ...families(2, 'vraag', { family: { kind: 'unmatched' } }),
    ]);
  });
  after(() => data.remove());

  it('counts the known families, and hides what is under five', async () => {
    const { code, out, err } = await aCommand('figures', ['--json'], { DATA_DIR: data.folder });
    expect(err).to.equal('');
    expect(JSON.parse(out)).to.deep.include({
      families: 18,
      withoutPlan: 6,
      withoutRegisseur: '< 5',
      byDomains: [{ from: 0, to: 7, families: 18 }],
      medianDaysToRegisseur: null,
    });
    expect(code).to.equal(0);
  });

  it('prints a table without a name in it', async () => {
    const { out } = await aCommand('figures', [], { DATA_DIR: data.folder });
    expect(out)
      .to.match(/^Gezinnen +18$/m)
      .and.match(/^Zonder regisseur +< 5$/m)
      .and.match(/niet getoond/);
    expect(out).to.not.include('Gezin heel');
  });

  it('reads while a server holds the lock, and leaves the folder as it was', async () => {
    const server = await openLowdbRegister({ folder: join(data.folder, 'cases'), onFatal: () => undefined });
    const before = await data.cases();
    const { code, out } = await aCommand('figures', ['--json'], { DATA_DIR: data.folder });
    await server.close();
    expect(JSON.parse(out)).to.include({ families: 18 });
    expect(code).to.equal(0);
    expect(await data.cases()).to.deep.equal(before);
    expect(await data.auditLog()).to.equal('');
  });

  it('refuses a folder that is not there, none at all, and options it does not know', async () => {
    expectRefusal(
      await aCommand('figures', [], { DATA_DIR: join(data.folder, 'weg') }),
      /staan geen gezinnen: de map cases ontbreekt/,
    );
    expectRefusal(await aCommand('figures'), /DATA_DIR ontbreekt/);
    expectRefusal(await aCommand('figures', ['--csv'], { DATA_DIR: data.folder }), /opties ken ik niet/);
  });
});
