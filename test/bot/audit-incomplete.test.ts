import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { anApp, type RunningApp } from '../support/an-app.ts';

describe('a start over an audit log that misses actions', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-incomplete-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** What the log of the server says of it, from the start to the end. */
  const warningsOf = async (whileItRuns: (app: RunningApp) => Promise<void> = () => Promise.resolve()) => {
    const app = await anApp({ env: { DATA_DIR: folder } });
    await whileItRuns(app);
    await app.stop();
    return app.logLines.filter((line) => line.includes('"audit-incomplete"'));
  };
  const somethingHappens = async ({ store: { register } }: RunningApp) => {
    const [id = ''] = await register.ids();
    const before = await register.read(id);
    if (before === undefined) throw new Error('The demo has no family.');
    const action = { at: '2026-11-22T09:00:00.000Z', event: 'recorded', actor: 'worker-1', subject: id };
    await register.commit({ ...before, version: before.version + 1, audit: [...before.audit, action] });
  };

  it('is told in the log, at a level that wakes somebody, with how many', async () => {
    await warningsOf(somethingHappens);
    await rm(join(folder, 'audit.jsonl'));
    const told = await warningsOf();
    expect(told).to.have.length(1);
    expect(JSON.parse(told[0] ?? '')).to.include({ level: 'error', event: 'audit-incomplete', count: 1 });
  });

  it('says nothing when the log holds every action', async () => {
    expect(await warningsOf(somethingHappens)).to.deep.equal([]);
    expect(await warningsOf()).to.deep.equal([]);
  });
});
