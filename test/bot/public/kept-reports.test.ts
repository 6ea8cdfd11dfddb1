import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { keptReports, reportOfPast } from '../../../bot/public/kept-reports.ts';
import { isSettled } from '../../../bot/public/quarter.ts';
import { mountPublic } from '../../../bot/public/routes.ts';
import { readKnowledge } from '../../../bot/read-knowledge.ts';
import type { AnonymousRecord } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import { ROOT } from '../../support/an-app.ts';
import { anonymousRecords } from '../../support/an-anonymous-record.ts';
import { type AServer, aServer } from '../../support/a-server.ts';

const PAGE = '/u-vroeg-wij-deden';
const helped = { helped: 'helped' } as const;
const early = [...anonymousRecords(6, helped), ...anonymousRecords(14)];
/** One parent answered late, and one question went back to the desk. */
const late = [
  ...anonymousRecords(7, helped),
  ...anonymousRecords(12),
  ...anonymousRecords(1, { decidedIn: null, verdict: null, openedAgain: true }),
];

describe('the report of a quarter that is over', () => {
  let folder: string;
  let knowledge: Knowledge;
  let ids = 0;
  const servers: AServer[] = [];
  before(async () => {
    knowledge = await readKnowledge(ROOT, null);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-reports-'));
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    await rm(folder, { recursive: true });
  });

  const keptIn = (dataDir: string | null) => keptReports(dataDir, () => `draft-${++ids}`);
  /** A server of which the records and the day can change. */
  const aSite = async (dataDir: string | null, records: readonly AnonymousRecord[] = early) => {
    const site = { records, now: new Date('2026-11-22T09:00:00.000Z') };
    const server = await aServer({
      server: {
        extraRoutes: (restify) => {
          mountPublic(restify, {
            records: () => Promise.resolve(site.records),
            kept: keptIn(dataDir),
            knowledge: () => knowledge,
            smallest: 5,
            https: false,
            now: () => site.now,
          });
        },
      },
    });
    servers.push(server);
    const get = async (path: string) => {
      const answer = await fetch(`${server.url}${PAGE}${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    /** Whatever was counted a moment ago is not used any more. */
    const later = (next: readonly AnonymousRecord[], day: string) => {
      site.records = next;
      site.now = new Date(`${day}T09:00:00.000Z`);
    };
    return { get, later };
  };

  for (const [where, dataDir] of [
    ['in memory', () => null],
    ['on disk', () => folder],
  ] as const)
    it(`does not change after it was first shown (${where})`, async () => {
      const site = await aSite(dataDir());
      const [first, page] = [await site.get('/2026-Q3.csv'), await site.get('/2026-Q3')];
      expect(first.text).to.contain('Ja, geholpen;6').and.to.contain('Was het gezin daarna geholpen?;Samen;20');
      expect(page.text).to.contain('Wij telden dit op zondag 22 november 2026.');
      site.later(late, '2026-12-24');
      expect(await site.get('/2026-Q3.csv')).to.deep.equal(first);
      expect(await site.get('/2026-Q3')).to.deep.equal(page);
      // The last family of the quarter is erased.
      site.later([], '2026-12-25');
      expect(await site.get('/2026-Q3.csv')).to.deep.equal(first);
      expect((await site.get('')).text).to.contain(`href="${PAGE}/2026-Q3"`);
    });

  it('is the same after a restart, and for the command beside the server', async () => {
    const first = await (await aSite(folder)).get('/2026-Q3.csv');
    expect(await (await aSite(folder, late)).get('/2026-Q3.csv')).to.deep.equal(first);
    const counting = { records: () => Promise.resolve(late), smallest: 3, now: () => new Date('2027-01-04') };
    const counted = await reportOfPast('2026-3', { ...counting, kept: keptIn(folder) });
    expect(counted).to.deep.include({ countedOn: '2026-11-22' });
    expect(await readdir(join(folder, 'reports'))).to.deep.equal(['2026-Q3.json']);
  });

  it('is what the first wrote when two count at the same moment', async () => {
    const counts = [early, late, early, late].map((records) =>
      reportOfPast('2026-3', {
        kept: keptIn(folder),
        records: () => Promise.resolve(records),
        smallest: 5,
        now: () => new Date('2026-11-22T09:00:00.000Z'),
      }),
    );
    const [first, ...others] = await Promise.all(counts);
    for (const other of others) expect(other).to.deep.equal(first);
    expect(await readdir(join(folder, 'reports'))).to.deep.equal(['2026-Q3.json']);
  });

  it('waits six weeks after the end of the quarter, because the answers to "did it help" come later', () => {
    expect(isSettled('2026-3', new Date('2026-11-11T10:00:00.000Z'))).to.equal(false);
    expect(isSettled('2026-3', new Date('2026-11-12T10:00:00.000Z'))).to.equal(true);
    expect(isSettled('2026-4', new Date('2026-12-31T10:00:00.000Z'))).to.equal(false);
  });

  it('is not counted while the quarter runs, nor when nothing happened in it', async () => {
    const site = await aSite(folder, anonymousRecords(12, { filedIn: '2026-4', decidedIn: '2026-4' }));
    for (const path of ['/2026-Q4', '/2026-Q3', '/2019-Q1.csv']) expect((await site.get(path)).status).to.equal(404);
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('holds no word of anybody', async () => {
    const published = { asked: 'Een vaste regisseur', did: 'Afgesproken', promisedBy: null };
    await (await aSite(folder, anonymousRecords(20, { published }))).get('/2026-Q3');
    const kept = await readFile(join(folder, 'reports', '2026-Q3.json'), 'utf8');
    expect(kept)
      .to.contain('"countedOn":"2026-11-22"')
      .and.to.not.match(/regisseur|Afgesproken/);
  });

  it('is not counted anew over a file that is damaged: the file is named and left as it is', async () => {
    await (await aSite(folder)).get('/2026-Q3');
    const file = join(folder, 'reports', '2026-Q3.json');
    await writeFile(file, '{"schema":1');
    const counting = { records: () => Promise.resolve(late), smallest: 5, now: () => new Date('2027-01-04') };
    const fault = await reportOfPast('2026-3', { ...counting, kept: keptIn(folder) }).then(String, String);
    expect(fault).to.contain(file).and.to.contain('Restore this file from the backup');
    expect((await (await aSite(folder)).get('/2026-Q3')).status).to.equal(500);
    expect(await readFile(file, 'utf8')).to.equal('{"schema":1');
  });
});
