import { expect } from 'chai';
import type { Knowledge } from '../../../knowledge/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';

const families = [aFamilyCase({ label: 'Gezin Jansen' }), aFamilyCase({ id: 'case-2', label: 'Gezin Bakker' })];
const notKept = textOf('medewerker.niet-bewaard');

describe('words behind a command and the name of an own family', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });
  const hears = async (said: string) => {
    const talk = await aWorkerTalk({ families, knowledge });
    return { told: await talk.says(said), card: JSON.stringify(talk.newest()) };
  };

  for (const [said, key, words] of [
    ['verzoek Jansen: moeder wil een regisseur', 'werk.request', 'moeder wil een regisseur'],
    ['verzoek Jansen: moeder wil hulp', 'werk.request', 'moeder wil hulp'],
    ['verzoek jansen - moeder wil hulp', 'werk.request', 'moeder wil hulp'],
    [
      'signaal Jansen: moeder zegt dat het haar te veel wordt',
      'werk.signals',
      'moeder zegt dat het haar te veel wordt',
    ],
    ['signaal gezin Jansen – vader: "ik kan niet meer", en verwijzing', 'werk.signals', ''],
  ] as const)
    it(`stand in the form that opens: ${said}`, async () => {
      const { told, card } = await hears(said);
      expect(told).to.include(textOf(key)).and.include('Gezin Jansen').and.not.include(notKept);
      const expected = words === '' ? 'vader: "ik kan niet meer", en verwijzing' : words;
      expect(card).to.include(`"value":${JSON.stringify(expected)}`);
    });

  for (const [said, key] of [
    ['verwijzing Jansen: naar de ggz', 'werk.referral'],
    ['nazorg Jansen - moeder belt in mei', 'nazorg.kop'],
    ['check Jansen: zit op voetbal', 'check.kop'],
    ['signaal Pietersen: moeder huilt', 'kies-gezin.kop'],
  ] as const)
    it(`are said to be lost where no field takes them: ${said}`, async () => {
      const { told } = await hears(said);
      expect(told).to.include(textOf(key)).and.include(notKept);
    });

  it('are no words behind a command when the dash or the colon belongs to a name, a time or a question', async () => {
    for (const said of ['signaal Jansen', 'Jansen-Bakker', 'wij praatten om 10:30 over school'])
      expect((await hears(said)).told, said).to.not.include(notKept);
  });
});

describe('a misspelt command with the name of an own family', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });

  for (const [said, meant, key] of [
    ['chek bakker', 'check Bakker', 'check.kop'],
    ['verwijsing Jansen', 'verwijzing Jansen', 'werk.referral'],
  ] as const)
    it(`is asked about, and done when that was meant: ${said}`, async () => {
      const talk = await aWorkerTalk({ families, knowledge });
      expect(await talk.says(said)).to.include(textOf('medewerker.bedoelt-u.opdracht').replace('{{opdracht}}', meant));
      expect(await talk.says('ja')).to.include(textOf(key));
    });

  it('is not an ordinary word, a family of somebody else, or more than one strange word', async () => {
    for (const said of ['chek pietersen', 'chek bakker morgne', 'cheque bakker', 'school bakker'])
      expect(await (await aWorkerTalk({ families, knowledge })).says(said), said).to.not.include('Bedoelt u: ');
  });
});
