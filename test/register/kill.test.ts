import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { openLowdbRegister } from '../../register/index.ts';

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), found: z.record(z.string(), z.number()) }),
  z.object({ kind: z.literal('acknowledged'), id: z.string(), version: z.number() }),
  z.object({ kind: z.literal('fatal'), message: z.string() }),
]);

const start = (folder: string): ChildProcess =>
  fork(new URL('kill-child.ts', import.meta.url), [folder], { execArgv: ['--import', 'tsx'] });

interface Life {
  readonly found: Readonly<Record<string, number>>;
  readonly acknowledged: number;
}

/** One life of the process: it starts, acknowledges `acks` writes into the model, and is killed in the middle of the next. */
const live = async (folder: string, model: Map<string, number>, acks: number, linger: number): Promise<Life> => {
  const child = start(folder);
  const exited = once(child, 'exit');
  let found: Readonly<Record<string, number>> | undefined;
  let acknowledged = 0;
  const problem = new Promise<never>((_, reject) => {
    child.on('message', (sent) => {
      const message = messageSchema.parse(sent);
      if (message.kind === 'fatal') reject(new Error(message.message));
      if (message.kind === 'ready') found = message.found;
      if (message.kind !== 'acknowledged') return;
      acknowledged += 1;
      model.set(message.id, Math.max(model.get(message.id) ?? 0, message.version));
      if (acknowledged === acks) setTimeout(() => child.kill('SIGKILL'), linger);
    });
  });
  await Promise.race([exited, problem]);
  if (found === undefined) throw new Error('The process ended before it was ready.');
  return { found, acknowledged };
};

describe('lowdb register under kill -9', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regiewijzer-kill-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const survive = async (cases: string, kills: number) => {
    const model = new Map<string, number>();
    let total = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const before = new Map(model);
      const { found, acknowledged } = await live(cases, model, 1 + Math.floor(Math.random() * 60), Math.random() * 6);
      for (const [id, version] of before) expect(found[id], `${id} after kill ${kill}`).to.be.at.least(version);
      for (const [id, version] of Object.entries(found)) expect(version, `${id} is whole`).to.be.at.least(1);
      total += acknowledged;
      // The process is surely gone, so its lock need not go stale first. The next test waits for that.
      await rm(join(cases, '.lock'), { recursive: true });
    }
    const register = await openLowdbRegister({ folder: cases, onFatal: () => undefined });
    for (const [id, version] of model) expect((await register.read(id))?.version, id).to.be.at.least(version);
    await register.close();
    return total;
  };

  it('loses no acknowledged write and damages nothing over 50 kills with 4 writers', async function () {
    this.timeout(180_000);
    const totals = await Promise.all([survive(join(folder, 'one'), 25), survive(join(folder, 'two'), 25)]);
    for (const total of totals) expect(total).to.be.above(25);
  });

  it('takes over the lock of a killed process within seconds, and clears up after it', async function () {
    this.timeout(30_000);
    const model = new Map<string, number>();
    await live(folder, model, 5, 0);
    expect(await readdir(folder)).to.include('.lock');
    const killedAt = performance.now();
    const { found } = await live(folder, model, 1, 0);
    expect(performance.now() - killedAt).to.be.below(12_000);
    expect(Object.keys(found).length).to.be.above(0);
  });
});
