import { expect } from 'chai';
import type { Knowledge } from '../../../knowledge/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { officer1, worker1 } from '../../support/case-world.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';

const families = [aFamilyCase(), aFamilyCase({ id: 'case-2', label: 'Gezin Bakker' })];

describe('danger in what a colleague types with a command', () => {
  let knowledge: Knowledge;
  let recognised: string[];

  before(async () => {
    const national = (await nationalKnowledge()).knowledge;
    knowledge = {
      ...national,
      match(text, audience) {
        recognised.push(text);
        return national.match(text, audience);
      },
    };
  });
  beforeEach(() => {
    recognised = [];
  });

  const dangers = [
    'signaal gezin Bakker: help hij heeft een mes',
    'signaal gezin Bakker: mijn kind ademt niet',
    'signaal gezin Bakker: ze heeft een touw gekocht',
    'signaal gezin Bakker: hij heeft mama gestoken',
    'check gezin Bakker plan, papa heeft een mes en mama gilt kom snel',
    'check gezin Bakker plan en regisseur. mijn baby is geschud',
    'verwijzing gezin De Vries, baby is blauw en reageert niet',
    'ik wil gezin Bakker voorleggen, de kleine heeft van de methadon gedronken',
  ];
  for (const as of [worker1, officer1]) {
    it(`gives the numbers first to a ${as.kind}`, async () => {
      for (const said of dangers) {
        const talk = await aWorkerTalk({ as, families, knowledge });
        expect(await talk.says(said), said).to.include(textOf('crisis.geen-hulpdienst'));
      }
    });
  }

  it('gives a worker the form of the command below the numbers, with the words in it', async () => {
    const talk = await aWorkerTalk({ families, knowledge });
    const told = await talk.says('signaal gezin Bakker: help hij heeft een mes');
    expect(told.indexOf(textOf('crisis.geen-hulpdienst'))).to.be.below(told.indexOf(textOf('werk.signals')));
    expect(told).to.include('Gezin Bakker');
    expect(JSON.stringify(talk.newest())).to.include('"value":"help hij heeft een mes"');
  });

  for (const said of ['check bakker kind is in gevaar', 'check bakker moeder wil dood'])
    it(`gives a worker the numbers and then the check: ${said}`, async () => {
      const told = await (await aWorkerTalk({ families, knowledge })).says(said);
      expect(told).to.include('<tel:112>').and.include('<tel:08002000>');
      expect(told.indexOf(textOf('crisis.geen-hulpdienst'))).to.be.within(0, told.indexOf(textOf('check.kop')));
    });

  it('believes words of danger beside a command about an own family, and offers the signal', async () => {
    const told = await (await aWorkerTalk({ families, knowledge })).says('signaal bakker kind is in gevaar');
    expect(told).to.include(textOf('crisis.geen-hulpdienst')).and.include(textOf('crisis.collega.signaal'));
  });

  it('stays calm about a check without danger', async () => {
    for (const said of ['check bakker kind gaat niet naar school', 'check bakker', 'check bakker: zit op voetbal'])
      expect(await (await aWorkerTalk({ families, knowledge })).says(said), said).to.not.include(
        textOf('crisis.geen-hulpdienst'),
      );
  });

  it('does not recognise what is nothing but work', async () => {
    const works = ['heeft gezin Bakker één plan en één regisseur?', 'signaal gezin Bakker', 'mijn werk', 'verzoek'];
    for (const said of works) await (await aWorkerTalk({ families, knowledge })).says(said);
    expect(recognised).to.deep.equal([]);
  });

  it('recognises one word more, and a name that is none', async () => {
    const others = ['signaal gezin Bakker bloedt', 'signaal gezin bloedt', 'heeft gezin Bakker een mes?'];
    for (const said of others) await (await aWorkerTalk({ families, knowledge })).says(said);
    expect(recognised).to.have.length(others.length);
  });
});
