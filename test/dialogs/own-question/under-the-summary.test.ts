/** What a parent types under the summary: shown back, asked about, and then part of the own words. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const ASKED = 'Zal ik dit bij uw vraag zetten?';
const FIRST = 'Niemand van de zes weet van de ander.';
const SECOND = 'Ik wil dat een van hen de leiding neemt.';
const DANGER = 'Mijn man wil mij vermoorden';

const matches = {
  [DANGER]: { crisis: true, level: 'acuut', ranked: [] },
  'Wat doet een regisseur voor mijn gezin?': { answerId: 'gezinsplan', decided: 'answer', ranked: ['gezinsplan'] },
  [SECOND]: { answerId: 'gezinsplan', decided: 'answer', ranked: ['gezinsplan'] },
} as const;

async function atSummary(ownWords = 'wat is een regisseur?') {
  const talk = await aParentTalk({ matches });
  const summary = await talk.says('leg mijn vraag voor', 'Nee', 'Ja', 'Het zit vast', 'Ja', ownWords);
  expect(summary).to.include('[Ja, leg voor]');
  return talk;
}

describe('words that are typed under the summary', () => {
  it('are shown back and asked about, and go along as own words after a yes', async () => {
    const talk = await atSummary();
    expect(await talk.says(FIRST))
      .to.include(FIRST)
      .and.include(ASKED)
      .and.not.include('[Ja, leg voor]');
    expect(await talk.says('Ja')).to.match(/Dit zette u erbij:\nNiemand van de zes[\s\S]*\[Ja, leg voor\]/);
    await talk.says(SECOND, 'Ja');
    const code = await talk.filed(await talk.says('Ja, leg voor'));
    const { ownWords, reading } = await talk.stored();
    expect(ownWords.text).to.equal(`wat is een regisseur?\n${FIRST}\n${SECOND}`);
    expect(reading?.answer?.kind).to.equal('confirmed');
    expect(await talk.says(code)).to.not.include(textOf('status.samenvatting.verbeterd'));
  });

  it('stay out after a no', async () => {
    const talk = await atSummary();
    expect(await talk.says(FIRST, 'nee hoor'))
      .to.include('[Ja, leg voor]')
      .and.not.include(FIRST);
    await talk.filed(await talk.says('Ja, leg voor'));
    expect((await talk.stored()).ownWords.text).to.equal('wat is een regisseur?');
  });

  it('are not sent by the answer of another question: "ja, leg voor" only puts them beside it', async () => {
    const talk = await atSummary();
    expect(await talk.says(FIRST, 'Ja, leg voor'))
      .to.include('Dit zette u erbij:')
      .and.include('[Ja, leg voor]');
  });

  it('are all kept when somebody types on instead of answering', async () => {
    const talk = await atSummary();
    expect(await talk.says(FIRST, SECOND))
      .to.include(`${FIRST}\n${SECOND}`)
      .and.include(ASKED);
    await talk.filed(await talk.says('Ja', 'Ja, leg voor'));
    expect((await talk.stored()).ownWords.text).to.equal(`wat is een regisseur?\n${FIRST}\n${SECOND}`);
  });

  it('are asked about also when they are a question that nothing answers, and not when it is answered', async () => {
    const talk = await atSummary();
    expect(await talk.says('Kunnen jullie ook met zijn vader praten?')).to.include(ASKED);
    const other = await atSummary();
    expect(await other.says('Wat doet een regisseur voor mijn gezin?'))
      .to.include('Eén plan voor het hele gezin.')
      .and.include('[Ja, leg voor]')
      .and.not.include(ASKED);
  });

  it('are asked again when they are few and choose nothing', async () => {
    const talk = await atSummary();
    expect(await talk.says('tja eh nou ja'))
      .to.include(textOf('flow.kies'))
      .and.not.include(ASKED);
  });

  it('can be put beside it with a button too, or left out on the way', async () => {
    const talk = await atSummary();
    expect(await talk.says('Ik wil er iets bij zetten', 'Sinds mei.')).to.match(/Sinds mei\.\s+Zal ik dit/);
    expect(await talk.says('Ik schrijf het opnieuw', 'Overslaan')).to.not.include('Sinds mei.');
  });

  it('leave the way back to the own words as it was', async () => {
    const talk = await atSummary();
    expect(await talk.says(FIRST, 'Ja', 'terug')).to.include('in uw eigen woorden');
  });

  it('never make the own words longer than can be filed', async () => {
    const talk = await atSummary('a'.repeat(4000));
    const long = 'lang '.repeat(800);
    expect(await talk.says(long, 'Ja'))
      .to.include('8000 tekens')
      .and.include('Wat wilt u erbij zetten?');
    await talk.says('Kort.', 'Ja');
    await talk.filed(await talk.says('Ja, leg voor'));
    expect((await talk.stored()).ownWords.text).to.equal(`${'a'.repeat(4000)}\nKort.`);
  });
});

describe('words in answer to a danger card under the summary', () => {
  for (const said of [
    'het is al voorbij, ze slaapt',
    'nee het gaat weer',
    'ja',
    'nee',
    'mijn zus is net naar ons toe gereden',
    'zij is bij oma',
  ])
    it(`are no addition, and file nothing: "${said}"`, async () => {
      const talk = await atSummary();
      const told = await talk.says(DANGER, said);
      expect(told)
        .to.include(textOf('crisis.na-gevaar'))
        .and.include('<tel:112>')
        .and.include('[Ja, leg voor]')
        .and.not.include(ASKED);
      await talk.filed(await talk.says('Ja, leg voor'));
      const { ownWords, reading } = await talk.stored();
      expect(ownWords.text).to.equal('wat is een regisseur?');
      expect(reading?.answer?.kind).to.equal('confirmed');
    });

  it('are said to be left out, with the button for when they must go along', async () => {
    const talk = await atSummary();
    expect(await talk.says(DANGER, FIRST))
      .to.include(textOf('crisis.niet-erbij'))
      .and.include('[Ik wil er iets bij zetten]');
    expect(await talk.says(FIRST)).to.include(ASKED);
  });

  it('leave out the words of danger as well, say so, and take them with the button', async () => {
    const talk = await atSummary();
    expect(await talk.says(DANGER)).to.include(textOf('crisis.niet-erbij'));
    expect(await talk.says('Ik wil er iets bij zetten', DANGER))
      .to.include('<tel:112>')
      .and.include(ASKED);
    await talk.filed(await talk.says('Ja', 'Ja, leg voor'));
    expect((await talk.stored()).ownWords.text).to.include(DANGER);
  });

  it('leave a button that is pressed alone', async () => {
    const talk = await atSummary();
    expect(await talk.says(DANGER, 'Ja, leg voor')).to.include('is voorgelegd');
  });
});
