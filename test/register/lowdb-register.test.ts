import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Archive, Register } from '../../cases/index.ts';
import { openLowdbRegister, RegisterError } from '../../register/index.ts';
import { aFamilyCase, anEscalatedCase } from '../support/a-family-case.ts';
import { registerContract } from '../support/register-contract.ts';

const folders: string[] = [];
const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'regiewijzer-lowdb-'));
  folders.push(folder);
  return folder;
};
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const mustNotEnd = (fault: Error) => {
  throw fault;
};
const openIn = (folder: string): Promise<Archive & Register> => openLowdbRegister({ folder, onFatal: mustNotEnd });

const faultOf = async (work: Promise<unknown>): Promise<RegisterError> => {
  const fault = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof RegisterError)) throw new Error('Expected a RegisterError.');
  return fault;
};

registerContract('lowdb', async () => openIn(await aFolder()));

describe('lowdb register on disk', () => {
  it('finds everything again after a restart, also through the look-ups', async () => {
    const folder = await aFolder();
    const first = await openIn(folder);
    await first.commit(anEscalatedCase({ version: 1 }));
    await first.commit(aFamilyCase({ id: 'case-2', version: 1, label: 'Gezin Jansen' }));
    const before = await first.read('case-1');
    await first.close();
    const second = await openIn(folder);
    expect(await second.read('case-1')).to.deep.equal(before);
    expect(await second.caseOfCard('card-1')).to.equal('case-1');
    expect(await second.caseOfFollowCode('hash-of-code')).to.equal('case-1');
    expect(await second.casesOf('worker-1')).to.have.length(2);
    expect(await second.casesForOfficer('officer-1')).to.deep.equal(['case-1']);
    expect(await second.due('2026-11-23T00:00:00.000Z', 10)).to.have.length(1);
    expect(await second.commit(aFamilyCase({ version: 1 }))).to.deep.equal({ kind: 'conflict', stored: 1 });
    await second.close();
  });

  it('keeps one file per case, readable by its own user only', async () => {
    const folder = join(await aFolder(), 'cases');
    const register = await openIn(folder);
    await register.commit(aFamilyCase({ version: 1 }));
    expect((await stat(folder)).mode & 0o777).to.equal(0o700);
    expect((await stat(join(folder, 'case-1.json'))).mode & 0o777).to.equal(0o600);
    expect(JSON.parse(await readFile(join(folder, 'case-1.json'), 'utf8'))).to.deep.equal(
      await register.read('case-1'),
    );
    await register.close();
    expect(await readdir(folder)).to.deep.equal(['case-1.json']);
  });

  it('deletes temp files of an earlier process at the start', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'case-9.json.tmp'), '{"half');
    const register = await openIn(folder);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
    expect(await register.read('case-9')).to.equal(undefined);
    await register.close();
  });

  const whole = JSON.stringify(aFamilyCase({ version: 1 }));
  const damage: readonly [string, string][] = [
    ['an empty file', ''],
    ['half a document', whole.slice(0, 200)],
    ['null', 'null'],
    ['a list', '[]'],
    ['a byte order mark', `\uFEFF${whole}`],
    ['another schema version', whole.replace('"schema":1', '"schema":2')],
    ['an unknown field', whole.replace('"schema":1', '"schema":1,"extra":true')],
    ['a missing field', whole.replace('"workers":["worker-1"],', '')],
    ['a day that does not exist', whole.replace('2026-09-01"', '2026-02-30"')],
    ['the document of another case', whole.replace('"id":"case-1"', '"id":"case-2"')],
  ];
  for (const [what, content] of damage)
    it(`refuses to start on ${what}, names the file, shows nothing of it and leaves it alone`, async () => {
      const folder = await aFolder();
      await writeFile(join(folder, 'case-1.json'), content);
      await writeFile(join(folder, 'case-7.json'), whole.replace('"id":"case-1"', '"id":"case-7"'));
      const fault = await faultOf(openIn(folder));
      expect(fault.code).to.equal('register-damaged');
      expect(fault.message).to.match(/^Failed to read .*case-1\.json: .*Restore this file from the backup/);
      expect(JSON.stringify([fault.message, fault.cause])).to.not.include('Vries');
      expect(await readFile(join(folder, 'case-1.json'), 'utf8')).to.equal(content);
    });

  it('can be opened again after a refused start', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'case-1.json'), '');
    await faultOf(openIn(folder));
    await writeFile(join(folder, 'case-1.json'), whole);
    const register = await openIn(folder);
    expect(await register.read('case-1')).to.deep.equal(aFamilyCase({ version: 1 }));
    await register.close();
  });

  it('refuses a second process on the same folder', async () => {
    const folder = await aFolder();
    const first = await openIn(folder);
    const fault = await faultOf(openIn(folder));
    expect(fault.code).to.equal('register-locked');
    expect(fault.message).to.match(/another process uses it/);
    expect(await first.commit(aFamilyCase({ version: 1 }))).to.deep.equal({ kind: 'committed' });
    await first.close();
    await (await openIn(folder)).close();
  });

  it('says so when the folder can not be written', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'file'), '');
    const fault = await faultOf(openIn(join(folder, 'file')));
    expect(fault.code).to.equal('register-unwritable');
    expect(fault.message).to.match(/can't be written \(EEXIST\)/);
  });

  it('finishes what is under way before it closes, and takes nothing after that', async () => {
    const folder = await aFolder();
    const register = await openIn(folder);
    const underWay = register.commit(aFamilyCase({ version: 1 }));
    await register.close();
    expect(await underWay).to.deep.equal({ kind: 'committed' });
    await faultOf(register.commit(aFamilyCase({ version: 2 })));
    expect(await readdir(folder)).to.deep.equal(['case-1.json']);
  });
});
