/** Nothing arrives: whoever wrote something that can't wait must find the numbers under it, without a request. */
import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { closeBrowser } from '../support/browser.ts';
import { botCard } from '../support/scripted-direct-line.ts';
import { eventually, openWidgetPage, removeBuiltWeb, type WidgetPage } from '../support/widget-page.ts';

const PARENT = '<regie-chat inline></regie-chat><script async src="{{chat}}/widget.js"></script>';
const COLLEAGUE =
  '<regie-chat inline persona="worker" token-url="/demo/token"></regie-chat><script async src="{{chat}}/widget.js"></script>';
const NARROW = { viewport: { width: 320, height: 640 } };
const NUMBERS = ['tel:112', 'tel:113', 'tel:08000113', 'tel:08002000'];
const FORM = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'vraag', label: 'Uw vraag' }],
  actions: [{ type: 'Action.Submit', title: 'Vastleggen', data: { cardRef: 'k1' } }],
};

describe('a message that did not arrive', () => {
  let widget: WidgetPage;
  after(closeBrowser);
  after(removeBuiltWeb);
  afterEach(() => widget.close());

  async function opened(html: string): Promise<void> {
    widget = await openWidgetPage({ html, context: NARROW });
    await widget.page.locator('.status').waitFor({ state: 'hidden' });
    await eventually('the conversation began', () => widget.server.conversations === 1);
  }

  const linksIn = async (part: string) =>
    Promise.all((await widget.page.locator(`${part} a`).all()).map((link) => link.getAttribute('href')));

  it('has 112, 113 and Veilig Thuis under it as numbers to press, each on one line, and reads them out', async () => {
    await opened(PARENT);
    widget.server.down = true;
    const readOut = widget.page.locator('.assertive p', { hasText: /Bel 113 of 0800-0113/ });
    const heard = readOut.waitFor({ state: 'attached' });
    await widget.say('ik wil dood');
    await heard;
    await widget.page.locator('.failed').waitFor();
    expect(await linksIn('.failed')).to.deep.equal(NUMBERS);
    for (const link of await widget.page.locator('.failed a').all()) {
      const box = await link.boundingBox();
      expect(box?.height).to.be.within(24, 50);
      expect((box?.x ?? 999) + (box?.width ?? 999)).to.be.at.most(320);
    }
  });

  it('has them under a form that was not sent as well', async () => {
    await opened(PARENT);
    widget.server.push(botCard(FORM));
    await widget.page.locator('.card input').fill('ik wil dood');
    widget.server.down = true;
    await widget.page.getByRole('button', { name: 'Vastleggen' }).click();
    await widget.page.locator('.notice', { hasText: 'niet verstuurd' }).waitFor();
    expect(await linksIn('.notice')).to.deep.equal(NUMBERS);
  });

  it('has none in a chat of a colleague', async () => {
    await opened(COLLEAGUE);
    widget.server.down = true;
    await widget.say('Mijn kaarten');
    await widget.page.locator('.failed').waitFor();
    expect(await linksIn('.failed')).to.deep.equal([]);
  });

  it('comes with a line that has the number of the municipality whole and to press', async () => {
    await opened(PARENT);
    widget.server.down = true;
    widget.server.killSockets();
    const phone = widget.page.locator('.status a');
    await phone.waitFor();
    expect(await phone.getAttribute('href')).to.equal('tel:140123');
    expect((await phone.boundingBox())?.height).to.be.lessThan(30);
  });
});

/** Its sides, in CSS px from the left of the screen. */
async function boxOf(part: Locator): Promise<{ readonly left: number; readonly right: number }> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { left: box.x, right: box.x + box.width };
}

describe('the numbers above the conversation', () => {
  let widget: WidgetPage;
  after(closeBrowser);
  after(removeBuiltWeb);
  afterEach(() => widget.close());

  for (const margin of [0, 17, 34, 68])
    it(`stay inside it with room beside them, ${margin * 2} px narrower than the narrowest screen`, async () => {
      widget = await openWidgetPage({
        html: PARENT,
        phone: '0123-456789',
        css: `body { margin: 0 ${margin}px; }`,
        context: NARROW,
      });
      await widget.page.locator('.status').waitFor({ state: 'hidden' });
      const bar = await boxOf(widget.page.locator('.numbers'));
      const numbers = await widget.page.locator('.numbers strong').all();
      expect(numbers).to.have.length(3);
      for (const number of numbers) {
        const { left, right } = await boxOf(number);
        expect(left).to.be.at.least(bar.left + 4);
        expect(right).to.be.at.most(bar.right - 4);
      }
    });
});
