/** `npm run screenshots`: makes the pictures of docs/img from the running program. */
import { join } from 'node:path';
import { anApp } from '../test/support/an-app.ts';
import { browser, closeBrowser } from '../test/support/browser.ts';
import { decidesInTheBrowser, filesInTheBrowser, REASON, side } from '../test/support/play-the-demo.ts';

const DAY_MS = 86_400_000;

const picture = (name: string) => join(import.meta.dirname, 'img', `${name}.png`);

async function phone(url: string, width: number, height: number): Promise<void> {
  const page = await (await browser()).newPage({ viewport: { width, height } });
  await page.goto(url);
  await page.locator('.launcher').click();
  const parent = side(page, 'regie-chat');
  await parent.sees('Ik ben een computer');
  await parent.says('Ik wil een regisseur voor mijn gezin');
  await parent.sees('U mag vragen om een regisseur');
  await page.screenshot({ path: picture(`widget-${width}`) });
  await page.close();
}

async function demo(url: string): Promise<void> {
  const page = await (await browser()).newPage({ viewport: { width: 1440, height: 1100 } });
  await page.goto(`${url}/demo`);
  const parent = side(page, '#chat-ouder');
  const officer = side(page, '#chat-aanspreekpunt');
  await officer.sees(/mijn kaarten/);
  await side(page, '#chat-medewerker').says('Heeft gezin De Vries één plan en één regisseur?');
  const { number } = await filesInTheBrowser(parent);
  const nextMonth = new Date(Date.now() + 30 * DAY_MS).toISOString().slice(0, 10);
  await decidesInTheBrowser(officer, number, {
    effectiveOn: nextMonth,
    onOpened: async () => {
      await page.screenshot({ path: picture('demo') });
    },
  });
  await parent.sees(new RegExp(REASON));
  // A picture of a card shows what its conversation shows: tall enough for the whole of it.
  await page.evaluate(`document.querySelector('#chat-aanspreekpunt').style.height = '2400px'`);
  await officer.chat
    .locator('.bubble', { hasText: number })
    .filter({ hasText: 'Er is besloten' })
    .last()
    .screenshot({ path: picture('decided-card') });
  await page.close();
}

const app = await anApp({ env: { LOG_LEVEL: 'silent' } });
try {
  await phone(app.url, 390, 844);
  await phone(app.url, 320, 640);
  await demo(app.url);
} finally {
  await app.stop();
  await closeBrowser();
}
