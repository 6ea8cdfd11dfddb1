/** Questions in the middle of filing. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';

const ROBOT = 'ben jij een robot?';
const matches = {
  [ROBOT]: { answerId: 'wachtlijst', decided: 'answer', ranked: ['wachtlijst'] },
} as const;

async function atOwnWords() {
  const talk = await aParentTalk({ matches });
  expect(await talk.says('leg mijn vraag voor', 'Nee', 'Ja', 'Het zit vast', 'Ja')).to.include('eigen woorden');
  return talk;
}

describe('a question at a choice of the filing', () => {
  for (const said of [
    'hoe lang duurt het voor ik antwoord krijg?',
    'hoe lang duurt het',
    'wanneer hoor ik iets?',
    'hoe lang moet ik wachten op een antwoord?',
    'Hoe lang duurt het voordat ik een antwoord krijg?',
  ])
    it(`about how long it takes is answered, and the choice is asked again: "${said}"`, async () => {
      const talk = await aParentTalk();
      expect(await talk.says('leg mijn vraag voor', 'Nee', said)).to.match(
        /binnen 5 werkdagen antwoord[\s\S]*Is de situatie ingewikkeld/,
      );
    });

  it('about who reads it is answered', async () => {
    const talk = await aParentTalk();
    expect(await talk.says('leg mijn vraag voor', 'Nee', 'kan iemand dit zien van school?'))
      .to.include(textOf('voorleggen.wie-leest'))
      .and.include('Is de situatie ingewikkeld');
  });

  it('is not taken for one about the filing when it is about the help', async () => {
    const talk = await aParentTalk();
    for (const said of ['hoe lang duurt het voor mijn zoon hulp krijgt?', 'Wij wachten al twee jaar op antwoord'])
      expect(await talk.says('opnieuw', 'leg mijn vraag voor', 'Nee', said), said).to.not.include('werkdagen');
  });
});

describe('a question where own words are asked', () => {
  it('about who reads it is answered, and becomes own words only when that is said', async () => {
    const talk = await atOwnWords();
    const question = 'kan iemand dit zien van school?';
    expect(await talk.says(question))
      .to.include(textOf('voorleggen.wie-leest'))
      .and.include(question)
      .and.include('[Dit zijn mijn woorden]')
      .and.not.include('[Ja, leg voor]');
    expect(await talk.says('Dit zijn mijn woorden')).to.match(/Dit schreef u:\s+kan iemand dit zien van school\?/);
  });

  it('does not go along when own words are typed after it', async () => {
    const talk = await atOwnWords();
    expect(await talk.says('hoe lang duurt het voor ik antwoord krijg?', 'Help ons.'))
      .to.match(/Dit schreef u:\s+Help ons\.\s/)
      .and.not.include('hoe lang');
    expect(await talk.says('terug')).to.not.include('[Dit zijn mijn woorden]');
  });

  it('loses none of two questions that were meant as own words', async () => {
    const talk = await atOwnWords();
    const shown = await talk.says('wie leest dit?', 'wanneer krijg ik antwoord?', 'Dit zijn mijn woorden');
    expect(shown).to.include('wie leest dit?\nwanneer krijg ik antwoord?');
  });

  it('is kept as own words when it is about something else, long, or no question', async () => {
    for (const said of [
      ROBOT,
      'wat is een regisseur?',
      'Ik vraag me al drie jaar af wie dit leest en wie dit ziet, want niemand doet iets, hoe kan dat?',
      'School kan dit zien. Het wijkteam ook.',
    ]) {
      const talk = await atOwnWords();
      expect(await talk.says(said), said)
        .to.include(said)
        .and.include('[Ja, leg voor]');
    }
  });

  it('about this chat is answered surely by the real knowledge', async () => {
    const { knowledge } = await nationalKnowledge();
    for (const said of [ROBOT, 'is dit anoniem?', 'wordt dit bewaard', 'wie leest dit?']) {
      const talk = aTalk({ as: parent, knowledge });
      const told = heard(await talk.saysAll('leg mijn vraag voor', 'Nee', 'Ja', 'Het zit vast', 'Ja', said));
      expect(told, said).to.include('[Dit zijn mijn woorden]');
    }
  });

  it('means nothing by those words when no question came before them', async () => {
    const talk = await atOwnWords();
    expect(await talk.says('Dit zijn mijn woorden')).to.match(/Dit schreef u:\s+Dit zijn mijn woorden/);
  });
});
