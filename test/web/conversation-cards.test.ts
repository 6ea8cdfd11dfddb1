import { expect } from 'chai';
import { botCard, botChoices, botText } from '../support/scripted-direct-line.ts';
import { eventually, focused } from '../support/widget-page.ts';
import { aConversation } from './a-conversation.ts';

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
  const chat = aConversation();
  const { bubbles, posted } = chat;

  it('keeps the buttons of a newer message when a card comes late', async () => {
    let release: () => void = () => undefined;
    chat.widget.server.cardsHeldUntil = new Promise((done) => {
      release = done;
    });
    await chat.widget.open();
    chat.widget.server.push(
      botCard(FORM, 'Een formulier voor uw vraag'),
      botText('Of kies:', botChoices('Liever bellen')),
    );
    await chat.widget.page.getByRole('button', { name: 'Liever bellen' }).waitFor();
    expect(await bubbles('Een formulier voor uw vraag').count()).to.equal(1);
    release();
    await chat.widget.page.getByRole('button', { name: 'Verstuur de kaart' }).waitFor();
    await chat.widget.page.getByRole('button', { name: 'Liever bellen' }).click();
    await eventually('the choice is posted', () => posted().includes('Liever bellen'));
    const order = await chat.widget.page.locator('.messages > li').allInnerTexts();
    expect(order[0]).to.contain('Leg uw vraag voor');
    expect(order[1]).to.contain('Of kies:');
  });

  it('submits a card once, names the missing field, and takes the new card in its place', async () => {
    await chat.widget.open();
    const card = { ...botCard(FORM), id: 'kaart-1' };
    chat.widget.server.push(card);
    const submit = chat.widget.page.getByRole('button', { name: 'Verstuur de kaart' });
    await submit.click();
    await chat.widget.page.getByText('Schrijf uw vraag op.').waitFor();
    expect(await focused(chat.widget.page)).to.match(/^input/);
    await chat.widget.page.locator('.card input').fill('Wie houdt het overzicht?');
    const done = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: 'Uw vraag is voorgelegd.' }],
    };
    chat.widget.server.answer = () => [{ ...botCard(done, 'Uw vraag is voorgelegd.'), id: 'kaart-1' }];
    await submit.dblclick();
    await chat.widget.page.locator('.card').getByText('Uw vraag is voorgelegd.').waitFor();
    expect(chat.widget.server.posted.map((activity) => activity.value)).to.deep.equal([
      { cardRef: 'k1', vraag: 'Wie houdt het overzicht?' },
    ]);
    expect(await submit.count()).to.equal(0);
    expect(await focused(chat.widget.page)).to.match(/^li: .*Uw vraag is voorgelegd/);
  });

  it('lets a card be sent again when it did not arrive', async () => {
    await chat.widget.open();
    chat.widget.server.push(botCard({ ...FORM, body: [] }));
    const submit = chat.widget.page.getByRole('button', { name: 'Verstuur de kaart' });
    await submit.waitFor();
    chat.widget.server.down = true;
    await submit.click();
    await chat.widget.page.locator('.notice', { hasText: 'niet verstuurd' }).waitFor();
    chat.widget.server.down = false;
    expect(await submit.getAttribute('aria-disabled')).to.equal(null);
    await submit.click();
    await eventually('the card is posted', () => chat.widget.server.posted.length === 1);
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
    await chat.widget.open();
    chat.widget.server.push(botCard(question), botCard(question));
    await chat.widget.page.getByRole('radiogroup', { name: 'Wat doet u?' }).nth(1).waitFor();
    await chat.widget.page.getByRole('radio', { name: 'Aannemen' }).first().check();
    await chat.widget.page.getByRole('radio', { name: 'Afwijzen' }).nth(1).check();
    await chat.widget.page.getByRole('button', { name: 'Verstuur de kaart' }).first().click();
    await eventually('the first card is posted', () => chat.widget.server.posted.length === 1);
    expect(posted()).to.deep.equal([{ cardRef: 'k1', besluit: 'ja' }]);
  });
});
