import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { nodeFs } from '../../register/durable-fs.ts';
import { type ChainFault, openAuditLog, RegisterError, verifyAuditLog } from '../../register/index.ts';
import { sha256 } from '../support/case-world.ts';
import { type FaultPlan, faultFs } from '../support/fault-fs.ts';

const aLine = (number: number) => ({
  at: '2026-11-23T09:00:00.000Z',
  event: 'case-checked',
  actor: 'worker-1',
  subject: `case-${number}`,
});

const subjectOf = (line: string): string => z.object({ subject: z.string() }).parse(JSON.parse(line)).subject;

describe('audit log', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regiewijzer-audit-'));
    file = join(folder, 'audit', 'looks.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (from: number, to: number) => {
    const log = await openAuditLog({ file, sha256 });
    for (let number = from; number <= to; number += 1) await log.append(aLine(number));
    await log.close();
    return log;
  };
  const linesOf = async () => (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const verdict = () => verifyAuditLog({ file, sha256 });

  it('has every line on disk when append resolves, in order, readable by its own user only', async () => {
    const log = await openAuditLog({ file, sha256 });
    const appended = Array.from({ length: 200 }, (_, number) => log.append(aLine(number)));
    await appended[49];
    expect((await linesOf()).length).to.be.at.least(50);
    await Promise.all(appended);
    const subjects = (await linesOf()).map((line) => subjectOf(line));
    expect(subjects).to.deep.equal(Array.from({ length: 200 }, (_, number) => `case-${number}`));
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await verdict()).to.deep.include({ kind: 'whole', lines: 200 });
    await log.close();
  });

  it('continues the chain after it was opened again', async () => {
    await write(1, 3);
    await write(4, 6);
    expect(await verdict()).to.deep.include({ kind: 'whole', lines: 6 });
    expect(await verifyAuditLog({ file: join(folder, 'absent'), sha256 })).to.deep.equal({
      kind: 'whole',
      lines: 0,
      lastHash: '',
      from: null,
      until: null,
    });
  });

  it('keeps hostile text on one line and reads it back the same', async () => {
    const log = await openAuditLog({ file, sha256 });
    const subject = 'x\n{"seq":1}\r\u2028\u001b[31m"\\';
    await log.append({ ...aLine(1), subject });
    await log.close();
    const lines = await linesOf();
    expect(lines).to.have.length(1);
    expect(subjectOf(lines[0] ?? '')).to.equal(subject);
    expect((await verdict()).kind).to.equal('whole');
  });

  const tampering: readonly [string, (lines: string[]) => string[], number, ChainFault][] = [
    [
      'a changed word',
      (lines) => lines.map((line, index) => (index === 2 ? line.replace('case-3', 'case-9') : line)),
      3,
      'words',
    ],
    ['a dropped line', (lines) => lines.filter((_, index) => index !== 1), 2, 'number'],
    ['a dropped first line', (lines) => lines.slice(1), 1, 'number'],
    ['two lines swapped', ([a, b, c, ...rest]) => [a!, c!, b!, ...rest], 2, 'number'],
    ['a line twice', ([a, ...rest]) => [a!, a!, ...rest], 2, 'number'],
    [
      'a line of another log in its place',
      (lines) => lines.map((line, index) => (index === 3 ? line.replace(/"prev":"\w+"/, '"prev":"abc"') : line)),
      4,
      'predecessor',
    ],
    ['no JSON', (lines) => lines.map((line, index) => (index === 4 ? 'hello' : line)), 5, 'unreadable'],
    ['null', (lines) => lines.map((line, index) => (index === 0 ? 'null' : line)), 1, 'unreadable'],
  ];
  for (const [what, change, bad, because] of tampering)
    it(`names the first line that is not right: ${what}`, async () => {
      await write(1, 5);
      await writeFile(file, `${change(await linesOf()).join('\n')}\n`);
      const damaged = await readFile(file, 'utf8');
      expect(await verdict()).to.deep.equal({ kind: 'broken', line: bad, because });
      const fault = await openAuditLog({ file, sha256 }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(fault).to.be.instanceOf(RegisterError).with.property('code', 'audit-damaged');
      expect(String(fault)).to.include(`line ${bad} does not follow`);
      expect(await readFile(file, 'utf8')).to.equal(damaged);
    });

  it('notices a rewritten chain when the last hash was kept elsewhere', async () => {
    await write(1, 3);
    const before = await verdict();
    await writeFile(file, `${(await linesOf()).slice(0, 2).join('\n')}\n`);
    const after = await verdict();
    expect(after.kind).to.equal('whole');
    expect('lastHash' in after && 'lastHash' in before && after.lastHash !== before.lastHash).to.equal(true);
  });

  it('reports a torn last line, sets it aside at the next opening and continues the chain', async () => {
    await write(1, 2);
    await appendFile(file, '{"seq":3,"at":"2026-11-23T09:00');
    expect(await verdict()).to.deep.include({ kind: 'torn', line: 3, lines: 2 });
    const log = await write(3, 4);
    expect(log.tornCharacters).to.equal(31);
    expect(await readFile(`${file}.torn`, 'utf8')).to.equal('{"seq":3,"at":"2026-11-23T09:00\n');
    expect(await verdict()).to.deep.include({ kind: 'whole', lines: 4 });
    expect((await write(5, 5)).tornCharacters).to.equal(0);
  });

  it('tells a line that a crash cut off, wherever it cut, from one that somebody changed', async () => {
    await write(1, 3);
    const whole = await readFile(file);
    const lastLineFrom = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let length = lastLineFrom + 1; length < whole.length; length += 1) {
      await writeFile(file, whole.subarray(0, length));
      expect(await verdict(), `cut at ${length}`).to.deep.include({ kind: 'torn', line: 3, lines: 2 });
    }
    await writeFile(file, Buffer.concat([whole.subarray(0, lastLineFrom + 20), Buffer.alloc(100)]));
    expect((await verdict()).kind).to.equal('torn');
    for (const [at, put] of [
      [whole.length - 1, 'x'],
      [whole.length - 5, '!'],
      [lastLineFrom + 40, '\0'],
    ] as const) {
      const changed = Buffer.from(whole);
      changed.write(put, at);
      await writeFile(file, changed);
      expect(await verdict(), `changed at ${at}`).to.deep.include({ kind: 'broken', line: 3 });
    }
    await writeFile(file, Buffer.concat([whole, Buffer.from('{"x":1}')]));
    expect(await verdict()).to.deep.equal({ kind: 'broken', line: 4, because: 'unreadable' });
  });

  it('notices any byte that was changed, at its line', async () => {
    await write(1, 4);
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ flip;
        await writeFile(file, changed);
        const line = whole.subarray(0, at).toString().split('\n').length;
        expect(await verdict()).to.deep.include({ kind: 'broken', line });
      }),
      { numRuns: 300 },
    );
  });

  const afterFault = async (failAt: number, code: string) => {
    const plan: FaultPlan = { failAt: 0, code, calls: 0 };
    const log = await openAuditLog({ file, sha256, fs: faultFs(nodeFs, plan) });
    await log.append(aLine(1));
    Object.assign(plan, { failAt, calls: 0 });
    const outcome = async (number: number) =>
      log.append(aLine(number)).then(
        () => 'written',
        (fault: unknown) => (fault instanceof RegisterError ? fault.code : String(fault)),
      );
    const outcomes = [await outcome(2), await outcome(3)];
    await log.close();
    return outcomes;
  };

  it('rejects a line that met a full disk, and goes on with a whole chain when there is room again', async () => {
    expect(await afterFault(1, 'ENOSPC')).to.deep.equal(['audit-failed', 'written']);
    expect(await verdict()).to.deep.include({ kind: 'whole', lines: 2 });
  });

  it('trusts nothing any more after a failed fsync, until it is opened again', async () => {
    expect(await afterFault(2, 'EIO')).to.deep.equal(['audit-failed', 'audit-failed']);
    await write(7, 7);
    expect((await verdict()).kind).to.equal('whole');
  });
});
