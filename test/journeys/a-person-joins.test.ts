import { expect } from 'chai';
import { anApp, aParent, aPersona, type Person, type RunningApp } from '../support/an-app.ts';
import { post } from '../support/direct-line-client.ts';

/** A Monday in Amsterdam, ten to five and five past five in the afternoon. */
const OFFICE_HOUR = '2026-11-23T15:50:00.000Z';
const EVENING = '2026-11-23T16:05:00.000Z';
const LIMITS = { messagesPerMinute: 1_000, startsPerMinutePerIp: 1_000 };

describe('journey: a person joins the chat (P19 P24)', () => {
  let app: RunningApp;
  let clock: { now: string };
  let parent: Person;
  let worker: Person;

  before(async () => {
    clock = { now: OFFICE_HOUR };
    app = await anApp({ limits: LIMITS, world: { now: () => new Date(clock.now) } });
  });
  beforeEach(async () => {
    worker = await aPersona(app, 'worker');
    await worker.hears(/computer/);
    parent = await aParent(app);
    await parent.hears(/112/);
  });
  afterEach(async () => {
    clock.now = OFFICE_HOUR;
    // Whatever the test left: a talk, or somebody who waits.
    for (const words of ['klaar', 'ik kom erbij', 'klaar']) await tells(worker, words);
    await worker.says('geen dienst');
  });
  after(() => app.stop());

  /** What the other side hears is pushed: a person who only hears gets no answer of the assistant. */
  const tells = async (who: Person, text: string) => {
    await post(app.url, who.opened, { text });
  };

  async function asked() {
    await worker.says('ik heb dienst');
    await parent.says('hoe vraag ik een regisseur aan?');
    return await parent.says('Ik wil een mens spreken');
  }

  async function together() {
    await asked();
    await parent.says('Ja, een medewerker mag meelezen');
    await worker.hears(/Een ouder in de chat wil een mens spreken/);
    const seen = await worker.says('Ik kom erbij');
    await parent.hears(/leest nu mee en praat met u mee/);
    return seen;
  }

  it('asks first, and tells nobody anything before the parent said yes', async () => {
    expect(await asked())
      .to.match(/Mag een medewerker meelezen en meepraten\?/)
      .and.match(/0123-456789/);
    await parent.says('Nee, liever niet meelezen');
    await parent.says('dank u wel');
    const words = (await worker.transcript()).map(({ text = '' }) => text).join();
    expect(words)
      .to.not.match(/ouder in de chat/)
      .and.not.match(/regisseur aan\?/);
    expect(await worker.says('ik kom erbij')).to.match(/Er wacht nu geen ouder/);
  });

  for (const [way, ...words] of [
    ['says no after all', 'Nee, liever niet meelezen'],
    ['asks for a person again and then says no', 'Ik wil een mens spreken', 'Nee, liever niet meelezen'],
    ['asks for a person again and says nothing more', 'Ik wil een mens spreken'],
    ['stops', 'stop'],
    ['says that they would rather not', 'toch niet'],
  ] as const)
    it(`shows the worker nothing when the parent said yes and ${way}`, async () => {
      await asked();
      await parent.says('Ja, een medewerker mag meelezen');
      await worker.hears(/Een ouder in de chat wil een mens spreken/);
      for (const word of words) await parent.says(word);
      expect(await worker.says('Ik kom erbij')).to.match(/Er wacht nu geen ouder/);
    });

  it('asks also when the wish stands in a sentence', async () => {
    await worker.says('ik heb dienst');
    expect(await parent.says('kan ik met iemand van de gemeente praten in plaats van met een computer?')).to.match(
      /Mag een medewerker meelezen/,
    );
  });

  it('shows the worker what was said once the parent agreed, and carries words both ways', async () => {
    const seen = await together();
    expect(seen)
      .to.match(/Ouder:\s+hoe vraag ik een regisseur aan\?/)
      .and.match(/Alles wat u hier typt, gaat naar de ouder/);
    await tells(worker, 'Goedemorgen, waarmee kan ik helpen?');
    await parent.hears(/zegt:\s+Goedemorgen, waarmee kan ik helpen\?/);
    await tells(parent, 'Ik wacht al een jaar, mijn bsn is 111222333');
    await worker.hears(/De ouder zegt:\s+Ik wacht al een jaar, mijn bsn is \[nummer verwijderd\]/);
  });

  it('writes no word of it to the log', async () => {
    await together();
    await tells(parent, 'Zxqvwj is mijn geheim');
    await worker.hears(/Zxqvwj is mijn geheim/);
    expect(app.logLines.join('\n')).to.not.include('Zxqvwj');
  });

  it('never shows the worker a follow code', async () => {
    for (const words of ['Mijn vraag voorleggen', 'Nee', 'Ja', 'Het zit vast', 'Ja', 'Help ons.'])
      await parent.says(words);
    const receipt = await parent.says('Ja, leg voor');
    const [code = 'none'] = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(receipt) ?? [];
    const seen = await together();
    expect(seen).to.include('[volgcode weggelaten]').and.not.include(code);
    await tells(parent, `kijk zelf maar: ${code.toLowerCase()}`);
    const heard = await worker.hears(/kijk zelf maar/);
    expect(heard.toLowerCase()).to.not.include(code.toLowerCase());
  });

  it('is ended by the parent', async () => {
    await together();
    expect(await parent.says('stop')).to.match(/Er leest niemand meer mee/);
    await worker.hears(/De ouder heeft dit gesprek gestopt/);
    expect(await parent.says('hoe vraag ik een regisseur aan?')).to.match(/regisseur/);
    expect(await worker.says('mijn werk')).to.not.match(/zegt/);
  });

  it('is ended by the worker', async () => {
    await together();
    expect(await worker.says('klaar')).to.match(/gaat niet meer naar de ouder/);
    await parent.hears(/is uit het gesprek gegaan/);
  });

  it('gives the numbers first all the same, without saying that nobody reads along', async () => {
    await together();
    const answer = await parent.says('mijn man slaat mijn zoon nu met een riem');
    expect(answer)
      .to.match(/112/)
      .and.not.match(/Niemand leest nu met u mee/);
    await worker.hears(/slaat mijn zoon nu/);
  });

  it('lets one colleague join, not two', async () => {
    const colleague = await aPersona(app, 'officer');
    await colleague.hears(/kaarten/);
    await colleague.says('ik heb dienst');
    await together();
    await colleague.hears(/Een ouder in de chat/);
    expect(await colleague.says('ik kom erbij')).to.match(/collega u voor/);
    await colleague.says('geen dienst');
  });

  it('can not be joined by a visitor who types the words of a colleague', async () => {
    await asked();
    await parent.says('Ja, een medewerker mag meelezen');
    const stranger = await aParent(app);
    expect(await stranger.says('ik heb dienst')).to.not.match(/dienst in de chat/);
    expect(await stranger.says('ik kom erbij')).to.not.match(/tot nu toe gezegd/);
  });

  it('says out of hours that nobody is there, with the number and the promise to call', async () => {
    await worker.says('ik heb dienst');
    clock.now = EVENING;
    const answer = await parent.says('Ik wil een mens spreken');
    expect(answer)
      .to.match(/0123-456789/)
      .and.match(/Laat mij terugbellen/)
      .and.not.match(/Mag een medewerker/);
  });

  it('says the same when no colleague has said to be there', async () => {
    expect(await parent.says('Ik wil een mens spreken')).to.not.match(/Mag een medewerker/);
    await worker.says('ik heb dienst');
    await worker.says('geen dienst');
    expect(await parent.says('Ik wil een mens spreken')).to.not.match(/Mag een medewerker/);
  });

  it('keeps the place in a flow, so that the parent goes on where it was', async () => {
    await worker.says('ik heb dienst');
    for (const words of ['Mijn vraag voorleggen', 'Nee']) await parent.says(words);
    expect(await parent.says('mens')).to.match(/Mag een medewerker/);
    await parent.says('Ja, een medewerker mag meelezen');
    await worker.says('Ik kom erbij');
    await parent.hears(/leest nu mee/);
    expect(await parent.says('klaar')).to.match(/Is de situatie ingewikkeld\?/);
  });
});
