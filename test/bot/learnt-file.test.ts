import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { createLearntFile } from '../../bot/learnt-file.ts';
import { makeLog } from '../../bot/log.ts';

const schema = z.object({
  words: z.map(z.string(), z.number()),
  names: z.array(z.string()),
  rows: z.object({
    begins: z.instanceof(Uint32Array),
    numbers: z.instanceof(Int32Array),
    places: z.instanceof(Uint16Array),
    bias: z.number(),
  }),
  values: z.instanceof(Float32Array),
});

describe('what was learnt at an earlier start', () => {
  let folder: string;
  let path: string;
  let logged: string[];
  let made: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-geleerd-'));
    path = join(folder, 'knowledge.learnt');
    logged = [];
    made = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const learnt = () => ({
    words: new Map([['één', 2]]),
    names: ['wachtlijst'],
    rows: { begins: Uint32Array.of(0, 2), numbers: Int32Array.of(-1, 7), places: Uint16Array.of(3), bias: 0.5 },
    values: Float32Array.of(0.25, -1),
  });
  /** As one start of the server does it. */
  const start = (source: unknown, version = 'bundle-1') => {
    const log = makeLog({ level: 'info', stream: { write: (line) => logged.push(line) }, now: () => new Date() });
    return createLearntFile({ path, version }, log).get(source, schema, () => {
      made += 1;
      return learnt();
    });
  };

  it('is read instead of learnt again, and is the same', () => {
    expect(start(['a'])).to.deep.equal(learnt());
    expect(start(['a'])).to.deep.equal(learnt());
    expect(made).to.equal(1);
  });

  it('does not keep the file in memory behind its arrays', () => {
    start(['a']);
    const { rows, values } = start(['a']);
    for (const array of [rows.begins, rows.numbers, rows.places, values]) {
      expect(array.buffer.byteLength).to.equal(array.byteLength);
    }
  });

  it('is learnt again when one letter of the source is another', () => {
    start({ voorbeelden: ['ik wil hulp'] });
    start({ voorbeelden: ['ik wil hulq'] });
    expect(made).to.equal(2);
    start({ voorbeelden: ['ik wil hulq'] });
    expect(made).to.equal(2);
  });

  it('is learnt again by another version of the code, also when both run at once', () => {
    start(['a'], 'bundle-1');
    start(['a'], 'bundle-2');
    start(['a'], 'bundle-1');
    expect(made).to.equal(3);
  });

  it('is not looked for in what is no file', () => {
    execFileSync('mkfifo', [path]);
    expect(start(['a'])).to.deep.equal(learnt());
    expect(made).to.equal(1);
  });

  it('is learnt again from a file that was cut off, changed or emptied', async () => {
    start(['a']);
    const whole = await readFile(path);
    const changed = Buffer.from(whole);
    changed.writeUInt8((changed.at(-3) ?? 0) ^ 1, changed.length - 3);
    for (const bytes of [whole.subarray(0, -1), changed, whole.subarray(0, 40), Buffer.alloc(0)]) {
      await writeFile(path, bytes);
      made = 0;
      expect(start(['a'])).to.deep.equal(learnt());
      expect(made).to.equal(1);
    }
  });

  it('leaves nothing beside it', async () => {
    start(['a']);
    expect(await readdir(folder)).to.deep.equal(['knowledge.learnt']);
  });

  it('need not be kept: a place that can’t be written is told in the log', async () => {
    await mkdir(path);
    await writeFile(join(path, 'x'), '');
    expect(start(['a'])).to.deep.equal(learnt());
    expect(start(['a'])).to.deep.equal(learnt());
    expect(made).to.equal(2);
    expect(logged.join('')).to.include('learnt-not-kept');
    expect(await readdir(folder)).to.deep.equal(['knowledge.learnt']);
  });

  it('need not be kept where even what is in the way can’t be taken away', async () => {
    await mkdir(`${path}.${process.pid}.new`);
    expect(start(['a'])).to.deep.equal(learnt());
    expect(logged.join('')).to.include('learnt-not-kept');
  });
});
