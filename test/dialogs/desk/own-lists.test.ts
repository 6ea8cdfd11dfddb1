import { expect } from 'chai';
import { aCard, aFamilyCase, anEscalation } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { officer1 } from '../../support/case-world.ts';

const promise = { id: 'p1', what: 'Een vaste contactpersoon', toWhom: null, owner: 'Wil Werker' };
const family = aFamilyCase({
  promises: [{ ...promise, madeOn: '2026-10-01', due: '2026-11-20', keptOn: null, missedOn: null }],
  escalations: [anEscalation({ number: 'L-7F3K2M' })],
  cards: [aCard({ cardRef: 'card-0000000000000001', addressee: officer1.id })],
});
const hears = async (said: string) => (await aWorkerTalk({ as: officer1, families: [family] })).says(said);

describe('what an officer asks for in own words', () => {
  for (const said of ['wat moet ik vandaag doen', 'Wat moet ik doen?', 'mijn werk', 'dagoverzicht']) {
    it(`shows the own cards and what is due today at "${said}"`, async () => {
      const told = await hears(said);
      expect(told).to.include('L-7F3K2M').and.include('TE LAAT').and.include('Een vaste contactpersoon');
      expect(told).to.not.include(textOf('mijn-werk.niets'));
    });
  }

  for (const said of ['welke vragen wachten op mij', 'Hoeveel ligt er?', 'hoeveel vragen liggen er']) {
    it(`shows the own cards at "${said}"`, async () => {
      expect(await hears(said))
        .to.include(textOf('bureau.overzicht'))
        .and.include('L-7F3K2M');
    });
  }

  for (const said of ['is er iets te laat', 'Wat is er te laat?', 'welke toezeggingen staan open']) {
    it(`shows what was promised, the late ones in front, at "${said}"`, async () => {
      expect(await hears(said))
        .to.include(textOf('afspraken.kop'))
        .and.include('Een vaste contactpersoon');
    });
  }

  for (const said of ['check Jansen', 'check', 'check gezin De Boer'])
    it(`says who checks a family, and sends no officer to the aanspreekpunt, at "${said}"`, async () => {
      const told = await hears(said);
      expect(told).to.include(textOf('aanspreekpunt.geen-check')).and.include('L-7F3K2M');
      expect(told).to.not.match(/\bBel\b/);
    });

  it('says that nothing lies there when nothing does', async () => {
    const talk = await aWorkerTalk({ as: officer1, families: [] });
    expect(await talk.says('wat moet ik vandaag doen')).to.include(textOf('aanspreekpunt.niets'));
  });
});
