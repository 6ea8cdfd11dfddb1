import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { closeBrowser } from '../support/browser.ts';
import { botChoices, botText } from '../support/scripted-direct-line.ts';
import type { WidgetPage, WidgetPageOptions } from '../support/widget-page.ts';
import { eventually, focused, openWidgetPage, removeBuiltWeb } from '../support/widget-page.ts';

after(closeBrowser);
after(removeBuiltWeb);

const ANSWER = botText('U mag vragen om een regisseur.', {
  channelData: { regie: { tone: 'normal', links: [], answer: 'regisseur-aanvragen' } },
  ...botChoices('Leg het voor'),
});

describe('whether an answer helped (K8)', () => {
  let widget: WidgetPage;

  const start = async (options: WidgetPageOptions = {}) => {
    widget = await openWidgetPage(options);
    await widget.open();
    widget.server.push(ANSWER);
    await widget.page.getByRole('group', { name: 'Hielp dit antwoord?' }).waitFor();
  };
  const press = (name: string) => widget.page.getByRole('button', { name, exact: true }).click();
  const judgements = () =>
    widget.server.posted.flatMap(({ type, name, value }) =>
      type === 'event' && name === 'regie/feedback' ? [value] : [],
    );

  afterEach(async () => {
    await widget.close();
  });

  it('is asked under an answer only, never under danger or a question', async () => {
    await start();
    widget.server.push(
      botText('Bel nu 112.', { channelData: { regie: { tone: 'urgent', links: [] } } }),
      botText('Waar gaat het over?', botChoices('School')),
    );
    await widget.page.getByRole('button', { name: 'School' }).waitFor();
    expect(await widget.page.locator('.feedback').count()).to.equal(1);
  });

  it('goes to the server as an event: no message appears, and the choices stay as they were', async () => {
    await start();
    await press('Ja');
    await widget.page.getByText('Dank u wel.').first().waitFor();
    await eventually('the server heard', () => judgements().length === 1);
    expect(judgements()).to.deep.equal([{ answer: 'regisseur-aanvragen', helped: true, reason: null }]);
    expect(await widget.page.locator('.own').count()).to.equal(0);
    expect(await widget.page.getByRole('button', { name: 'Leg het voor' }).getAttribute('aria-disabled')).to.equal(
      null,
    );
  });

  it('asks after a no what went wrong, which may be left unanswered', async () => {
    await start();
    await press('Nee');
    await eventually('the no is sent at once', () => judgements().length === 1);
    await press('Dit klopt niet');
    await eventually('then the reason', () => judgements().length === 2);
    expect(judgements()).to.deep.equal([
      { answer: 'regisseur-aanvragen', helped: false, reason: null },
      { answer: 'regisseur-aanvragen', helped: false, reason: 'klopt-niet' },
    ]);
  });

  it('works with the keyboard, keeps the focus in its place and reads out what follows', async () => {
    await start();
    const nee = widget.page.getByRole('button', { name: 'Nee', exact: true });
    await nee.focus();
    await widget.page.keyboard.press('Enter');
    expect(await focused(widget.page)).to.match(/^div: Jammer\. Wat ging er mis\?/);
    await widget.page.keyboard.press('Tab');
    expect(await focused(widget.page)).to.equal('button: Ik begrijp het niet');
    await widget.page.keyboard.press('Space');
    expect(await focused(widget.page)).to.match(/^div: Dank u wel\./);
    await eventually('it is read out', async () =>
      (await widget.page.locator('.polite').innerText()).includes('Dank u wel.'),
    );
  });

  it('has no axe violation, fits in 320 pixels, and its buttons are 44 pixels high', async () => {
    await start({ context: { viewport: { width: 320, height: 568 } } });
    await press('Nee');
    await widget.page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const rules: unknown = await widget.page.evaluate(
      'axe.run(document).then((result) => result.violations.map((rule) => rule.id))',
    );
    expect(rules).to.deep.equal([]);
    for (const chip of await widget.page.locator('.feedback button').all()) {
      const box = await chip.boundingBox();
      expect(box?.height).to.be.at.least(44);
      expect((box?.x ?? 0) + (box?.width ?? 400)).to.be.at.most(320);
    }
  });

  it('is not asked again of what was said before the page was loaded anew', async () => {
    await start();
    await widget.page.reload();
    await widget.open();
    await widget.page.getByText('U mag vragen om een regisseur.').first().waitFor();
    expect(await widget.page.locator('.feedback').count()).to.equal(0);
  });
});
