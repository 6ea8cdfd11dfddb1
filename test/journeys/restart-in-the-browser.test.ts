/** The server starts anew under an open page: what a worker typed in a form is not lost, and is written down once. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import type { Page } from 'playwright-core';
import { textOf } from '../support/a-knowledge.ts';
import { anApp, type RunningApp } from '../support/an-app.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { side } from '../support/play-the-demo.ts';

const stored = z.object({ signals: z.array(z.object({ words: z.object({ text: z.string() }).nullable() })) });
const SAID = 'Niemand belt ons terug, al drie weken.';

describe('journey: the server starts anew while a form is open in the browser', () => {
  let folder: string;
  let app: RunningApp;
  let page: Page;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regiewijzer-restart-'));
    app = await anApp({ env: { DATA_DIR: folder } });
    page = await (await browser()).newPage({ viewport: { width: 1440, height: 1000 } });
    page.setDefaultTimeout(15_000);
  });
  afterEach(async () => {
    await page.close();
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });
  after(closeBrowser);

  /** How many signals of all families have these words. */
  async function signalsOnDisk(): Promise<number> {
    const names = (await readdir(join(folder, 'cases'))).filter((name) => name.endsWith('.json'));
    const cases = await Promise.all(names.map((name) => readFile(join(folder, 'cases', name), 'utf8')));
    const signals = cases.flatMap((json) => stored.parse(JSON.parse(json)).signals);
    return signals.filter(({ words }) => words?.text === SAID).length;
  }

  it('sends the form in a new conversation at the press, and the family has it once', async function () {
    this.timeout(60_000);
    await page.goto(`${app.url}/demo`);
    const worker = side(page, '#chat-medewerker');
    await worker.sees(/één plan en één regisseur/);
    await worker.says('signaal De Vries');
    await worker.sees(textOf('werk.signals'));
    await worker.chat.getByRole('checkbox').first().check();
    await worker.chat.getByLabel(textOf('veld.words.letterlijk')).fill(SAID);

    const { port } = new URL(app.url);
    await app.stop();
    app = await anApp({ env: { DATA_DIR: folder, PORT: port } });
    await worker.sees(/Dit gesprek is afgelopen/);
    expect(await worker.chat.getByLabel(textOf('veld.words.letterlijk')).inputValue()).to.equal(SAID);
    await worker.presses(textOf('werk.vastleggen'));
    await worker.sees(textOf('vastgelegd.signals'));

    expect(await signalsOnDisk()).to.equal(1);
  });
});
