import { expect } from 'chai';
import { anApp, aParent, aPersona, cardRefIn, numberIn, type Person, type RunningApp } from '../support/an-app.ts';

const OWN_WORDS =
  'Ik regel alles zelf en het wordt mij te veel. Dimence zou de regie doen maar dat gaat niet. Ik wil één persoon die naast ons staat.';

describe('journey: an escalation is filed, decided and answered (P6 P8 P9 P10 P14 O1 O2 O8)', () => {
  let app: RunningApp;
  let parent: Person;
  let officer: Person;

  beforeEach(async () => {
    app = await anApp();
    parent = await aParent(app);
    officer = await aPersona(app, 'officer');
    await officer.hears(/mijn kaarten/);
  });
  afterEach(() => app.stop());

  async function files(): Promise<string> {
    await parent.says('Mijn vraag voorleggen');
    await parent.says('Nee');
    for (const answer of ['Ja', 'Het zit vast', 'Weet ik niet']) await parent.says(answer);
    await parent.says(OWN_WORDS);
    return await parent.says('Ja, leg voor');
  }

  it('gives the parent a number, a follow code and a promised date at once', async () => {
    const receipt = await files();
    expect(receipt).to.match(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/);
    expect(receipt).to.match(/L-[0-9A-Z]{6}/);
    expect(receipt).to.match(
      /\d{1,2} (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}/,
    );
  });

  it('brings the officer a card without personal data, and shows the own words verbatim once it is opened', async () => {
    const number = numberIn(await files());
    await officer.hears(new RegExp(number));
    const card = await officer.card(number);
    expect(JSON.stringify(card)).not.to.include('Dimence');
    await officer.presses('open', { cardRef: cardRefIn(card) });
    expect(JSON.stringify(await officer.card(number))).to.include(OWN_WORDS);
  });

  it('tells the parent the decision with its reason and date, in the open chat and behind the follow code', async () => {
    const receipt = await files();
    const [code = ''] = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(receipt) ?? [];
    const number = numberIn(receipt);
    await officer.hears(new RegExp(number));
    const cardRef = cardRefIn(await officer.card(number));
    await officer.presses('open', { cardRef });
    await officer.presses('decide', {
      cardRef,
      verdict: 'granted',
      reason: 'U krijgt een onafhankelijke regisseur die naast u staat.',
      effectiveOn: '2031-01-02',
    });
    await parent.hears(/onafhankelijke regisseur die naast u staat/);
    const later = await aParent(app);
    await later.says('Hoe staat het met mijn vraag?');
    const status = await later.says(code.toLowerCase().replace('-', ' '));
    expect(status).to.include('onafhankelijke regisseur die naast u staat');
    expect(status).to.include('2 januari 2031');
    expect(status).to.include(OWN_WORDS);
  });

  it('says once that a question was taken back, and tells the officer', async () => {
    const receipt = await files();
    const [code = ''] = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(receipt) ?? [];
    await officer.hears(/L-[0-9A-Z]{6}/);
    expect(await parent.says(`ja, intrekken ${code}`)).to.match(/is ingetrokken/);
    await officer.hears(/ingetrokken/);
    await app.outbox.idle();
    const told = (await parent.transcript()).filter(({ text = '' }) => text.includes('ingetrokken'));
    expect(told).to.have.length(1);
  });

  it('answers a second decision with who decided and when', async () => {
    const number = numberIn(await files());
    await officer.hears(new RegExp(number));
    const cardRef = cardRefIn(await officer.card(number));
    await officer.presses('open', { cardRef });
    const decide = (verdict: string) =>
      officer.presses('decide', {
        cardRef,
        verdict,
        reason: 'Een reden die lang genoeg is.',
        effectiveOn: '2031-01-02',
      });
    await decide('granted');
    expect(await decide('refused')).to.match(/[Aa]l besloten door Johan/);
  });
});
