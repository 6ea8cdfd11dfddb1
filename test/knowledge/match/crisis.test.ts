import { expect } from 'chai';
import { createCrisisDetector } from '../../../knowledge/match/crisis.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';
import { crisisSchema } from '../../../knowledge/schema.ts';

const detect = createCrisisDetector(
  crisisSchema.parse({
    begrippen: { kind: ['kind', 'zoon', 'dochter'], mij: ['mij', 'me'] },
    uitdrukkingen: ['schrik me dood'],
    verlagend: ['meldcode', 'casus'],
    nu: ['op dit moment'],
    kaders: [
      {
        naam: 'wil-dood',
        intent: 'zelfmoordgedachten',
        niveau: 'crisis',
        delen: ['dood', 'wil'],
        binnen: 4,
        gewicht: 2,
      },
      {
        naam: 'kind-slaat',
        intent: 'kind-slaat-ouder',
        niveau: 'crisis',
        delen: ['@kind', '@mij', 'slaat'],
        volgorde: true,
      },
      {
        naam: 'ik-sla',
        intent: 'ouder-bang-zelf',
        niveau: 'crisis',
        delen: ['@mij', '@kind', 'slaat'],
        volgorde: true,
      },
      { naam: 'mes', intent: 'acuut-gevaar', niveau: 'acuut', delen: ['mes', 'dreigt'], niet: ['brood'] },
    ],
  }),
);
const levelOf = (text: string) => detect(tokenise(text))[0]?.level ?? null;
const intentOf = (text: string) => detect(tokenise(text))[0]?.intent;

describe('the crisis layer', () => {
  it('finds who and what in any order, within a few words', () => {
    expect(levelOf('ik wil dood')).to.equal('crisis');
    expect(levelOf('dood dat wil ik')).to.equal('crisis');
    expect(levelOf('ik wil graag weten hoe het zit want de hamster is dood')).to.equal(null);
  });

  it('does not join words over the end of a sentence', () => {
    expect(levelOf('Dat wil ik. De hamster is dood.')).to.equal(null);
  });

  it('is not silenced by a denial', () => {
    expect(levelOf('ik wil niet dood')).to.equal('crisis');
  });

  it('takes an expression out, and still sees the signal beside it', () => {
    expect(levelOf('ik schrik me dood van wat hij wil')).to.equal(null);
    expect(levelOf('ik schrik me dood, hij wil dood')).to.equal('crisis');
  });

  it('lowers one level for the wording of a professional', () => {
    expect(levelOf('casus: hij wil dood')).to.equal('vraag');
    expect(levelOf('casus: hij dreigt met een mes')).to.equal('crisis');
  });

  it('raises a crisis that happens now', () => {
    expect(levelOf('op dit moment zegt hij: ik wil dood')).to.equal('acuut');
  });

  it('puts the most urgent signal first, then the heaviest', () => {
    expect(intentOf('hij wil dood en dreigt met een mes')).to.equal('acuut-gevaar');
    expect(intentOf('mijn zoon wil dood en mijn zoon slaat mij')).to.equal('zelfmoordgedachten');
  });

  it('tells who does it to whom by the order', () => {
    expect(intentOf('mijn zoon slaat mij')).to.equal('kind-slaat-ouder');
    expect(intentOf('het slaat bij mij door tegen mijn zoon')).to.equal('ouder-bang-zelf');
  });

  it('reads a misspelt signal', () => {
    expect(levelOf('hij dreicht met een mes')).to.equal('acuut');
  });

  it('leaves another meaning of the same words alone', () => {
    expect(levelOf('hij dreigt het brood met een mes te snijden')).to.equal(null);
  });

  it('says which frame led to it', () => {
    expect(detect(tokenise('casus: hij wil dood'))[0]?.because).to.equal(
      'crisis: wil-dood, vraag (vakwoorden of algemene vraag: één niveau lager)',
    );
  });
});
