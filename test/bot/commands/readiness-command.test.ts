import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { aCommand, expectRefusal } from '../../support/a-command.ts';
import { type AMunicipality, aMunicipality } from '../../support/a-municipality.ts';

const olga = { id: 'aaaaaaaa-0000-4000-8000-000000000001', naam: 'Olga' };

describe('readiness (T3)', () => {
  let municipality: AMunicipality;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regiewijzer-gereed-'));
    municipality = await aMunicipality({
      feiten: { 'clientondersteuning.naam': '' },
      gereedheid: { aanspreekpunt: { vervanger: null }, gesprekkenClientorganisaties: ['2020-01-15'] },
    });
  });
  after(() => Promise.all([municipality.remove(), rm(folder, { recursive: true })]));

  it('ends with 0 for the example municipality', async () => {
    const { code, out, err } = await aCommand('readiness');
    expect(err).to.equal('');
    expect(out).to.include('Voorbeeldstad is gereed');
    expect(code).to.equal(0);
  });

  it('lists what is missing and who must act, and ends with 1', async () => {
    const { code, out } = await aCommand('readiness', [], { KNOWLEDGE_DIR: municipality.folder });
    expect(out).to.include('is niet gereed').and.include('leggen nu niets op het bureau');
    expect(out.split('\n').filter((line) => line.startsWith('- '))).to.have.length(4);
    expect(out).to.include('- een vervanger voor het aanspreekpunt, met naam (wie: het college');
    expect(out).to.include('- een gesprek met cliëntorganisaties in het afgelopen jaar');
    expect(code).to.equal(1);
  });

  it('gives the same as JSON', async () => {
    const { code, out } = await aCommand('readiness', ['--json'], { KNOWLEDGE_DIR: municipality.folder });
    const told: unknown = JSON.parse(out);
    expect(told).to.include({ gemeente: 'Voorbeeldstad', ready: false, rules: 'hold' });
    expect(told)
      .to.have.property('missing')
      .that.satisfies((list: readonly { item: string }[]) =>
        ['vervanger', 'doorzettingsmacht', 'clientondersteuning', 'gesprek'].every(
          (item, at) => list[at]?.item === item,
        ),
      );
    expect(code).to.equal(1);
  });

  it('wants a second person in the role table, when there is one', async () => {
    const file = join(folder, 'rollen.json');
    await writeFile(file, JSON.stringify({ medewerkers: [], aanspreekpunten: [olga] }));
    const { code, out } = await aCommand('readiness', [], { ROLES_FILE: file });
    expect(out).to.include('een tweede persoon onder aanspreekpunten');
    expect(code).to.equal(1);
  });

  it('counts nobody twice, and takes no name or address for an account', async () => {
    const file = join(folder, 'dubbel.json');
    const johan = { id: 'Johan', naam: 'Johan' };
    for (const [officers, told] of [
      [[olga, { ...olga, naam: 'Olga (weer)' }], /dubbel\.json: aanspreekpunten\.1\.id: is the same as/],
      [[johan, johan], /dubbel\.json: aanspreekpunten\.1\.id[^]*aanspreekpunten\.0\.id: is no Entra object id/],
    ] as const) {
      await writeFile(file, JSON.stringify({ medewerkers: [], aanspreekpunten: officers }));
      expectRefusal(await aCommand('readiness', [], { ROLES_FILE: file }), told);
    }
  });

  it('refuses what it can not read', async () => {
    expectRefusal(await aCommand('readiness', ['--nu']), /opties ken ik niet[\s\S]*Gebruik:/);
    expectRefusal(await aCommand('readiness', ['morgen']), /Dat begrijp ik niet: morgen/);
    expectRefusal(await aCommand('readiness', [], { KNOWLEDGE_DIR: join(folder, 'nergens') }), /bestaat niet/);
    expectRefusal(await aCommand('readiness', [], { ROLES_FILE: join(folder, 'geen.json') }), /role table/);
  });
});
