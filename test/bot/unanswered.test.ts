import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeLog } from '../../bot/log.ts';
import { type Keeping, openUnanswered, readUnanswered, unansweredFile } from '../../bot/unanswered.ts';

describe('the file of unanswered questions', () => {
  let folder: string;
  let now: Date;
  let logged: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-werklijst-'));
    now = new Date('2026-11-22T10:00:00Z');
    logged = [];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const file = () => unansweredFile(folder);
  const open = (keeping: Partial<Keeping> = {}, path = file()) =>
    openUnanswered({
      file: path,
      keeping: { bewaren: true, bewaarDagen: 90, hoogstens: 100, ...keeping },
      log: makeLog({ level: 'info', stream: { write: (line) => logged.push(line) }, now: () => now }),
      now: () => now,
    });
  const declined = (text: string) => ({ why: 'declined', text, answer: null, reason: null }) as const;
  const texts = async () => (await readUnanswered(file())).lines.map(({ text }) => text);

  it('gets a line with a day and no hour, for nobody else to read', async () => {
    const store = open();
    store.note(declined('wat kost een traplift'));
    await store.settled();
    expect(await readFile(file(), 'utf8')).to.equal(
      '{"at":"2026-11-22","why":"declined","text":"wat kost een traplift","answer":null,"reason":null}\n',
    );
    expect((await stat(file())).mode & 0o777).to.equal(0o600);
  });

  it('gets nothing, and loses what it held, when the setting says that nothing is kept', async () => {
    await writeFile(file(), `${JSON.stringify({ at: '2026-11-21', ...declined('oud') })}\n`);
    const store = open({ bewaren: false });
    store.note(declined('nieuw'));
    await store.settled();
    expect(await readUnanswered(file())).to.deep.equal({ lines: [], broken: 0 });
  });

  it('forgets what is older than the setting says: at the start, and when a day has passed', async () => {
    const line = (at: string) => `${JSON.stringify({ at, ...declined(at) })}\n`;
    await writeFile(file(), line('2026-11-10') + line('2026-11-12') + line('2026-11-22'));
    const store = open({ bewaarDagen: 10 });
    await store.settled();
    expect(await texts()).to.deep.equal(['2026-11-12', '2026-11-22']);
    now = new Date('2026-11-23T10:00:00Z');
    store.forgetOld();
    await store.settled();
    expect(await texts()).to.deep.equal(['2026-11-22']);
  });

  it('holds no more lines than the setting says, the newest', async () => {
    const store = open({ hoogstens: 20 });
    for (let day = 1; day <= 30; day += 1) {
      now = new Date(Date.UTC(2026, 9, day, 10));
      store.note(declined(`vraag ${day}`));
    }
    await store.settled();
    const kept = await texts();
    expect(kept.length).to.be.within(18, 20);
    expect(kept.at(-1)).to.equal('vraag 30');
  });

  it('takes a tenth of its lines a day, so that nonsense does not push out what was asked before', async () => {
    const store = open({ hoogstens: 50 });
    for (let count = 0; count < 30; count += 1) store.note(declined(`onzin ${count}`));
    await store.settled();
    expect(await texts()).to.have.length(5);
  });

  it('is read around lines that are broken, which the next tidying takes away', async () => {
    const store = open();
    await store.settled();
    await writeFile(file(), '{"at":"2026-11-22","why":"decl\nkapot\n{"at":"gisteren"}\n');
    store.note(declined('heel'));
    await store.settled();
    const read = await readUnanswered(file());
    expect([read.lines.length, read.broken]).to.deep.equal([1, 3]);
    const again = open();
    await again.settled();
    expect(await readUnanswered(file())).to.include({ broken: 0 });
  });

  it('lets a line go when the disk refuses it, with a code in the log and nothing of the words', async () => {
    const store = open({}, join(folder, 'nergens', 'x.jsonl'));
    store.note(declined('geheime woorden'));
    await store.settled();
    expect(logged.join('')).to.include('unanswered-not-kept').and.include('ENOENT').and.not.include('geheime');
  });
});
