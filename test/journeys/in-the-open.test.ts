import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { demoPersona } from '../../bot/demo/identities.ts';
import type { OfficerAction } from '../../cases/index.ts';
import { anApp, type RunningApp } from '../support/an-app.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { aFiling } from '../support/case-world.ts';

const CASE = 'demo-bakker';
const CANARY = 'Onze Sem Vreeswijk-Kanarie slaapt al weken niet';
const officer = demoPersona('officer');

describe('journey: what was learned is there for everybody (L1, L5, L7)', () => {
  let app: RunningApp;
  let clock: { now: number };
  beforeEach(async () => {
    clock = { now: Date.parse('2026-11-23T09:00:00.000Z') };
    app = await anApp({ world: { now: () => new Date(clock.now) } });
  });
  afterEach(() => app.stop());
  after(closeBrowser);

  const filesAndCloses = async (published: { readonly asked: string; readonly did: string } | null) => {
    const { cases } = app.core;
    const filed = await cases.file(
      demoPersona('worker'),
      aFiling({ caseId: CASE, ownWords: CANARY }),
      `file-${clock.now}`,
    );
    if (filed.kind !== 'filed') throw new Error(filed.kind);
    const target = { caseId: CASE, escalationId: filed.escalation.id };
    const does = async (action: OfficerAction) => {
      const done = await cases.asOfficer(officer, target, action, `${action.kind}-${filed.escalation.id}`);
      if (done.kind !== 'card') throw new Error(`${action.kind}: ${JSON.stringify(done)}`);
    };
    await does({ kind: 'take' });
    await does({ kind: 'decide', verdict: 'granted', reason: 'U krijgt een regisseur.', effectiveOn: '2026-11-23' });
    await does({
      kind: 'close',
      lesson: {
        cameAcross: 'Niemand luisterde.',
        why: 'Er was geen plan.',
        changes: 'Wij spreken eerder af wie de regie heeft.',
        by: 'Het CJG',
        due: '2027-02-01',
      },
      published,
      told: { how: 'gebeld', on: '2026-11-23' },
    });
    clock.now += 60_000;
  };
  const get = async (path: string) => {
    const answer = await fetch(app.url + path);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  it('shows what was marked for publication, in those words only, and nothing of the family', async () => {
    await filesAndCloses({ asked: 'Iemand die het overzicht houdt', did: 'Wij spraken af wie de regie heeft.' });
    await filesAndCloses(null);
    const { status, headers, text } = await get('/u-vroeg-wij-deden');
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(text).to.contain('Iemand die het overzicht houdt').and.to.contain('Wij spraken af wie de regie heeft.');
    expect(text).to.contain('2026, oktober tot en met december').and.to.contain('maandag 1 februari 2027');
    expect([...text.matchAll(/<li><p>/g)]).to.have.length(1);
    expect(text).to.not.match(/Kanarie|Bakker|demo-|L-[0-9A-Z]{6}|Niemand luisterde|<script/);
    expect(headers.get('content-security-policy')).to.contain("script-src 'self'").and.to.contain("style-src 'self'");
    expect(headers.get('cache-control')).to.equal('no-cache');
    expect((await fetch(`${app.url}/u-vroeg-wij-deden`, { method: 'HEAD' })).status).to.equal(200);
  });

  it('shows no text any more that an officer took off the page', async () => {
    await filesAndCloses({ asked: 'Iemand die het overzicht houdt', did: 'Wij spraken af wie de regie heeft.' });
    expect((await get('/u-vroeg-wij-deden')).text).to.contain('Iemand die het overzicht houdt');
    const list = await app.core.cases.published(officer, [CASE], () => Promise.resolve());
    const [published] = 'kind' in list ? [] : list;
    if (published === undefined) throw new Error(JSON.stringify(list));
    await app.core.cases.asOfficer(officer, published, { kind: 'unpublish' }, 'unpublish-1');
    clock.now += 60_000;
    expect((await get('/u-vroeg-wij-deden')).text).to.not.contain('Iemand die het overzicht houdt');
  });

  it('gives the report of a quarter six weeks after it is over, as a page and as CSV, without small counts', async () => {
    for (let filed = 0; filed < 3; filed += 1) await filesAndCloses(null);
    expect((await get('/u-vroeg-wij-deden/2026-Q4')).status).to.equal(404);
    clock.now = Date.parse('2027-02-15T09:00:00.000Z');
    expect((await get('/u-vroeg-wij-deden')).text).to.contain('href="/u-vroeg-wij-deden/2026-Q4"');
    const page = await get('/u-vroeg-wij-deden/2026-Q4');
    expect(page.status).to.equal(200);
    expect(page.text)
      .to.contain('&#60; 5 *')
      .and.to.not.match(/<td>[1-4]<\/td>|Kanarie|Bakker|<script/);
    const csv = await get('/u-vroeg-wij-deden/2026-Q4.csv');
    expect(csv.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(csv.text).to.contain('2026-Q4;Wat er werd besloten;Ja, het gaat gebeuren;< 5 *');
    for (const path of ['2026-Q5', '2026-Q3', '2031-Q1', '..%2fpackage.json', '%00', 'x'.repeat(300)])
      expect((await get(`/u-vroeg-wij-deden/${path}`)).status, path).to.equal(404);
  });

  it('is readable without a script, on a phone and with a screen reader', async function () {
    this.timeout(60_000);
    await filesAndCloses({ asked: 'Iemand die het overzicht houdt', did: 'Wij spraken af wie de regie heeft.' });
    clock.now = Date.parse('2027-02-15T09:00:00.000Z');
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const page = await (await browser()).newPage({ viewport: { width: 320, height: 640 } });
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    for (const path of ['/u-vroeg-wij-deden', '/u-vroeg-wij-deden/2026-Q4']) {
      await page.goto(app.url + path);
      await page.evaluate(axe);
      const found = await page.evaluate(
        `axe.run(document).then((result) => result.violations.map((rule) => rule.id + ' ' + rule.nodes.map((node) => node.target.join(' ')).join(', ')))`,
      );
      expect(found, path).to.deep.equal([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).to.be.at.most(320);
    }
    expect(faults).to.deep.equal([]);
    await page.close();
  });
});
