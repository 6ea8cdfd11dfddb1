import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { nodeFs } from '../../register/durable-fs.ts';
import { openLowdbRegister, RegisterError } from '../../register/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { type FaultPlan, faultFs, faultNamed, powerCutFs } from '../support/fault-fs.ts';

const noLock = () => Promise.resolve(() => Promise.resolve());
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (fault: unknown) => fault,
  );
const codeOf = async (work: Promise<unknown>) => {
  const fault = await thrownBy(work);
  return fault instanceof RegisterError ? fault.code : fault;
};

describe('lowdb register on a failing disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regiewijzer-faults-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Opens without a fault; from then on the call `failAt` fails with `code`. */
  const opened = async (failAt = 0, code = 'EIO') => {
    const plan: FaultPlan = { failAt: 0, code, calls: 0 };
    const fatal: Error[] = [];
    const onFatal = (fault: Error) => fatal.push(fault);
    const register = await openLowdbRegister({ folder, onFatal, fs: faultFs(nodeFs, plan), lock: noLock });
    Object.assign(plan, { failAt, calls: 0 });
    return { register, fatal };
  };

  for (const code of ['EIO', 'ENOSPC', 'EROFS', 'EMFILE'])
    it(`never acknowledges a write that met ${code}, at whichever call, and a restart reads what the disk holds`, async () => {
      let failures = 0;
      for (let failAt = 1; failures === failAt - 1; failAt += 1) {
        const id = `case-${failAt}`;
        const setup = await opened();
        await setup.register.commit(aFamilyCase({ id, version: 1 }));
        await setup.register.close();

        const { register, fatal } = await opened(failAt, code);
        const outcome = await thrownBy(register.commit(aFamilyCase({ id, version: 2, workers: ['second'] })));
        if (outcome !== undefined) {
          failures += 1;
          // The first call asks for free space; nothing was touched then. Any later one ends the process.
          expect(fatal.length, `call ${failAt}`).to.equal(failAt === 1 ? 0 : 1);
          if (fatal.length > 0) {
            expect(await codeOf(register.read(id))).to.equal('register-failed');
            expect(await codeOf(register.commit(aFamilyCase({ id: 'other', version: 1 })))).to.equal('register-failed');
          }
        }
        await register.close();

        const restarted = await opened();
        const stored = await restarted.register.read(id);
        expect(stored?.version).to.be.oneOf(outcome === undefined ? [2] : [1, 2]);
        const version = (stored?.version ?? 0) + 1;
        expect(await restarted.register.commit(aFamilyCase({ id, version }))).to.deep.equal({ kind: 'committed' });
        await restarted.register.close();
        expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
      }
      expect(failures, 'calls that can fail').to.equal(7);
    });

  it('refuses before it writes when the disk is nearly full, keeps reading, and goes on when there is room', async () => {
    let free = 1e9;
    const fs = { ...nodeFs, freeBytes: () => Promise.resolve(free) };
    const fatal: Error[] = [];
    const onFatal = (fault: Error) => fatal.push(fault);
    const register = await openLowdbRegister({ folder, onFatal, fs, lock: noLock, keepFreeBytes: 1000 });
    await register.commit(aFamilyCase({ version: 1 }));
    free = 999;
    expect(await codeOf(register.commit(aFamilyCase({ version: 2 })))).to.equal('register-full');
    expect((await register.read('case-1'))?.version).to.equal(1);
    expect(fatal).to.deep.equal([]);
    free = 1000;
    expect(await register.commit(aFamilyCase({ version: 2 }))).to.deep.equal({ kind: 'committed' });
    await register.close();
  });

  it('refuses to start on a read-only disk with a message that says what to do', async () => {
    const fs = { ...nodeFs, open: () => Promise.reject(faultNamed('EROFS')) };
    const fault = await thrownBy(openLowdbRegister({ folder, onFatal: () => undefined, fs, lock: noLock }));
    expect(fault).to.be.instanceOf(RegisterError);
    expect(String(fault)).to.match(/can't be written \(EROFS\). Make it writable/);
  });

  it('ends when the lock is lost, and writes nothing any more', async () => {
    let lose: (fault: Error) => void = () => undefined;
    const fatal: Error[] = [];
    const register = await openLowdbRegister({
      folder,
      onFatal: (fault) => fatal.push(fault),
      lock: (_folder, onLost) => {
        lose = onLost;
        return noLock();
      },
    });
    await register.commit(aFamilyCase({ version: 1 }));
    lose(faultNamed('ECOMPROMISED'));
    expect(fatal).to.have.length(1);
    expect(await codeOf(register.commit(aFamilyCase({ version: 2 })))).to.equal('register-failed');
    await register.close();
  });
});

describe('lowdb register and power cuts', () => {
  it('loses no acknowledged write and damages nothing in 200 cuts', async () => {
    const disk = powerCutFs();
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const acknowledged = new Map<string, number>();
    let beforeCut = 0;
    for (let round = 0; round < 200; round += 1) {
      const fs = disk.boot();
      const register = await openLowdbRegister({ folder: '/cases', onFatal: () => undefined, fs, lock: noLock });
      for (const [id, version] of acknowledged) {
        const stored = (await register.read(id))?.version ?? 0;
        expect(stored, `${id} after cut ${round}`).to.be.at.least(version);
        acknowledged.set(id, stored);
      }
      // Four writers; after a random number of steps of the event loop the power goes.
      let cutOff = false;
      const isOff = () => cutOff;
      const writers = ['a', 'b', 'c', 'd'].map(async (id) => {
        for (let version = (acknowledged.get(id) ?? 0) + 1; !isOff(); version += 1) {
          const fault = await thrownBy(register.commit(aFamilyCase({ id, version })));
          if (isOff() || fault !== undefined) return;
          acknowledged.set(id, version);
          beforeCut += 1;
        }
      });
      for (let steps = Math.floor(random() * 120); steps > 0; steps -= 1) await Promise.resolve();
      cutOff = true;
      disk.cut(() => random() < 0.5);
      await Promise.all(writers);
    }
    expect(beforeCut).to.be.above(200);
  });
});
