import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { anApp, type RunningApp } from '../support/an-app.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { decidesInTheBrowser, filesInTheBrowser, REASON, side } from '../support/play-the-demo.ts';

describe('journey: in a browser, from the question of the mother to the answer she reads', () => {
  let app: RunningApp;
  let page: Page;
  let faults: string[];

  beforeEach(async () => {
    app = await anApp();
    page = await (await browser()).newPage({ viewport: { width: 1440, height: 1000 } });
    page.setDefaultTimeout(10_000);
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  });
  afterEach(async () => {
    await page.close();
    await app.stop();
  });
  after(closeBrowser);

  it('shows on the demo page how a question is filed, decided and answered', async function () {
    this.timeout(60_000);
    await page.goto(`${app.url}/demo`);
    const parent = side(page, '#chat-ouder');
    const officer = side(page, '#chat-aanspreekpunt');
    await officer.sees(/mijn kaarten/);
    const { followCode, number } = await filesInTheBrowser(parent);
    await decidesInTheBrowser(officer, number);
    await parent.sees(new RegExp(REASON));
    expect(followCode).to.match(/^.{4}-.{4}$/);
    expect(faults).to.deep.equal([]);
  });

  it('gives the answer later, on the page of the municipality, to who types the follow code', async function () {
    this.timeout(60_000);
    await page.goto(`${app.url}/demo`);
    const officer = side(page, '#chat-aanspreekpunt');
    await officer.sees(/mijn kaarten/);
    const { followCode, number } = await filesInTheBrowser(side(page, '#chat-ouder'));
    await decidesInTheBrowser(officer, number);

    await page.goto(app.url);
    await page.locator('.launcher').click();
    const later = side(page, 'regie-chat');
    await later.sees('Ik ben een computer');
    await later.says(`mijn code is ${followCode.toLowerCase()}`);
    await later.sees(new RegExp(REASON));
    await later.sees(/2 januari 2031/);
    expect(faults).to.deep.equal([]);
  });

  it('shows the worker the verdict card', async function () {
    this.timeout(60_000);
    await page.goto(`${app.url}/demo`);
    const worker = side(page, '#chat-medewerker');
    await worker.sees(/één plan en één regisseur/);
    await page.getByRole('button', { name: 'Heeft gezin De Vries één plan en één regisseur?' }).click();
    await worker.sees(/Er is meer dan één regisseur/);
    expect(faults).to.deep.equal([]);
  });
});
