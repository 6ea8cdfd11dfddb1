import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { closeBrowser } from '../support/browser.ts';
import { botCard, botChoices, botText } from '../support/scripted-direct-line.ts';
import type { WidgetPage, WidgetPageOptions } from '../support/widget-page.ts';
import { eventually, focused, openWidgetPage, removeBuiltWeb, styleOf } from '../support/widget-page.ts';

after(closeBrowser);
after(removeBuiltWeb);

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<unknown> {
  await page.evaluate(await axeSource);
  return page.evaluate(`axe.run(document).then((result) =>
    result.violations.map((rule) => rule.id + ' ' + rule.nodes.map((node) => node.target.flat().join(' ')).join(', ')))`);
}

/** Keeps what is said in the live regions, because an entry goes after a second. */
const LISTEN = `(() => {
  window.said = [];
  for (const region of document.querySelector('regie-chat').shadowRoot.querySelectorAll('[aria-live]')) {
    new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) window.said.push(region.className + ': ' + node.textContent);
    }).observe(region, { childList: true });
  }
})()`;

const URGENT = botText('Bel nu 112.\n\nWacht niet op de chat.', {
  channelData: { regie: { tone: 'urgent', links: [{ title: 'Bel 112', url: 'tel:112' }] } },
});
const CHOICES = botText('Waar gaat het over?', botChoices('Over school', 'Over thuis', 'Ik weet het niet'));
const FORM = botCard(
  {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Nieuwe vraag', style: 'heading' },
      {
        type: 'Input.ChoiceSet',
        id: 'b',
        label: 'Wat doet u?',
        isRequired: true,
        errorMessage: 'Kies.',
        choices: [{ title: 'Ik neem het op', value: 'x' }],
      },
      { type: 'Input.Text', id: 'c', label: 'Waarom?', isMultiline: true },
      { type: 'Input.Date', id: 'd', label: 'Wanneer?' },
      { type: 'Input.Toggle', id: 'e', title: 'Bericht aan de ouder' },
    ],
    actions: [{ type: 'Action.Submit', title: 'Leg vast' }],
  },
  'Nieuwe vraag, open de kaart.',
);

describe('the widget for everybody', () => {
  let widget: WidgetPage;

  const start = async (options: WidgetPageOptions = {}) => {
    widget = await openWidgetPage(options);
  };

  afterEach(async () => {
    await widget.close();
  });

  it('has no axe violation shut, open, with a choice, a card, an urgent message or a failed one', async () => {
    await start();
    await widget.launcher.waitFor();
    expect(await violations(widget.page), 'shut').to.deep.equal([]);
    await widget.open();
    expect(await violations(widget.page), 'open').to.deep.equal([]);
    widget.server.push(FORM, CHOICES, URGENT);
    await widget.page.getByText('Bel nu 112.').last().waitFor();
    await widget.page.getByRole('button', { name: 'Leg vast' }).click();
    await widget.page.getByRole('button', { name: 'Over thuis' }).click();
    expect(await violations(widget.page), 'after an urgent message').to.deep.equal([]);
    widget.server.down = true;
    await widget.say('Komt dit aan?');
    await widget.page.getByRole('button', { name: 'Opnieuw' }).waitFor();
    await widget.page.getByRole('button', { name: 'Menu' }).click();
    expect(await violations(widget.page), 'with a failed message and the menu').to.deep.equal([]);
  });

  it('is really looked into by axe: a label taken away inside the shadow root is found', async () => {
    await start();
    await widget.open();
    await widget.page.evaluate(`document.querySelector('regie-chat').shadowRoot.querySelector('label').remove()`);
    expect(JSON.stringify(await violations(widget.page))).to.contain('label');
  });

  it('reads new messages out apart from the conversation, urgent ones at once', async () => {
    await start();
    await widget.open();
    await widget.page.evaluate(LISTEN);
    widget.server.push(
      CHOICES,
      FORM,
      URGENT,
      botText('Zichtbaar', { speak: 'Hoorbaar' }),
      botText('Stil', { speak: '' }),
      botText('Slot.'),
    );
    await widget.page.locator('.bubble', { hasText: 'Slot.' }).waitFor();
    expect(await widget.page.evaluate('window.said')).to.deep.equal([
      'polite: Computer: Waar gaat het over? Aantal knoppen om uit te kiezen: 3.',
      'polite: Computer: Nieuwe vraag, open de kaart. Hierbij staat een formulier.',
      'assertive: Computer: Bel nu 112. Wacht niet op de chat. Aantal links: 1.',
      'polite: Hoorbaar',
      'polite: Computer: Slot.',
    ]);
    await eventually('the entries are gone again', async () => (await widget.page.locator('.live p').count()) === 0);
    expect(await widget.page.locator('.log [aria-live], .log[aria-live]').count()).to.equal(0);
  });

  it('moves the focus on a gesture only, never because something arrives', async () => {
    await start();
    await widget.open();
    await widget.page.getByRole('button', { name: 'Menu' }).focus();
    widget.server.push(CHOICES, FORM);
    await widget.page.getByRole('button', { name: 'Leg vast' }).waitFor();
    expect(await focused(widget.page)).to.equal('button: Menu');
    await widget.page.getByRole('button', { name: 'Over thuis' }).click();
    expect(await focused(widget.page)).to.match(/^textarea/);
    // Focus without the soft keyboard of a phone over the answer.
    expect(await widget.input.getAttribute('inputmode')).to.equal('none');
    await widget.input.click();
    expect(await widget.input.getAttribute('inputmode')).not.to.equal('none');
  });

  it('closes its menu with Esc before it closes itself', async () => {
    await start();
    await widget.open();
    await widget.page.getByRole('button', { name: 'Menu' }).click();
    await widget.page.getByRole('button', { name: 'Stop en wis' }).focus();
    await widget.page.keyboard.press('Escape');
    expect(await focused(widget.page)).to.equal('button: Menu');
    expect(await widget.input.isVisible()).to.equal(true);
  });

  it('starts a long answer at its beginning', async () => {
    await start();
    await widget.open();
    widget.server.push(
      botText('Eerder bericht.'),
      botText(`Begin van het antwoord.\n\n${'Nog een zin van een lang antwoord. '.repeat(120)}`),
    );
    const bubble = widget.page.locator('.bubble', { hasText: 'Eerder bericht' });
    await widget.page.getByText('Begin van het antwoord.').last().waitFor();
    const log = await widget.page.locator('.log').boundingBox();
    const first = await bubble.boundingBox();
    expect((first?.y ?? 0) - (log?.y ?? 0)).to.be.within(0, 40);
  });

  const SCREENS = [
    { name: 'a small phone', width: 320, height: 568 },
    { name: '400 % zoom', width: 320, height: 256 },
    { name: 'a phone on its side', width: 640, height: 320 },
  ];
  for (const { name, width, height } of SCREENS) {
    it(`fits on ${name}: no sideways scroll, input and emergency numbers in view`, async () => {
      await start({ context: { viewport: { width, height } } });
      await widget.open();
      widget.server.push(
        botText(
          'Een lange tekst met een heellangwoordzonderspaties'.repeat(8),
          botChoices('Een keuze met een heel lange naam die om moet lopen', 'Nee'),
        ),
        FORM,
      );
      await widget.page.getByRole('button', { name: 'Leg vast' }).waitFor();
      await widget.page.getByRole('button', { name: 'Nee' }).click();
      const sideways = await widget.page.evaluate(`(() => {
        const root = document.querySelector('regie-chat').shadowRoot;
        return [document.documentElement, root.querySelector('.panel'), root.querySelector('.log')].map((box) => box.scrollWidth - box.clientWidth);
      })()`);
      expect(sideways).to.deep.equal([0, 0, 0]);
      for (const part of [widget.input, ...(await widget.page.locator('.numbers a').all())]) {
        const box = await part.boundingBox();
        expect(box?.y ?? -1).to.be.within(0, height - (box?.height ?? 0));
        expect(box?.x ?? -1).to.be.within(0, width - (box?.width ?? 0));
      }
    });
  }

  it('has no target smaller than 44 by 44 pixels', async () => {
    await start({ context: { viewport: { width: 320, height: 568 } } });
    await widget.open();
    widget.server.push(FORM, CHOICES, URGENT);
    await widget.page.getByText('Bel nu 112.').last().waitFor();
    await widget.page.getByRole('button', { name: 'Leg vast' }).waitFor();
    await widget.page.getByRole('button', { name: 'Menu' }).click();
    const small =
      await widget.page.evaluate(`[...document.querySelector('regie-chat').shadowRoot.querySelectorAll('button, a, textarea')]
      .filter((node) => node.offsetParent).map((node) => [node.textContent, node.offsetWidth, node.offsetHeight])
      .filter(([, width, height]) => width < 44 || height < 44)`);
    expect(small).to.deep.equal([]);
  });

  it("takes the municipality's theme, and leaves it when it can't be read", async () => {
    const header = () => styleOf(widget.page, '.head', 'background-color');
    await start({
      css: ':root { --utrecht-button-primary-action-background-color: #00572f; --utrecht-document-background-color: transparent }',
    });
    await widget.launcher.waitFor();
    expect(await header()).to.equal('rgb(0, 87, 47)');
    await widget.close();
    await start({ css: ':root { --utrecht-button-primary-action-background-color: #ffd400 }' });
    await widget.launcher.waitFor();
    expect(await header()).to.equal('rgb(21, 66, 115)');
  });

  it('draws its own focus ring of two colours, and borders where colours are forced', async () => {
    await start({ context: { forcedColors: 'active' } });
    await widget.launcher.waitFor();
    await widget.page.keyboard.press('Tab');
    expect(await styleOf(widget.page, '.launcher', 'outline-style')).to.equal('solid');
    expect(await styleOf(widget.page, '.launcher', 'border-top-style')).to.equal('solid');
    await widget.page.emulateMedia({ forcedColors: 'none' });
    expect(await styleOf(widget.page, '.launcher', 'outline-color')).to.equal('rgb(0, 0, 0)');
    expect(await styleOf(widget.page, '.launcher', 'box-shadow')).to.contain('rgb(255, 255, 255)');
  });

  it('shows the three sides of the demo without an axe violation', async () => {
    await start();
    await widget.page.goto(`${widget.server.url}/demo.html`);
    await widget.page.getByRole('button', { name: 'Wat doet een regisseur?' }).click();
    await eventually('the example is posted', () =>
      widget.server.posted.some((activity) => activity.text === 'Wat doet een regisseur?'),
    );
    expect(widget.server.conversations).to.equal(3);
    expect(await violations(widget.page)).to.deep.equal([]);
    await widget.page.goto(`${widget.server.url}/index.html`);
    await widget.launcher.waitFor();
    expect(await violations(widget.page)).to.deep.equal([]);
  });
});
