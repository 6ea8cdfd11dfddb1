import { expect } from 'chai';
import { botChoices, botText } from '../support/scripted-direct-line.ts';
import { eventually, EXIT_URL, focused } from '../support/widget-page.ts';
import { aConversation } from './a-conversation.ts';

describe('a conversation in the widget', () => {
  const chat = aConversation();
  const { bubbles, posted } = chat;

  it('stays shut and calls nobody until it is opened', async () => {
    await chat.widget.launcher.waitFor();
    expect(await chat.widget.input.isVisible()).to.equal(false);
    expect(chat.widget.server.requests.filter((line) => line.includes('/v3/'))).to.deep.equal([]);
    expect(await focused(chat.widget.page)).to.match(/^body/);
  });

  it('works with the keyboard alone', async () => {
    chat.widget.server.answer = (said) =>
      said.text === 'Wat doet een regisseur?'
        ? [botText('Een regisseur houdt het overzicht.', botChoices('Vraag erom', 'Ik weet het niet'))]
        : [];
    const { keyboard } = chat.widget.page;
    await chat.widget.launcher.waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    expect(await focused(chat.widget.page)).to.match(/^textarea/);
    await keyboard.type('Wat doet een regisseur?');
    await keyboard.press('Enter');
    await bubbles('houdt het overzicht').waitFor();
    await keyboard.press('Shift+Tab');
    expect(await focused(chat.widget.page)).to.equal('button: Ik weet het niet');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    expect(await focused(chat.widget.page)).to.match(/^textarea/);
    await eventually('the choice is posted', () => posted().includes('Vraag erom'));
    await keyboard.press('Escape');
    await chat.widget.launcher.waitFor();
    expect(await focused(chat.widget.page)).to.equal('button: Ga verder met de chat');
    expect(posted()).to.deep.equal(['Wat doet een regisseur?', 'Vraag erom']);
  });

  it('sends a choice once when it is pressed twice, and keeps the answer readable', async () => {
    await chat.widget.open();
    chat.widget.server.push(botText('Is er gevaar?', botChoices('Nee', 'Ja')));
    const choice = chat.widget.page.getByRole('button', { name: 'Nee' });
    await choice.dblclick();
    await bubbles('Nee').waitFor();
    await choice.click({ force: true });
    await chat.widget.say('klaar');
    await eventually('the next message is posted', () => posted().includes('klaar'));
    expect(posted()).to.deep.equal(['Nee', 'klaar']);
    expect(await choice.getAttribute('aria-disabled')).to.equal('true');
    expect(await choice.getAttribute('tabindex')).to.equal('-1');
    expect(await choice.isVisible()).to.equal(true);
  });

  it('is there again after a reload, without opening by itself', async () => {
    chat.widget.server.answer = () => [botText('Antwoord van de gemeente.')];
    await chat.widget.open();
    await chat.widget.say('Mijn vraag');
    await bubbles('Antwoord van de gemeente').waitFor();
    await chat.widget.page.reload();
    await chat.widget.page.getByRole('button', { name: 'Ga verder met de chat' }).waitFor();
    expect(await chat.widget.input.isVisible()).to.equal(false);
    await chat.widget.open();
    await bubbles('Antwoord van de gemeente').waitFor();
    chat.widget.server.push(botText('En nog iets.'));
    await bubbles('En nog iets').waitFor();
    expect(await bubbles('Mijn vraag').count()).to.equal(1);
    expect(await bubbles('Antwoord van de gemeente').count()).to.equal(1);
    expect(chat.widget.server.conversations).to.equal(1);
  });

  it('loses nothing and repeats nothing when the socket is cut', async () => {
    await chat.widget.open();
    chat.widget.server.push(botText('Voor de storing.'));
    await bubbles('Voor de storing').waitFor();
    chat.widget.server.killSockets();
    chat.widget.server.push(botText('Tijdens de storing.'));
    await bubbles('Tijdens de storing').waitFor();
    chat.widget.server.push(botText('Na de storing.'));
    await bubbles('Na de storing').waitFor();
    expect(chat.widget.server.requests).to.include('GET /v3/directline/conversations/c1?watermark=1');
    for (const when of ['Voor', 'Tijdens', 'Na']) expect(await bubbles(`${when} de storing`).count(), when).to.equal(1);
  });

  it('polls where the network lets no WebSocket through', async () => {
    chat.widget.server.withoutSockets = true;
    chat.widget.server.answer = () => [botText('Ook zo komt het aan.')];
    await chat.widget.launcher.click();
    await chat.widget.say('Hallo');
    await bubbles('Ook zo komt het aan').waitFor();
    expect(await bubbles('Hallo').count()).to.equal(1);
  });

  it('offers to send again what did not arrive, with the numbers in view', async () => {
    await chat.widget.open();
    chat.widget.server.down = true;
    chat.widget.server.killSockets();
    await chat.widget.say('Komt dit aan?');
    const again = chat.widget.page.getByRole('button', { name: 'Opnieuw' });
    await again.waitFor();
    await chat.widget.page.getByText('De chat is nu niet bereikbaar').first().waitFor();
    for (const number of ['112', '0800-2000', '14 0123']) {
      const above = chat.widget.page.locator('.numbers').getByRole('link', { name: number });
      expect(await above.isVisible(), number).to.equal(true);
    }
    chat.widget.server.down = false;
    await again.click();
    await again.waitFor({ state: 'detached' });
    expect(posted()).to.deep.equal(['Komt dit aan?']);
    expect(await bubbles('Komt dit aan?').count()).to.equal(1);
    await chat.widget.page.locator('.status').waitFor({ state: 'hidden' });
  });

  it('shows an answer that came with the POST, and shows it once', async () => {
    const answer = {
      ...botText('Bel nu 112.', { channelData: { regie: { tone: 'urgent', links: [] } } }),
      type: 'message',
      id: 'nood-1',
    };
    chat.widget.server.answerInPost = () => [answer];
    chat.widget.server.answer = () => [answer];
    await chat.widget.open();
    await chat.widget.say('er is gevaar');
    await bubbles('Bel nu 112').waitFor();
    chat.widget.server.push(botText('Daarna.'));
    await bubbles('Daarna').waitFor();
    expect(await bubbles('Bel nu 112').count()).to.equal(1);
  });

  it('takes away what was taken back', async () => {
    await chat.widget.open();
    chat.widget.server.push({ ...botText('Een vergissing.'), id: 'fout-1' });
    await bubbles('Een vergissing').waitFor();
    chat.widget.server.push({ type: 'messageDelete', id: 'fout-1' });
    await bubbles('Een vergissing').waitFor({ state: 'detached' });
  });

  it('says so when the conversation is over, and begins a new one', async () => {
    await chat.widget.open();
    chat.widget.server.expired = true;
    await chat.widget.say('Bent u er nog?');
    await chat.widget.page.getByText('Dit gesprek is afgelopen').first().waitFor();
    chat.widget.server.expired = false;
    await chat.widget.page.getByRole('button', { name: 'Begin een nieuw gesprek' }).click();
    expect(await focused(chat.widget.page)).to.match(/^textarea/);
    chat.widget.server.answer = () => [botText('Ja, ik ben er.')];
    await chat.widget.say('Hallo');
    await bubbles('Ja, ik ben er').waitFor();
    expect(chat.widget.server.conversations).to.equal(2);
  });

  it('is wiped with "Stop en wis" and ends on the server', async () => {
    await chat.widget.open();
    await chat.widget.say('Iets persoonlijks');
    await eventually('it is posted', () => posted().length === 1);
    await chat.widget.page.getByRole('button', { name: 'Menu' }).click();
    await chat.widget.page.getByRole('button', { name: 'Stop en wis' }).click();
    expect(await focused(chat.widget.page)).to.equal('button: Begin een nieuw gesprek');
    expect(await bubbles('Iets persoonlijks').count()).to.equal(0);
    await eventually('the end is posted', () =>
      chat.widget.server.posted.some((activity) => activity.type === 'endOfConversation'),
    );
    expect(await chat.widget.page.evaluate('sessionStorage.length')).to.equal(0);
  });

  it('is left at once with three times Shift: forgotten, and no way back to the page', async () => {
    await chat.widget.open();
    await chat.widget.say('Iets persoonlijks');
    const before = Number(await chat.widget.page.evaluate('history.length'));
    for (let press = 0; press < 3; press += 1) await chat.widget.page.keyboard.press('Shift');
    await chat.widget.page.waitForURL(EXIT_URL);
    expect(await chat.widget.page.evaluate('history.length')).to.equal(before);
    await chat.widget.page.goto(chat.widget.server.url);
    await chat.widget.page.getByRole('button', { name: 'Stel uw vraag in de chat' }).waitFor();
  });

  it('is not left by Esc, nor by Shift in capitals', async () => {
    await chat.widget.open();
    for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Escape']) await chat.widget.page.keyboard.press(key);
    await chat.widget.launcher.waitFor();
    expect(chat.widget.page.url()).to.equal(`${chat.widget.server.url}/`);
  });
});
