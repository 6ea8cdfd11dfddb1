/** A form is still open when its conversation ends, e.g. because the server started anew. */
import { expect } from 'chai';
import { closeBrowser } from '../support/browser.ts';
import { botCard, botText } from '../support/scripted-direct-line.ts';
import { eventually, openWidgetPage, removeBuiltWeb, type WidgetPage } from '../support/widget-page.ts';

const FORM = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'vraag', label: 'Uw vraag' }],
  actions: [{ type: 'Action.Submit', title: 'Vastleggen', data: { cardRef: 'k1' } }],
};
const WORDS = 'Niemand belt terug.';
const SENT = { cardRef: 'k1', vraag: WORDS };
const COLLEAGUE = '<regie-chat inline persona="worker" token-url="/demo/token"></regie-chat>';
const PARENT = '<regie-chat inline></regie-chat>';

describe('a form whose conversation ended', () => {
  let widget: WidgetPage;
  after(closeBrowser);
  after(removeBuiltWeb);
  afterEach(() => widget.close());

  const button = () => widget.page.getByRole('button', { name: 'Vastleggen' });
  const notice = (words: string) => widget.page.locator('.notice', { hasText: words });
  const typed = () => widget.page.locator('.card input').inputValue();

  async function filledIn(html: string): Promise<void> {
    widget = await openWidgetPage({ html: `${html}<script async src="{{chat}}/widget.js"></script>` });
    await widget.page.locator('.status').waitFor({ state: 'hidden' });
    await eventually('the conversation began', () => widget.server.conversations === 1);
    widget.server.push(botCard(FORM));
    await widget.page.locator('.card input').fill(WORDS);
  }

  async function startedAnew(): Promise<void> {
    widget.server.forget();
    widget.server.killSockets();
    await notice('Dit gesprek is afgelopen').waitFor();
  }

  const answers = () => {
    widget.server.answer = () => [botText('Het is vastgelegd.')];
  };

  it('is sent in a new conversation of the same colleague, with what was typed, and once', async () => {
    await filledIn(COLLEAGUE);
    await startedAnew();
    answers();
    await button().click();
    await widget.page.locator('.bubble', { hasText: 'Het is vastgelegd' }).waitFor();
    expect(widget.server.posted.map(({ value }) => value)).to.deep.equal([SENT]);
    expect(widget.server.conversations).to.equal(2);
    expect(await typed()).to.equal(WORDS);
    expect(await widget.page.getByRole('button', { name: 'Begin een nieuw gesprek' }).count()).to.equal(0);
  });

  it('is sent by the press itself when that is how the end is found out', async () => {
    await filledIn(COLLEAGUE);
    widget.server.forget();
    answers();
    await button().click();
    await widget.page.locator('.bubble', { hasText: 'Het is vastgelegd' }).waitFor();
    expect(widget.server.posted.map(({ value }) => value)).to.deep.equal([SENT]);
  });

  it('keeps what a colleague typed when a new conversation is begun beside it', async () => {
    await filledIn(COLLEAGUE);
    await startedAnew();
    await widget.page.getByRole('button', { name: 'Begin een nieuw gesprek' }).click();
    await eventually('a new conversation began', () => widget.server.conversations === 2);
    expect(await typed()).to.equal(WORDS);
    answers();
    await button().click();
    await widget.page.locator('.bubble', { hasText: 'Het is vastgelegd' }).waitFor();
    expect(widget.server.posted.map(({ value }) => value)).to.deep.equal([SENT]);
  });

  it('says to a visitor that it was not sent, keeps the words, and names what a new conversation wipes', async () => {
    await filledIn(PARENT);
    await startedAnew();
    await button().click();
    await notice('niet verstuurd, want dit gesprek is afgelopen').waitFor();
    expect(await typed()).to.equal(WORDS);
    expect(await button().getAttribute('aria-disabled')).to.equal(null);
    expect(widget.server.posted).to.deep.equal([]);
    await widget.page.getByRole('button', { name: 'Wis dit gesprek en begin een nieuw gesprek' }).click();
    expect(await button().count()).to.equal(0);
  });
});
