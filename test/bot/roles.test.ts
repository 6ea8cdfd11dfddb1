import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeRoleTable, RoleTableError } from '../../bot/roles.ts';

const table = {
  medewerkers: [{ id: 'BBBBBBBB-0000-4000-8000-000000000002', naam: 'Wil Werker' }],
  aanspreekpunten: [
    { id: 'officer-1', naam: 'Olga Officier' },
    { id: 'officer-2', naam: 'Otto Officier' },
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
    expect(await roles.roleOf('Officer-1')).to.deep.equal({ role: 'officer', name: 'Olga Officier' });
    for (const id of ['', 'officer', '__proto__', 'constructor']) expect(await roles.roleOf(id)).to.equal(undefined);
  });

  it('gives the officers in order of duty', async () => {
    await put(table);
    expect((await makeRoleTable(file).officers()).map(({ id }) => id)).to.deep.equal(['officer-1', 'officer-2']);
  });

  it('says who is one level up, and who is away with whom instead', async () => {
    const afwezig = [{ van: '2026-12-21', tot: '2027-01-02', vervanger: 'Officer-2' }];
    const [olga, otto] = table.aanspreekpunten;
    const directeur = { id: 'director', naam: 'Dora Directeur', niveau: 1 };
    await put({ ...table, aanspreekpunten: [{ ...olga, afwezig }, otto, directeur] });
    expect(await makeRoleTable(file).officers()).to.deep.equal([
      {
        id: 'officer-1',
        name: 'Olga Officier',
        level: 0,
        away: [{ from: '2026-12-21', until: '2027-01-02', deputy: 'officer-2' }],
      },
      { id: 'officer-2', name: 'Otto Officier', level: 0, away: [] },
      { id: 'director', name: 'Dora Directeur', level: 1, away: [] },
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

  it('sees a role that was taken away at the very next question, also when the file kept its size', async () => {
    await put(table);
    const roles = makeRoleTable(file);
    expect(await roles.roleOf('officer-1')).to.include({ role: 'officer' });
    await put(JSON.stringify(table).replace('officer-1', 'officer-9'));
    expect(await roles.roleOf('officer-1')).to.equal(undefined);
    expect(await roles.roleOf('officer-9')).to.include({ role: 'officer' });
  });

  it('treats somebody in both lists as an officer', async () => {
    await put({ ...table, medewerkers: [{ id: 'officer-1', naam: 'Olga Officier' }] });
    expect(await makeRoleTable(file).roleOf('officer-1')).to.include({ role: 'officer' });
  });

  it('reads a file with a byte order mark', async () => {
    await put(`\uFEFF${JSON.stringify(table)}`);
    expect(await makeRoleTable(file).roleOf('officer-1')).to.include({ role: 'officer' });
  });

  const broken: Record<string, [unknown, RegExp]> = {
    'an empty file': ['', /not JSON/],
    'half a file': [JSON.stringify(table).slice(0, 70), /not JSON/],
    'a list': [[], /the file/],
    'no officers': [{ ...table, aanspreekpunten: [] }, /aanspreekpunten/],
    'an officer without an id': [{ ...table, aanspreekpunten: [{ naam: 'Olga Officier' }] }, /aanspreekpunten\.0\.id/],
    'a worker with an empty name': [{ ...table, medewerkers: [{ id: 'x', naam: ' ' }] }, /medewerkers\.0\.naam/],
  };
  for (const [what, [content, place]] of Object.entries(broken)) {
    it(`gives nobody authority with ${what}, and says where it is wrong without naming anybody`, async () => {
      await put(content);
      const roles = makeRoleTable(file);
      for (const asked of [roles.roleOf('officer-1'), roles.officers()]) {
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
      .roleOf('officer-1')
      .catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(RoleTableError);
  });
});
