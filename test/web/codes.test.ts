import { expect } from 'chai';
import { closeBrowser } from '../support/browser.ts';
import { botCard, botText } from '../support/scripted-direct-line.ts';
import type { WidgetPage } from '../support/widget-page.ts';
import { eventually, openWidgetPage, PAGE, removeBuiltWeb } from '../support/widget-page.ts';

after(closeBrowser);
after(removeBuiltWeb);

const GIVEN =
  'Uw vraag ligt nu bij Johan.\n\nUw volgcode: K7QP-3M2X. Bewaar deze code goed.\n\nTyp uw volgcode. Hij ziet er zo uit: K7QP-3M2X.';

describe('numbers and codes in the chat', () => {
  let widget: WidgetPage;
  const show = async (width: number, html = PAGE) => {
    widget = await openWidgetPage({
      html,
      context: { viewport: { width, height: 640 }, permissions: ['clipboard-read', 'clipboard-write'] },
    });
  };
  afterEach(async () => {
    await widget.close();
  });
  const inChat = (script: string) =>
    widget.page.evaluate(
      `(() => { const root = document.querySelector('regie-chat').shadowRoot; return ${script}; })()`,
    );

  it('stay on one line, in words, on links and on cards, and are copied with their own hyphen', async () => {
    await show(390);
    await widget.open();
    const words = Array.from({ length: 12 }, (_, place) => `${'a'.repeat(place + 1)} 0800-0432 L-S58APR`).join(' ');
    const links = [{ title: `${'b'.repeat(20)} Bel 0800-0432`, url: 'tel:08000432' }];
    const body = [{ type: 'TextBlock', text: words, wrap: true }];
    widget.server.push(
      botText(words, { channelData: { regie: { tone: 'normal', links } } }),
      botCard({ type: 'AdaptiveCard', version: '1.5', body }),
    );
    await widget.page.locator('.ac-textBlock').waitFor();
    const lineCounts = "[...root.querySelectorAll('.whole')].map((one) => one.getClientRects().length)";
    expect(await inChat(lineCounts)).to.deep.equal(Array(24 + 1 + 24).fill(1));
    expect(await inChat("root.querySelector('.ac-textBlock').textContent")).to.equal(words);
    expect(await inChat("root.querySelector('.bubble p:not(.who)').textContent")).to.equal(words);
  });

  it('leave the number of a helpline where it stands: it is no code to copy', async () => {
    await show(390);
    await widget.open();
    widget.server.push(botText('Bel Veilig Thuis: 0800-2000. Dat kan dag en nacht.'));
    await widget.page.locator('.bubble', { hasText: 'Dat kan dag en nacht' }).waitFor();
    expect(await inChat("root.querySelectorAll('.code').length")).to.equal(0);
    expect(await widget.page.getByRole('button', { name: 'Kopieer de code' }).count()).to.equal(0);
  });

  it('show a follow code once large, letter by letter for who listens, with a button that copies it', async () => {
    await show(390);
    await widget.open();
    widget.server.push(botText(GIVEN));
    const code = widget.page.getByRole('img', { name: 'K 7 Q P 3 M 2 X' });
    await code.waitFor();
    expect(await code.count()).to.equal(1);
    expect(await code.textContent()).to.equal('K7QP-3M2X');
    expect(await inChat("parseFloat(getComputedStyle(root.querySelector('.code strong')).fontSize)")).to.be.at.least(
      22,
    );
    await widget.page
      .locator('.live', { hasText: 'Uw volgcode: K 7 Q P 3 M 2 X. Bewaar' })
      .waitFor({ state: 'attached' });
    await widget.page.getByRole('button', { name: 'Kopieer de code' }).click();
    await eventually(
      'the code is on the clipboard',
      async () => (await widget.page.evaluate('navigator.clipboard.readText()')) === 'K7QP-3M2X',
    );
    await widget.page.locator('.live', { hasText: 'De code is gekopieerd' }).waitFor({ state: 'attached' });
    expect(await widget.page.locator('.bubble p', { hasText: 'Bewaar deze code goed.' }).count()).to.equal(1);
  });

  it('say that copying failed when the browser does not allow it', async () => {
    await show(390);
    await widget.open();
    await widget.page.context().clearPermissions();
    await widget.page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))");
    widget.server.push(botText(GIVEN));
    await widget.page.getByRole('button', { name: 'Kopieer de code' }).click();
    await widget.page.locator('.live', { hasText: 'Schrijf de code op' }).waitFor({ state: 'attached' });
  });

  it('stand clear of the red frame around a question that was passed over, as all its words do', async () => {
    await show(390);
    await widget.open();
    const choices = ['Ja, bel 0800-0432', 'Nee'].map((title) => ({ title, value: title }));
    const question = {
      type: 'Input.ChoiceSet',
      id: 'x',
      label: 'Belt u?',
      isRequired: true,
      errorMessage: 'Kies.',
      choices,
    };
    const actions = [{ type: 'Action.Submit', title: 'Vastleggen' }];
    widget.server.push(botCard({ type: 'AdaptiveCard', version: '1.5', body: [question], actions }));
    await widget.page.getByRole('button', { name: 'Vastleggen' }).click();
    await widget.page.getByText('Kies.', { exact: true }).waitFor();
    const gap = (of: string, edge: string) =>
      inChat(
        `Math.abs(root.querySelector('${of}').getBoundingClientRect().${edge} - root.querySelector('div.ac-input-validation-failed').getBoundingClientRect().${edge})`,
      );
    expect(await gap('input[type=radio]', 'left')).to.be.at.least(8);
    expect(await gap('input[type=radio]', 'top')).to.be.at.least(8);
  });

  it('leave room under the page at 320 px, where the button is a bar over the whole width', async () => {
    await show(320, `<main>${'<p>Lees hier meer.</p>'.repeat(60)}<h2>Tot slot</h2></main>${PAGE}`);
    await widget.launcher.waitFor();
    await widget.page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const [bar, heading] = await Promise.all([
      widget.launcher.boundingBox(),
      widget.page.getByText('Lees hier meer.').last().boundingBox(),
    ]);
    expect([bar?.x, bar?.width]).to.deep.equal([0, 320]);
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).to.equal(640);
    expect((heading?.y ?? 0) + (heading?.height ?? 0)).to.be.at.most(bar?.y ?? 0);
  });
});
