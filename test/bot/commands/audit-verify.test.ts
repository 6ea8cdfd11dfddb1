import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openStore } from '../../../bot/store.ts';
import { z } from 'zod';
import { makeCases } from '../../../cases/index.ts';
import { openAuditLog, unloggedActions } from '../../../register/index.ts';
import { aCommand } from '../../support/a-command.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aCaseWorld, aFiling, officer1, sha256, worker1 } from '../../support/case-world.ts';

const auditLine = z.object({ at: z.string(), event: z.string(), actor: z.string(), subject: z.string() });

describe('audit:verify (O10)', () => {
  let folder: string;
  let log: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-verify-'));
    log = join(folder, 'audit.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A worker looks and files, an officer looks and takes: five lines or more, in the log and in the documents. */
  const somethingHappens = async () => {
    const store = await openStore({ dataDir: folder, sha256, onFatal: (fault) => expect.fail(String(fault)) });
    const world = await aCaseWorld();
    const cases = makeCases({ ...world.deps, register: store.register, auditLog: store.auditLog });
    await store.register.commit(aFamilyCase({ id: 'case-1', version: 1 }));
    await cases.check(worker1, 'case-1');
    await cases.file(worker1, aFiling(), 'command-1');
    const [card] = (await store.register.read('case-1'))?.cards ?? [];
    await cases.openCard(officer1, card?.cardRef ?? '');
    await cases.take(officer1, card?.cardRef ?? '', 'command-2');
    await store.auditLog.close();
    await store.register.close();
  };
  const verify = (...options: readonly string[]) => aCommand('audit-verify', options, { DATA_DIR: folder });
  const lines = async () => (await readFile(log, 'utf8')).trimEnd().split('\n');
  const put = (kept: readonly string[]) => writeFile(log, `${kept.join('\n')}\n`);

  it('says how many lines are whole, and from when to when', async () => {
    await somethingHappens();
    const count = (await lines()).length;
    expect(count).to.be.at.least(4);
    const { code, out, err } = await verify();
    expect(out).to.contain(`${log}: heel. ${count} regels, van maandag 23 november 2026`);
    expect(out).to.match(/Laatste zegel: [0-9a-f]{64}\./);
    expect([code, err]).to.deep.equal([0, '']);
  });

  it('says of an empty log that it is empty', async () => {
    const { code, out } = await verify();
    expect(out).to.equal(`${log}: het logboek is leeg. Er is nog niets vastgelegd.\n`);
    expect(code).to.equal(0);
  });

  it('names the file, the line and what is wrong with it', async () => {
    await somethingHappens();
    const whole = await lines();
    await put(whole.map((line, index) => (index === 1 ? line.replace('worker-1', 'worker-9') : line)));
    const changed = await verify();
    expect(changed.code).to.equal(1);
    expect(changed.out).to.contain(`${log}, regel 2: het logboek klopt hier niet meer.\nDe woorden van de regel`);
    await put(whole.filter((_, index) => index !== 1));
    const dropped = await verify();
    expect(dropped.code).to.equal(1);
    expect(dropped.out).to.contain(`regel 2: het logboek klopt hier niet meer.\nHet nummer van de regel past niet`);
  });

  it('tells a line that a crash cut off from one that somebody changed', async () => {
    await somethingHappens();
    const count = (await lines()).length;
    await appendFile(log, `{"seq":${count + 1},"at":"2026-11-23T09`);
    const torn = await verify();
    expect(torn.code).to.equal(0);
    expect(torn.out)
      .to.contain(`heel. ${count} regels`)
      .and.to.contain(`regel ${count + 1}: deze laatste regel is niet`);
    await appendFile(log, ' en nog iets"}\n');
    expect((await verify()).code).to.equal(1);
  });

  it('sees that actions were cut off at the end, which the chain alone does not show', async () => {
    await somethingHappens();
    await put((await lines()).slice(0, -1));
    const { code, out } = await verify();
    expect(code).to.equal(1);
    expect(out).to.contain('heel.').and.to.contain(`1 handelingen uit de dossiers staan niet in ${log}`);
    expect(out).to.contain('escalation-taken');
  });

  it('sees that the whole log is gone while there are actions in the documents', async () => {
    await somethingHappens();
    for (const takeAway of [() => rm(log), () => writeFile(log, '')]) {
      await takeAway();
      const { code, out } = await verify();
      expect(code).to.equal(1);
      expect(out).to.contain('het logboek is leeg of weg, maar in de dossiers staan handelingen.');
      expect(out).to.match(/\n[2-9] handelingen uit de dossiers staan niet in /);
      expect(out).to.not.contain('nog niets vastgelegd');
    }
  });

  it('sees that the beginning was cut off, also when the rest was made into a chain of its own', async () => {
    await somethingHappens();
    const whole = await lines();
    await put(whole.slice(-1));
    expect((await verify()).code).to.equal(1);
    await rm(log);
    const anew = await openAuditLog({ file: log, sha256 });
    for (const line of whole.slice(-1)) await anew.append(auditLine.parse(JSON.parse(line)));
    await anew.close();
    const { code, out } = await verify();
    expect(code).to.equal(1);
    expect(out).to.contain('heel. 1 regels').and.to.contain('handelingen uit de dossiers staan niet in');
  });

  it('says since when the log begins when that is later than what it should hold', async () => {
    await somethingHappens();
    await rm(log);
    const anew = await openAuditLog({ file: log, sha256 });
    await anew.append({ at: '2026-12-01T09:00:00.000Z', event: 'case-checked', actor: 'worker-1', subject: 'case-1' });
    await anew.close();
    const { code, out } = await verify();
    expect(code).to.equal(1);
    expect(out)
      .to.contain('Het logboek begint op dinsdag 1 december 2026')
      .and.to.contain('Het begin van het logboek is weg');
  });

  it('counts two actions that are the same to the letter as two', () => {
    const action = { at: '2026-11-23T09:00:00.000Z', event: 'recorded', actor: 'worker-1', subject: 'case-1' };
    const unlogged = unloggedActions([action, { ...action }]);
    unlogged.seen(action);
    expect(unlogged.left()).to.deep.equal([action]);
    unlogged.seen(action);
    expect(unlogged.left()).to.deep.equal([]);
  });

  it('sees with a hash that was kept elsewhere that looks were cut off', async () => {
    await somethingHappens();
    const [, hash = ''] = /Laatste zegel: (\w+)/.exec((await verify()).out) ?? [];
    expect((await verify('--hash', hash.toUpperCase())).out).to.contain('Tot daar is niets weggehaald.');
    await rm(join(folder, 'cases'), { recursive: true });
    await put((await lines()).slice(0, -1));
    const { code, out } = await verify('--hash', hash);
    expect(code).to.equal(1);
    expect(out).to.contain('Het zegel dat u opgaf, staat niet in het logboek.');
  });

  it('refuses what was typed wrong, without a stack trace', async () => {
    for (const [options, says] of [
      [['--hash', 'kort'], 'Dit is geen zegel: kort.'],
      [['--file', join(folder, 'weg.jsonl')], 'Dit bestand is er niet'],
      [['iets'], 'Dat begrijp ik niet: iets.'],
      [['--niets'], 'Die opties ken ik niet.'],
    ] as const) {
      const { code, out, err } = await verify(...options);
      expect(code).to.equal(2);
      expect(err).to.contain(says).and.to.not.contain('    at ');
      expect(out).to.equal('');
    }
    const { code, err } = await aCommand('audit-verify', [], { DATA_DIR: '' });
    expect([code, err.split('\n')[0]]).to.deep.equal([2, 'DATA_DIR ontbreekt: de map met de gegevens.']);
  });
});
