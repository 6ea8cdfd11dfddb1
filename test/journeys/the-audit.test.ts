import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { nodeFs } from '../../register/durable-fs.ts';
import { auditedRegister, makeMemoryRegister, openAuditLog, verifyAuditLog } from '../../register/index.ts';
import { anApp, aParent, aPersona, cardRefIn, eventually, numberIn, type RunningApp } from '../support/an-app.ts';
import { sha256 } from '../support/case-world.ts';
import { faultNamed } from '../support/fault-fs.ts';

const NOT_SHOWN = 'Elke inzage moet worden vastgelegd. Dat lukte nu niet, daarom ziet u niets.';

describe('journey: every look and every action is written down, or does not happen (O10, I3)', () => {
  let app: RunningApp;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-audit-'));
  });
  afterEach(async () => {
    await app.stop();
    await rm(folder, { recursive: true });
  });

  const file = () => join(folder, 'audit.jsonl');
  const events = async () =>
    [...(await readFile(file(), 'utf8')).matchAll(/"event":"([^"]+)"/g)].map(([, event]) => event);

  it('shows a worker nothing while the disk is full, and answers again when there is room', async () => {
    const disk = { full: false };
    const log = await openAuditLog({
      file: file(),
      sha256,
      fs: {
        ...nodeFs,
        open: async (path, use) => {
          const opened = await nodeFs.open(path, use);
          const write = (text: string) => (disk.full ? Promise.reject(faultNamed('ENOSPC')) : opened.write(text));
          return { ...opened, write };
        },
      },
    });
    const register = auditedRegister(makeMemoryRegister(), log);
    app = await anApp({ wrapStore: (store) => ({ ...store, auditLog: log, register }) });
    const worker = await aPersona(app, 'worker');
    expect(await worker.says('Heeft gezin De Vries één plan en één regisseur?')).to.match(/regisseur/i);
    disk.full = true;
    const refused = await worker.says('Heeft gezin Bakker één plan en één regisseur?');
    expect(refused).to.contain(NOT_SHOWN);
    expect(refused).to.not.match(/Bakker|plan van/);
    disk.full = false;
    expect(await worker.says('Heeft gezin Bakker één plan en één regisseur?')).to.contain('Bakker');
    expect((await verifyAuditLog({ file: file(), sha256 })).kind).to.equal('whole');
  });

  it('has the looks and the actions of a whole escalation in one chain', async () => {
    app = await anApp({ env: { DATA_DIR: folder } });
    const officer = await aPersona(app, 'officer');
    const parent = await aParent(app);
    await parent.says('Mijn vraag voorleggen');
    for (const answer of ['Nee', 'Ja', 'Het zit vast', 'Weet ik niet']) await parent.says(answer);
    await parent.says('Ik wil een regisseur die naast mij staat.');
    const number = numberIn(await parent.says('Ja, leg voor'));
    const cardRef = await eventually(async () => {
      const card = await officer.card(number);
      return card === undefined ? null : cardRefIn(card);
    }, 'the card');
    await officer.presses('open', { cardRef });
    await officer.presses('take', { cardRef });
    const verdict = await verifyAuditLog({ file: file(), sha256 });
    expect(verdict.kind).to.equal('whole');
    const seen = await events();
    expect(seen.filter((event) => event === 'escalation-taken')).to.have.length(1);
    const order = ['escalation-filed', 'card-opened', 'escalation-taken'].map((event) => seen.indexOf(event));
    expect(order).to.not.include(-1);
    expect([...order].sort((one, other) => one - other)).to.deep.equal(order);
  });
});
