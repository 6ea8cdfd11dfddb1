import { expect } from 'chai';
import type { Knowledge } from '../../../knowledge/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';

const families = [aFamilyCase(), aFamilyCase({ id: 'case-2', label: 'Gezin Bakker' })];
const rest = textOf('medewerker.een-tegelijk');

describe('more than one command in a sentence', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });
  const told = async (said: string) => (await aWorkerTalk({ families, knowledge })).says(said);

  it('is done up to the first, and says what to type for each of the others', async () => {
    const said = await told('check De Vries en noteer een signaal en leg een vraag voor');
    expect(said).to.include(textOf('check.kop')).and.include(rest);
    expect(said).to.include('Typ daarna: signaal De Vries').and.include('Typ daarna: voorleggen De Vries');
    expect(said).to.not.include(textOf('formulier.kop'));
  });

  it('tells each with its own family', async () => {
    const said = await told('signaal De Vries en verzoek Bakker');
    expect(said).to.include(textOf('werk.signals')).and.include('Gezin De Vries').and.include(rest);
    expect(said).to.include('Typ daarna: verzoek Bakker');
  });

  it('takes the family of the sentence for a command without one', async () => {
    const said = await told('signaal, verzoek en nazorg De Vries');
    expect(said).to.include(textOf('werk.signals')).and.include('Gezin De Vries');
    expect(said).to.include('Typ daarna: verzoek De Vries').and.include('Typ daarna: nazorg De Vries');
  });

  it('repeats a name that is no own family’s as it was typed', async () => {
    expect(await told('signaal De Vries en verzoek Pietersen')).to.include('Typ daarna: verzoek Pietersen');
  });

  it('can be typed as it is told', async () => {
    const talk = await aWorkerTalk({ families, knowledge });
    await talk.says('check De Vries en noteer een signaal en leg een vraag voor');
    expect(await talk.says('signaal De Vries')).to.include(textOf('werk.signals'));
    expect(await talk.says('voorleggen De Vries')).to.include(textOf('formulier.kop'));
  });

  it('is not one command with "en" in it, and no question', async () => {
    for (const said of [
      'heeft gezin De Vries één plan en één regisseur?',
      'check plan en regie De Vries',
      'wat is het verschil tussen een verwijzing en een beschikking',
    ])
      expect(await told(said), said).to.not.include(rest);
  });

  it('gives the numbers first when there is danger in it', async () => {
    const said = await told('signaal De Vries en verzoek Bakker, zijn kind ademt niet');
    expect(said.indexOf(textOf('crisis.geen-hulpdienst'))).to.be.at.least(0);
    expect(said).to.not.include(rest);
  });
});
