import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { demoPersona } from '../../bot/demo/identities.ts';
import type { Escalation } from '../../cases/index.ts';
import { anApp, aPersona, eventually, type RunningApp } from '../support/an-app.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { aFiling } from '../support/case-world.ts';
import { call } from '../support/direct-line-client.ts';
import { aTeamsApp } from '../support/a-teams-app.ts';
import { plainHttp } from '../support/plain-http.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A Monday, in the winter, in office hours. */
const MONDAY = Date.parse('2026-11-23T09:00:00.000Z');
const CASE = 'demo-jansen';

const dayInDemo = z.object({ day: z.string(), shown: z.string(), happened: z.array(z.string()) });

describe('journey: days pass and nobody does anything (O4, O5)', () => {
  const apps: { stop(): Promise<void> }[] = [];
  let clock: { now: number };
  beforeEach(() => {
    clock = { now: MONDAY };
  });
  afterEach(() => Promise.all(apps.splice(0).map((app) => app.stop())));
  after(closeBrowser);

  const start = async (env: Readonly<Record<string, string>> = {}): Promise<RunningApp> => {
    const app = await anApp({ env, world: { now: () => new Date(clock.now) } });
    apps.push(app);
    await app.rounds.runNow();
    // Whoever can't be reached has the question taken over by the next; here the aanspreekpunt is at work.
    await aPersona(app, 'officer');
    await eventually(async () => ((await app.store.addressBook.keys()).length > 0 ? true : null), 'the officer');
    return app;
  };
  const stopped = async (app: RunningApp) => {
    apps.splice(apps.indexOf(app), 1);
    await app.stop();
  };
  const files = async (app: RunningApp): Promise<string> => {
    const filed = await app.core.cases.file(demoPersona('worker'), aFiling({ caseId: CASE }), 'the-command');
    if (filed.kind !== 'filed') throw new Error(filed.kind);
    return filed.escalation.id;
  };
  const stored = async (app: RunningApp, id: string): Promise<Escalation> => {
    const escalation = (await app.store.register.read(CASE))?.escalations.find((one) => one.id === id);
    if (escalation === undefined) throw new Error('It is not stored.');
    return escalation;
  };
  const kinds = async (app: RunningApp, id: string) =>
    (await stored(app, id)).steps.filter(({ by }) => by.kind === 'system').map(({ kind }) => kind);
  const nextDay = async (app: RunningApp) =>
    dayInDemo.parse((await call(app.url, '/demo/day', { method: 'POST', json: {} })).body);

  it('reminds the owner, and brings the question a level up when the promised day is over, once', async () => {
    const app = await start();
    const id = await files(app);
    const { due, owner } = await stored(app, id);
    while (new Date(clock.now).toISOString().slice(0, 10) <= due) {
      clock.now += DAY_MS;
      await app.rounds.runNow();
    }
    await app.rounds.runNow();
    const after = await stored(app, id);
    const seen = await kinds(app, id);
    expect(seen).to.include('reminded');
    expect(seen.filter((kind) => kind === 'raised')).to.have.length(1);
    expect(after.owner).to.not.equal(owner);
    expect(after.due > due).to.equal(true);
    expect(after.promisedBy).to.equal(due);
  });

  it('does so after a restart that came in between, and does nothing twice when the clock jumps', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regie-clock-'));
    const first = await start({ DATA_DIR: folder });
    const id = await files(first);
    await stopped(first);
    clock.now += 30 * DAY_MS;
    const second = await start({ DATA_DIR: folder });
    expect((await kinds(second, id)).filter((kind) => kind === 'raised')).to.have.length(1);
    for (const jump of [-3_600_000, 3_600_000, -DAY_MS, DAY_MS]) {
      clock.now += jump;
      await second.rounds.runNow();
    }
    expect((await kinds(second, id)).filter((kind) => kind === 'raised')).to.have.length(1);
    await stopped(second);
    await rm(folder, { recursive: true });
  });

  it('lets a visitor of the demo move the day on and says what happened, while conversations stay as they were', async () => {
    const app = await start();
    await files(app);
    const { due } = (await app.store.register.read(CASE))?.escalations[0] ?? { due: '' };
    const told: string[] = [];
    let day = dayInDemo.parse((await call(app.url, '/demo/day')).body);
    expect([day.day, day.shown]).to.deep.equal(['2026-11-23', 'maandag 23 november 2026']);
    for (let count = 0; day.day <= due && count < 60; count += 1) {
      day = await nextDay(app);
      told.push(...day.happened);
    }
    expect(told.join('\n'))
      .to.match(/kreeg een herinnering/)
      .and.to.match(/ging naar Els \(vervanger\)/);
    expect(told.join('\n')).to.contain('Dit is geen werkdag');
    const conversations = app.core.conversations();
    app.core.forgetSilent();
    expect(app.core.conversations()).to.equal(conversations);
  });

  it('moves one day for each press, also when several come at once', async () => {
    const app = await start();
    const days = (await Promise.all([1, 2, 3, 4, 5].map(() => nextDay(app)))).map(({ day }) => day);
    expect([...days].sort()).to.deep.equal(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28']);
  });

  it('has no day to move outside the demo', async () => {
    const app = await aTeamsApp();
    apps.push(app);
    expect((await plainHttp(`${app.url}/demo/day`, { json: {} })).status).to.equal(404);
    expect((await plainHttp(`${app.url}/demo/day`)).status).to.equal(404);
  });

  it('goes on in the browser with one button, without a fault and for the keyboard too', async function () {
    this.timeout(60_000);
    const app = await start();
    await files(app);
    const page: Page = await (await browser()).newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${app.url}/demo`);
    await page.getByRole('heading', { name: 'Het is vandaag maandag 23 november 2026' }).waitFor();
    const button = page.getByRole('button', { name: 'Een dag verder' });
    await button.click();
    await page.getByRole('heading', { name: 'Het is vandaag dinsdag 24 november 2026' }).waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Het is vandaag woensdag 25 november 2026' }).waitFor();
    const news = await page
      .getByRole('status')
      .filter({ hasText: /Vraag|gebeurde/ })
      .first()
      .textContent();
    expect(news).to.match(/Vraag|gebeurde/);
    expect(await page.locator('#dag-verder:focus').count()).to.equal(1);
    expect(faults).to.deep.equal([]);
    await page.close();
  });
});
