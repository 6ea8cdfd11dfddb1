import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeRoleTable, RoleTableError } from '../../bot/roles.ts';

const table = {
  medewerkers: [{ id: 'BBBBBBBB-0000-4000-8000-000000000002', naam: 'Wil Werker' }],
  aanspreekpunten: [
    { id: 'aaaaaaaa-0000-4000-8000-000000000001', naam: 'Olga Officier' },
    { id: 'aaaaaaaa-0000-4000-8000-000000000002', naam: 'Otto Officier' },
  ],
};

describe('bot/roles', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roles-'));
    file = join(folder, 'rollen.json');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const put = (content: unknown) => writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));

  it('knows workers and officers, whatever the case of the id, and nobody else', async () => {
    await put(table);
    const roles = makeRoleTable(file);
    expect(await roles.roleOf('bbbbbbbb-0000-4000-8000-000000000002')).to.deep.equal({
      role: 'worker',
      name: 'Wil Werker',
    });
    expect(await roles.roleOf('AAAAAAAA-0000-4000-8000-000000000001')).to.deep.equal({
      role: 'officer',
      name: 'Olga Officier',
    });
    for (const id of ['', 'officer', '__proto__', 'constructor']) expect(await roles.roleOf(id)).to.equal(undefined);
  });

  it('gives the officers in order of duty', async () => {
    await put(table);
    expect((await makeRoleTable(file).officers()).map(({ id }) => id)).to.deep.equal([
      'aaaaaaaa-0000-4000-8000-000000000001',
      'aaaaaaaa-0000-4000-8000-000000000002',
    ]);
  });

  it('says who is one level up, and who is away with whom instead', async () => {
    const afwezig = [{ van: '2026-12-21', tot: '2027-01-02', vervanger: 'AAAAAAAA-0000-4000-8000-000000000002' }];
    const [olga, otto] = table.aanspreekpunten;
    const directeur = { id: 'aaaaaaaa-0000-4000-8000-000000000003', naam: 'Dora Directeur', niveau: 1 };
    await put({ ...table, aanspreekpunten: [{ ...olga, afwezig }, otto, directeur] });
    expect(await makeRoleTable(file).officers()).to.deep.equal([
      {
        id: 'aaaaaaaa-0000-4000-8000-000000000001',
        name: 'Olga Officier',
        level: 0,
        away: [{ from: '2026-12-21', until: '2027-01-02', deputy: 'aaaaaaaa-0000-4000-8000-000000000002' }],
      },
      { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Otto Officier', level: 0, away: [] },
      { id: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Dora Directeur', level: 1, away: [] },
    ]);
    for (const wrong of [
      [directeur],
      [{ ...olga, afwezig: [{ van: '2027-01-02', tot: '2026-12-21' }] }],
      [{ ...olga, afwezig: [{ van: 'kerst', tot: 'nieuwjaar' }] }],
    ]) {
      await put({ ...table, aanspreekpunten: wrong });
      const fault: unknown = await makeRoleTable(file)
        .officers()
        .catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(RoleTableError);
    }
  });

  const away = { van: '2026-12-21', tot: '2027-01-01', vervanger: 'AAAAAAAA-0000-4000-8000-000000000002' };
  const withOfficer = (part: object) => ({
    ...table,
    aanspreekpunten: [
      { id: 'aaaaaaaa-0000-4000-8000-000000000001', naam: 'Olga Officier', ...part },
      ...table.aanspreekpunten.slice(1),
    ],
  });

  it('gives the level and the days away of an officer, none when the file says nothing', async () => {
    await put(withOfficer({ afwezig: [away] }));
    expect(await makeRoleTable(file).officers()).to.deep.equal([
      {
        id: 'aaaaaaaa-0000-4000-8000-000000000001',
        name: 'Olga Officier',
        level: 0,
        away: [{ from: '2026-12-21', until: '2027-01-01', deputy: 'aaaaaaaa-0000-4000-8000-000000000002' }],
      },
      { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Otto Officier', level: 0, away: [] },
    ]);
    await put(withOfficer({ niveau: 2, afwezig: [{ van: '2026-12-21', tot: '2026-12-21' }] }));
    const [first] = await makeRoleTable(file).officers();
    expect(first).to.deep.include({ level: 2, away: [{ from: '2026-12-21', until: '2026-12-21', deputy: null }] });
  });

  it('gives the name with which somebody signs in, for a link to a chat', async () => {
    await put({
      ...table,
      medewerkers: [
        { id: 'bbbbbbbb-0000-4000-8000-000000000001', naam: 'Wil Werker', aanmeldnaam: 'wil@voorbeeldstad.example' },
      ],
    });
    const roles = makeRoleTable(file);
    expect(await roles.signInNameOf('BBBBBBBB-0000-4000-8000-000000000001')).to.equal('wil@voorbeeldstad.example');
    expect(await roles.signInNameOf('aaaaaaaa-0000-4000-8000-000000000001')).to.equal(null);
    expect(await roles.signInNameOf('nobody')).to.equal(null);
  });

  it('sees a role that was taken away at the very next question, also when the file kept its size', async () => {
    await put(table);
    const roles = makeRoleTable(file);
    expect(await roles.roleOf('aaaaaaaa-0000-4000-8000-000000000001')).to.include({ role: 'officer' });
    await put(
      JSON.stringify(table).replace('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000009'),
    );
    expect(await roles.roleOf('aaaaaaaa-0000-4000-8000-000000000001')).to.equal(undefined);
    expect(await roles.roleOf('aaaaaaaa-0000-4000-8000-000000000009')).to.include({ role: 'officer' });
  });

  it('treats somebody in both lists as an officer', async () => {
    await put({ ...table, medewerkers: [{ id: 'aaaaaaaa-0000-4000-8000-000000000001', naam: 'Olga Officier' }] });
    expect(await makeRoleTable(file).roleOf('aaaaaaaa-0000-4000-8000-000000000001')).to.include({ role: 'officer' });
  });

  it('takes any id in the demo, whose people have no account, and still none twice', async () => {
    await put({ medewerkers: [], aanspreekpunten: [{ id: 'Johan', naam: 'Johan' }] });
    expect(await makeRoleTable(file, 'any-ids').roleOf('johan')).to.include({ role: 'officer' });
    const johan = { id: 'Johan', naam: 'Johan' };
    await put({ medewerkers: [], aanspreekpunten: [johan, { ...johan, id: 'johan' }] });
    const fault: unknown = await makeRoleTable(file, 'any-ids')
      .officers()
      .catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(RoleTableError).and.have.property('message').that.includes('aanspreekpunten.1.id');
  });

  it('reads a file with a byte order mark', async () => {
    await put(`\uFEFF${JSON.stringify(table)}`);
    expect(await makeRoleTable(file).roleOf('aaaaaaaa-0000-4000-8000-000000000001')).to.include({ role: 'officer' });
  });

  const broken: Record<string, [unknown, RegExp]> = {
    'an empty file': ['', /not JSON/],
    'half a file': [JSON.stringify(table).slice(0, 70), /not JSON/],
    'a list': [[], /the file/],
    'no officers': [{ ...table, aanspreekpunten: [] }, /aanspreekpunten/],
    'an officer without an id': [{ ...table, aanspreekpunten: [{ naam: 'Olga Officier' }] }, /aanspreekpunten\.0\.id/],
    'a level that is no number': [withOfficer({ niveau: 'hoog' }), /aanspreekpunten\.0\.niveau/],
    'a level below zero': [withOfficer({ niveau: -1 }), /aanspreekpunten\.0\.niveau/],
    'nobody at the desk itself': [
      { ...table, aanspreekpunten: table.aanspreekpunten.map((one) => ({ ...one, niveau: 1 })) },
      /nobody has niveau 0/,
    ],
    'an absence without a day': [
      withOfficer({ afwezig: [{ van: '2026-02-30', tot: '2026-03-01' }] }),
      /afwezig\.0\.van: is no day/,
    ],
    'an absence that ends before it begins': [
      withOfficer({ afwezig: [{ van: '2026-12-24', tot: '2026-12-23' }] }),
      /afwezig\.0\.tot: is before van/,
    ],
    'a deputy who is no officer': [
      withOfficer({ afwezig: [{ ...away, vervanger: 'aaaaaaaa-0000-4000-8000-000000000009' }] }),
      /afwezig\.0\.vervanger/,
    ],
    'an officer who stands in for himself': [
      withOfficer({ afwezig: [{ ...away, vervanger: 'aaaaaaaa-0000-4000-8000-000000000001' }] }),
      /afwezig\.0\.vervanger/,
    ],
    'two absences on one day': [
      withOfficer({ afwezig: [away, { van: '2027-01-01', tot: '2027-01-02' }] }),
      /afwezig\.1\.van: falls in another period/,
    ],
    'a sign-in name that is none': [withOfficer({ aanmeldnaam: 'Olga Officier' }), /aanmeldnaam/],
    'an address as id': [
      { ...table, medewerkers: [{ id: 'samira@x.nl', naam: 'Samira' }] },
      /medewerkers\.0\.id: is no Entra object id/,
    ],
    'the id of the runbook': [
      { ...table, medewerkers: [{ id: '00000000-0000-0000-0000-000000000001', naam: 'Samira' }] },
      /medewerkers\.0\.id: is the id of an example/,
    ],
    'an officer who stands there twice': [
      { ...table, aanspreekpunten: [...table.aanspreekpunten, withOfficer({}).aanspreekpunten[0]] },
      /aanspreekpunten\.2\.id: is the same as that of aanspreekpunten\.0/,
    ],
    'a worker who stands there twice': [
      { ...table, medewerkers: [...table.medewerkers, ...table.medewerkers] },
      /medewerkers\.1\.id: is the same as that of medewerkers\.0/,
    ],
    'a worker with an empty name': [
      { ...table, medewerkers: [{ id: 'bbbbbbbb-0000-4000-8000-000000000001', naam: ' ' }] },
      /medewerkers\.0\.naam/,
    ],
  };
  for (const [what, [content, place]] of Object.entries(broken)) {
    it(`gives nobody authority with ${what}, and says where it is wrong without naming anybody`, async () => {
      await put(content);
      const roles = makeRoleTable(file);
      for (const asked of [roles.roleOf('aaaaaaaa-0000-4000-8000-000000000001'), roles.officers()]) {
        const error = await asked.then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error).to.be.instanceOf(RoleTableError);
        expect(error).to.have.property('code', 'role-table-unreadable');
        expect(error).to.have.property('message').that.matches(place).and.includes(file);
        expect(String(error)).to.not.match(/Olga|Otto|Wil/);
      }
    });
  }

  it('gives nobody authority without a file', async () => {
    const error = await makeRoleTable(file)
      .roleOf('aaaaaaaa-0000-4000-8000-000000000001')
      .catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(RoleTableError);
  });
});
