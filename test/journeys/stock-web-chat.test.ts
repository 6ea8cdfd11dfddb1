import { expect } from 'chai';
import { anApp, type RunningApp } from '../support/an-app.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { stockWebChat } from '../support/stock-web-chat.ts';

const START = `(async () => {
  document.body.innerHTML = '<div id="chat" style="height: 600px"></div>';
  const response = await fetch('/v3/directline/tokens/generate', { method: 'POST' });
  const { token } = await response.json();
  const directLine = WebChat.createDirectLine({ domain: location.origin + '/v3/directline', token });
  WebChat.renderWebChat({ directLine, locale: 'nl-NL' }, document.getElementById('chat'));
})();`;

describe('journey: the stock Web Chat holds a conversation with our endpoint', () => {
  let app: RunningApp | undefined;
  let script: string | null;

  before(async function () {
    this.timeout(90_000);
    script = await stockWebChat();
    if (script === null) this.skip();
    app = await anApp();
  });
  after(async () => {
    await app?.stop();
    await closeBrowser();
  });

  it('is greeted, asks, is answered, and presses a choice', async function () {
    this.timeout(60_000);
    // Web Chat needs styles that the policy of our own page forbids; it must still be a page of this address.
    const context = await (await browser()).newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${app?.url ?? ''}/`);
    await page.addScriptTag({ content: script ?? '' });
    await page.addScriptTag({ content: START });
    await page.getByText('Ik ben een computer').first().waitFor();
    const box = page.locator('[data-id="webchat-sendbox-input"]');
    await box.fill('ik wil een regisseur');
    await box.press('Enter');
    await page.getByText('U mag vragen om een regisseur').first().waitFor();
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: /leg het voor/ })
      .click();
    await page.getByText('direct gevaar').first().waitFor();
    expect(await page.getByText('Verzenden mislukt').count()).to.equal(0);
    await context.close();
  });
});
