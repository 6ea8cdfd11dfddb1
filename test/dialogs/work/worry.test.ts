import { expect } from 'chai';
import type { Knowledge } from '../../../knowledge/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { officer1, worker1 } from '../../support/case-world.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';

const families = [
  aFamilyCase({ label: 'Gezin Jansen' }),
  aFamilyCase({ id: 'case-2', label: 'Gezin Yilmaz' }),
  aFamilyCase({ id: 'case-3', label: 'Gezin Bakker' }),
];
const worries = [
  'moeder Jansen zegt dat vader de kinderen slaat',
  'ik vertrouw het niet bij Yilmaz, blauwe plekken',
  'vader Bakker mishandelt zijn vrouw',
  'de stiefvader van Jansen zit aan zijn dochter',
];
const heardThat = { from: 'ouder', words: 'Iets gezien.', on: '2026-11-23' };
const forCitizens = ['Ben je zelf een kind', 'melding over ons gezin', 'opvang nodig', textOf('keuze.mens')];

describe('a worry about a family that a colleague tells of', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });
  const offerFor = (gezin: string) => `[${textOf('crisis.collega.signaal-gezin').replace('{{gezin}}', gezin)}]`;

  for (const as of [worker1, officer1]) {
    it(`gets a ${as.kind} the numbers first and then the five steps of the meldcode, not the words for citizens`, async () => {
      for (const said of worries) {
        const told = await (await aWorkerTalk({ as, families, knowledge })).says(said);
        const [first = ''] = told.split('\n');
        expect(first, said).to.include('112').and.include('0800-2000').and.include('als professional advies');
        expect(told, said).to.include('De vijf stappen: 1.').and.include(textOf('crisis.geen-hulpdienst'));
        expect(told, said).to.include('<tel:112>').and.include('<tel:08002000>').and.include('<tel:08000113>');
        for (const words of forCitizens) expect(told, said).to.not.include(words);
      }
    });
  }

  it('answers a colleague who asks what to do about such danger with the same five steps', async () => {
    for (const said of [
      'wat doe ik bij eergerelateerd geweld',
      'wat is de aanpak bij partnergeweld',
      'partnergeweld',
    ]) {
      const told = await (await aWorkerTalk({ families, knowledge })).says(said);
      expect(told, said).to.include('De vijf stappen: 1.').and.not.include(textOf('medewerker.weet-ik-niet'));
    }
  });

  it('answers no other subject so', async () => {
    for (const said of ['wat is de aanpak bij rekenproblemen', 'wat doe ik bij een lekke band'])
      expect(await (await aWorkerTalk({ families, knowledge })).says(said), said).to.not.include('De vijf stappen');
  });

  it('offers a signal for the family that was named, and opens its form when that is chosen', async () => {
    const talk = await aWorkerTalk({ families, knowledge });
    const told = await talk.says('ik vertrouw het niet bij Yilmaz, blauwe plekken');
    expect(told).to.include(offerFor('gezin Yilmaz')).and.not.include('Jansen').and.not.include('Bakker');
    const form = await talk.says('Signaal vastleggen voor gezin Yilmaz');
    expect(form).to.include('Gezin Yilmaz').and.include(textOf('signaal.safety-concern'));
    expect(await talk.presses('save-signals', { ...heardThat, codes: 'safety-concern' })).to.include(
      textOf('vastgelegd.veiligheid'),
    );
  });

  it('offers the signal again to who thanks', async () => {
    const talk = await aWorkerTalk({ families, knowledge });
    await talk.says('moeder Jansen zegt dat vader de kinderen slaat');
    expect(await talk.says('dank je'))
      .to.include(offerFor('gezin Jansen'))
      .and.include('112');
  });

  it('offers no signal for a family without a name, or of somebody else', async () => {
    for (const said of [
      'moeder zegt dat vader de kinderen slaat',
      'moeder Pietersen zegt dat vader de kinderen slaat',
    ]) {
      const told = await (await aWorkerTalk({ families, knowledge })).says(said);
      expect(told, said).to.include('De vijf stappen').and.not.include('Signaal vastleggen voor');
    }
  });

  it('leaves a question about Veilig Thuis a question', async () => {
    const told = await (await aWorkerTalk({ families, knowledge })).says('wat doet Veilig Thuis na een melding?');
    expect(told).to.include('binnen 5 werkdagen').and.not.include('De vijf stappen');
  });

  it('keeps 113 for who may be thinking of suicide', async () => {
    const told = await (await aWorkerTalk({ families, knowledge })).says('moeder Jansen wil dood');
    expect(told).to.include('113').and.include(offerFor('gezin Jansen')).and.not.include('De vijf stappen');
  });
});

describe('a signal that was written down', () => {
  it('says beside a worry about safety that it does not replace the meldcode, and beside another one not', async () => {
    const talk = await aWorkerTalk();
    await talk.says('signaal');
    const safety = await talk.presses('save-signals', { ...heardThat, codes: 'safety-concern' });
    expect(safety.indexOf(textOf('vastgelegd.veiligheid'))).to.be.within(0, safety.indexOf('Eigenaar:'));
    expect(textOf('vastgelegd.veiligheid')).to.include('meldcode').and.include('0800-2000').and.include('112');
    await talk.says('signaal');
    const other = await talk.presses('save-signals', { ...heardThat, codes: 'no-plan' });
    expect(other).to.include('Eigenaar:').and.not.include(textOf('vastgelegd.veiligheid'));
  });
});
