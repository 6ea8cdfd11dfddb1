import { expect } from 'chai';
import { closeBrowser } from '../support/browser.ts';
import { botCard, botText, type Json } from '../support/scripted-direct-line.ts';
import type { WidgetPage } from '../support/widget-page.ts';
import { eventually, focused, openWidgetPage, removeBuiltWeb } from '../support/widget-page.ts';

after(closeBrowser);
after(removeBuiltWeb);

const lines = (count: number, words: string) =>
  Array.from({ length: count }, (_, place) => ({ type: 'TextBlock', text: `${words} ${place}`, wrap: true }));
const card = (heading: string, button: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: heading, style: 'heading', wrap: true }, ...lines(30, `Regel van ${heading}`)],
  actions: [{ type: 'Action.Submit', title: button, data: { cardRef: heading } }],
});
const CHECK = card('De uitslag', 'Wat hebt u gehoord?');
const FORM = card('Leg het vast', 'Vastleggen');

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
])
  describe(`what is pressed in a chat of ${viewport.width} px wide`, () => {
    let widget: WidgetPage;
    beforeEach(async () => {
      widget = await openWidgetPage({ context: { viewport } });
      await widget.open();
    });
    afterEach(async () => {
      await widget.close();
    });

    const inChat = async (script: string) =>
      Number(
        await widget.page.evaluate(
          `(() => { const root = document.querySelector('regie-chat').shadowRoot, log = root.querySelector('.log'); return ${script}; })()`,
        ),
      );
    const scrolled = () => inChat('log.scrollTop');
    /** How far the newest message begins below the top of the conversation, in pixels. */
    const newestBelowTop = () =>
      inChat(
        "root.querySelector('.messages > li:last-child').getBoundingClientRect().top - log.getBoundingClientRect().top",
      );
    const press = () => widget.page.getByRole('button', { name: 'Wat hebt u gehoord?' });
    const showsTheCheck = async (...also: readonly Json[]) => {
      widget.server.push({ ...botCard(CHECK), id: 'uitslag' }, ...also);
      await press().waitFor();
    };
    const formIsInView = () =>
      eventually('the form begins at the top, with the focus on its heading', async () => {
        const below = await newestBelowTop();
        return below >= 0 && below < 24 && /^div: Leg het vast$/.test(await focused(widget.page));
      });

    it('is answered at the top of the view, with the focus on the heading of the answer', async () => {
      await showsTheCheck();
      widget.server.answer = () => [botCard(FORM)];
      await press().focus();
      await widget.page.keyboard.press('Enter');
      await formIsInView();
    });

    it('is answered there also when the pressed card itself changes first', async () => {
      await showsTheCheck();
      widget.server.answer = () => [{ ...botCard({ ...CHECK, actions: [] }), id: 'uitslag' }, botCard(FORM)];
      await press().click();
      await formIsInView();
    });

    for (const [how, answer] of [
      ['changed', { ...CHECK, actions: [] }],
      ['as it was', CHECK],
    ] as const)
      it(`shows the card that a row opens where it stands, higher up, ${how}`, async () => {
        await showsTheCheck({ ...botCard(card('Mijn lijst', 'Open de uitslag')), id: 'lijst' });
        widget.server.answer = () => [{ ...botCard(answer), id: 'uitslag' }];
        await widget.page.getByRole('button', { name: 'Open de uitslag' }).click();
        await eventually('the card is at the top, with the focus on its heading', async () => {
          const below = await inChat(
            "root.querySelector('.messages > li').getBoundingClientRect().top - log.getBoundingClientRect().top",
          );
          return Math.abs(below) < 60 && /^div: De uitslag$/.test(await focused(widget.page));
        });
      });

    it('leaves the focus of somebody who typed on, and still shows the answer', async () => {
      await showsTheCheck();
      await press().click();
      await widget.input.focus();
      widget.server.push(botCard(FORM));
      await eventually('the form begins at the top', async () => Math.abs(await newestBelowTop()) < 24);
      expect(await focused(widget.page)).to.match(/^textarea/);
    });

    it('does not move somebody who reads back when something comes that was not asked for', async () => {
      await showsTheCheck(botText('Einde.'));
      await widget.page.locator('.bubble', { hasText: 'Einde.' }).waitFor();
      await inChat('(log.scrollTop = 40)');
      widget.server.push(botText('Nieuws van iemand anders.'));
      await widget.page.locator('.bubble', { hasText: 'Nieuws van' }).waitFor();
      expect(await scrolled()).to.equal(40);
      await inChat('(log.scrollTop = log.scrollHeight)');
      widget.server.push(botText('Nog meer nieuws.'));
      await widget.page.locator('.bubble', { hasText: 'Nog meer' }).waitFor();
      expect(await inChat('log.scrollHeight - log.clientHeight - log.scrollTop')).to.be.below(2);
    });
  });
