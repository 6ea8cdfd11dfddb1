import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { nodeFs } from '../../register/durable-fs.ts';
import { durableJsonFile, RegisterError } from '../../register/index.ts';
import { type FaultPlan, faultFs } from '../support/fault-fs.ts';

const schema = z.strictObject({ addresses: z.array(z.string()) });

describe('durable JSON file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regiewijzer-json-'));
    path = join(folder, 'addresses.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads back what was written, and nothing when there is no file yet', async () => {
    expect(await durableJsonFile(path, schema).read()).to.equal(undefined);
    await durableJsonFile(path, schema).write({ addresses: ['a'] });
    expect(await durableJsonFile(path, schema).read()).to.deep.equal({ addresses: ['a'] });
    expect(await readdir(folder)).to.deep.equal(['addresses.json']);
  });

  it('ends a burst with the newest content on disk, in a few writes', async () => {
    const plan: FaultPlan = { failAt: 0, code: 'EIO', calls: 0 };
    const file = durableJsonFile(path, schema, faultFs(nodeFs, plan));
    await Promise.all(Array.from({ length: 50 }, (_, number) => file.write({ addresses: [String(number)] })));
    expect(JSON.parse(await readFile(path, 'utf8'))).to.deep.equal({ addresses: ['49'] });
    const callsPerWrite = 6;
    expect(plan.calls / callsPerWrite).to.be.at.most(2);
  });

  it('reports a failed write to who asked for it, keeps the old content, and goes on', async () => {
    const plan: FaultPlan = { failAt: 0, code: 'ENOSPC', calls: 0 };
    const file = durableJsonFile(path, schema, faultFs(nodeFs, plan));
    await file.write({ addresses: ['old'] });
    Object.assign(plan, { failAt: 2, calls: 0 });
    const failed = await file.write({ addresses: ['lost'] }).then(
      () => 'written',
      (fault: unknown) => String(fault),
    );
    expect(failed).to.include('ENOSPC');
    expect(await file.read()).to.deep.equal({ addresses: ['old'] });
    await file.write({ addresses: ['new'] });
    expect(await file.read()).to.deep.equal({ addresses: ['new'] });
  });

  for (const content of ['', 'null', '[]', '{"addresses":', '\uFEFF{"addresses":[]}', '{"addresses":[1]}'])
    it(`refuses ${JSON.stringify(content)} by name and leaves it alone`, async () => {
      await writeFile(path, content);
      const fault = await durableJsonFile(path, schema)
        .read()
        .then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
      expect(fault).to.be.instanceOf(RegisterError).with.property('code', 'register-damaged');
      expect(String(fault)).to.include('addresses.json');
      expect(await readFile(path, 'utf8')).to.equal(content);
    });
});
