import { expect } from 'chai';
import { closeBrowser } from '../support/browser.ts';
import { botCard, botChoices, botText } from '../support/scripted-direct-line.ts';
import type { WidgetPage } from '../support/widget-page.ts';
import { eventually, focused, openWidgetPage, removeBuiltWeb } from '../support/widget-page.ts';

after(closeBrowser);
after(removeBuiltWeb);

const FORM = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Leg uw vraag voor' },
    { type: 'Input.Text', id: 'vraag', label: 'Uw vraag', isRequired: true, errorMessage: 'Schrijf uw vraag op.' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Verstuur de kaart', data: { cardRef: 'k1' } }],
};

describe('a conversation in the widget', () => {
  let widget: WidgetPage;

  beforeEach(async () => {
    widget = await openWidgetPage();
  });

  afterEach(async () => {
    await widget.close();
  });

  const bubbles = (words: string) => widget.page.locator('.bubble', { hasText: words });
  const posted = () => widget.server.posted.map((activity) => activity.text ?? activity.value);

  it('keeps the buttons of a newer message when a card comes late', async () => {
    let release: () => void = () => undefined;
    widget.server.cardsHeldUntil = new Promise((done) => {
      release = done;
    });
    await widget.open();
    widget.server.push(botCard(FORM, 'Een formulier voor uw vraag'), botText('Of kies:', botChoices('Liever bellen')));
    await widget.page.getByRole('button', { name: 'Liever bellen' }).waitFor();
    expect(await bubbles('Een formulier voor uw vraag').count()).to.equal(1);
    release();
    await widget.page.getByRole('button', { name: 'Verstuur de kaart' }).waitFor();
    await widget.page.getByRole('button', { name: 'Liever bellen' }).click();
    await eventually('the choice is posted', () => posted().includes('Liever bellen'));
    const order = await widget.page.locator('.messages > li').allInnerTexts();
    expect(order[0]).to.contain('Leg uw vraag voor');
    expect(order[1]).to.contain('Of kies:');
  });

  it('submits a card once, names the missing field, and takes the new card in its place', async () => {
    await widget.open();
    const card = { ...botCard(FORM), id: 'kaart-1' };
    widget.server.push(card);
    const submit = widget.page.getByRole('button', { name: 'Verstuur de kaart' });
    await submit.click();
    await widget.page.getByText('Schrijf uw vraag op.').waitFor();
    expect(await focused(widget.page)).to.match(/^input/);
    await widget.page.locator('.card input').fill('Wie houdt het overzicht?');
    const done = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: 'Uw vraag is voorgelegd.' }],
    };
    widget.server.answer = () => [{ ...botCard(done, 'Uw vraag is voorgelegd.'), id: 'kaart-1' }];
    await submit.dblclick();
    await widget.page.locator('.card').getByText('Uw vraag is voorgelegd.').waitFor();
    expect(widget.server.posted.map((activity) => activity.value)).to.deep.equal([
      { cardRef: 'k1', vraag: 'Wie houdt het overzicht?' },
    ]);
    expect(await submit.count()).to.equal(0);
    expect(await focused(widget.page)).to.match(/^li: .*Uw vraag is voorgelegd/);
  });

  it('lets a card be sent again when it did not arrive', async () => {
    await widget.open();
    widget.server.push(botCard({ ...FORM, body: [] }));
    const submit = widget.page.getByRole('button', { name: 'Verstuur de kaart' });
    await submit.waitFor();
    widget.server.down = true;
    await submit.click();
    await widget.page.locator('.notice', { hasText: 'niet verstuurd' }).waitFor();
    widget.server.down = false;
    expect(await submit.getAttribute('aria-disabled')).to.equal(null);
    await submit.click();
    await eventually('the card is posted', () => widget.server.posted.length === 1);
  });

  it('keeps the answers of two cards with the same question apart', async () => {
    const question = {
      ...FORM,
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'besluit',
          label: 'Wat doet u?',
          choices: [
            { title: 'Aannemen', value: 'ja' },
            { title: 'Afwijzen', value: 'nee' },
          ],
        },
      ],
    };
    await widget.open();
    widget.server.push(botCard(question), botCard(question));
    await widget.page.getByRole('radiogroup', { name: 'Wat doet u?' }).nth(1).waitFor();
    await widget.page.getByRole('radio', { name: 'Aannemen' }).first().check();
    await widget.page.getByRole('radio', { name: 'Afwijzen' }).nth(1).check();
    await widget.page.getByRole('button', { name: 'Verstuur de kaart' }).first().click();
    await eventually('the first card is posted', () => widget.server.posted.length === 1);
    expect(posted()).to.deep.equal([{ cardRef: 'k1', besluit: 'ja' }]);
  });
});
