/** Yes, no and a story at the short questions of filing: understood, and nothing of the story is lost. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const STORY = 'Er komen zeven mensen over de vloer en niemand weet iets van een ander.';
const ASKS_HARM = /Heeft een kind hier last/;
const ASKS_WORDS = /Vertel in uw eigen woorden/;

async function atStuck(matches = {}) {
  const talk = await aParentTalk({ matches });
  expect(await talk.says('leg mijn vraag voor', 'Nee', 'Ja')).to.match(/Zit het vast/);
  const filed = async () => {
    await talk.filed(await talk.says('Ja, leg voor'));
    return talk.stored();
  };
  return { ...talk, filed };
}

describe('the short questions of filing', () => {
  for (const [said, stuck] of [
    ['Ja', 'stuck'],
    ['ja hoor', 'stuck'],
    ['Nee', 'no'],
    ['nee hoor', 'no'],
    ['bijna', 'about-to'],
  ] as const)
    it(`understands "${said}" at "zit het vast"`, async () => {
      const talk = await atStuck();
      expect(await talk.says(said)).to.match(ASKS_HARM);
      expect(await talk.says('Ja', 'Niemand belt terug.')).to.include(textOf(`begrip.vast.${stuck}`));
      expect((await talk.filed()).answers.stuck).to.equal(stuck);
    });

  it('keep a story that is typed there, in place of an answer about a subject in it', async () => {
    const talk = await atStuck({ [STORY]: { decided: 'answer', answerId: 'regisseur', ranked: [] } });
    expect(await talk.says(STORY))
      .to.include(textOf('voorleggen.vooraf'))
      .and.match(/Zit het vast/)
      .and.not.include('Antwoord.');
    expect(await talk.says('Ja', 'Ja'))
      .to.match(ASKS_WORDS)
      .and.include(STORY);
    expect(await talk.says('Ik vraag één regisseur.')).to.include(`${STORY}\nIk vraag één regisseur.`);
    expect((await talk.filed()).ownWords.text).to.equal(`${STORY}\nIk vraag één regisseur.`);
  });

  for (const said of ['Dit zijn mijn woorden', 'Overslaan'])
    it(`take the story for the own words after "${said}", and once only`, async () => {
      const talk = await atStuck();
      expect(await talk.says(STORY, 'Ja', 'En het wordt nu elke week erger.', 'Ja', said)).to.match(
        /Zo begrijp ik het/,
      );
      expect((await talk.filed()).ownWords.text).to.equal(`${STORY}\nEn het wordt nu elke week erger.`);
    });

  it('keep it also when it tells of danger, after the numbers', async () => {
    const said = 'Mijn ex slaat mij waar de kinderen bij zijn en niemand doet iets';
    const talk = await atStuck({ [said]: { crisis: true, level: 'crisis', ranked: [] } });
    expect(await talk.says(said))
      .to.include('<tel:112>')
      .and.include(textOf('voorleggen.vooraf'));
    expect(await talk.says('Het zit vast', 'Ja'))
      .to.match(ASKS_WORDS)
      .and.include(said);
  });

  it('ask again after a few words, and answer a question without keeping it', async () => {
    const asked = 'wat doet een regisseur eigenlijk voor mijn gezin?';
    const talk = await atStuck({ [asked]: { decided: 'answer', answerId: 'wachtlijst', ranked: [] } });
    expect(await talk.says('blauwe fiets')).to.include(textOf('flow.kies'));
    expect(await talk.says(asked)).to.not.include(textOf('voorleggen.vooraf'));
    expect(await talk.says('Ja', 'Ja')).to.not.include(asked);
  });

  it('leave no story behind when other words are written in its place', async () => {
    const talk = await atStuck();
    await talk.says(STORY, 'Ja', 'Ja', 'Dit erbij.', 'Ik wil het anders zeggen', 'Alleen dit.');
    expect((await talk.filed()).ownWords.text).to.equal('Alleen dit.');
  });
});

describe('proposing something while filing', () => {
  const PROPOSAL = 'Ik stel voor dat onze wijkcoach het overzicht houdt';

  it('keeps a proposal that is typed where its kind is asked, and shows it back', async () => {
    const talk = await atStuck();
    await talk.says('Ja', 'Ja', 'Niemand belt terug.', 'Ik wil zelf iets voorstellen');
    expect(await talk.says(PROPOSAL))
      .to.include(PROPOSAL)
      .and.match(/Zegt u ja\?/);
    expect((await talk.filed()).proposals.map(({ words }) => words.text)).to.deep.equal([PROPOSAL]);
  });

  it('understands yes and no', async () => {
    const talk = await atStuck();
    await talk.says('Ja', 'Ja', 'Niemand belt terug.', 'Ik wil zelf iets voorstellen');
    expect(await talk.says('Ja')).to.match(/Schrijf uw voorstel op/);
    expect(await talk.says('Terug', 'nee')).to.match(/Zegt u ja\?/);
    expect((await talk.filed()).proposals).to.deep.equal([]);
  });
});
