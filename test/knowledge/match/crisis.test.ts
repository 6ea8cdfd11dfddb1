import { expect } from 'chai';
import { createCrisisDetector } from '../../../knowledge/match/crisis.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';
import { crisisSchema } from '../../../knowledge/schema.ts';
import { detect, levelOf, national } from './crisis/detectors.ts';

const intentOf = (text: string) => detect(tokenise(text)).signals[0]?.intent;

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

  it('looks first at the words that an editor put first, wherever they stand in the text', () => {
    const frame = {
      naam: 'wil-weg',
      intent: 'zelfmoordgedachten',
      niveau: 'crisis',
      delen: ['dood / weg', 'wil'],
      binnen: 4,
    };
    const data = { begrippen: {}, uitdrukkingen: [], verlagend: ['casus'], nu: [], kaders: [frame] };
    const own = createCrisisDetector(crisisSchema.parse(data));
    const text = `${'casus: hij wil weg. '.repeat(3)}ik wil dood`;
    expect(own(tokenise(text)).signals[0]?.level).to.equal('crisis');
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

  it('takes another meaning for what it is only near the signal, not elsewhere in a story', () => {
    expect(
      levelOf(
        'vanmorgen sneed ik nog gewoon brood voor ons allemaal en nu zit iedereen stil op zijn kamer want hij dreigt met een mes',
      ),
    ).to.equal('acuut');
  });

  it('says which frame led to it', () => {
    expect(detect(tokenise('casus: hij wil dood')).signals[0]?.because).to.equal(
      'crisis: wil-dood, vraag (vakwoorden of algemene vraag: één niveau lager)',
    );
  });
});

describe('lowering', () => {
  it('asks for both halves of an entry with an ampersand', () => {
    const level = (text: string) => national(tokenise(text)).signals[0]?.level;
    expect(level('jaren geleden deed ze een poging en nu weer een poging in het ziekenhuis')).to.equal('crisis');
    expect(level('jaren geleden deed ze een poging, dat is helemaal over')).to.equal('vraag');
  });

  it('says nothing about a signal in another clause', () => {
    const ordinary = ['de melding klopt niet', 'hoe draag ik een casus over', 'wat zijn de stappen van de meldcode'];
    for (const said of ['ik wil dood', 'mijn dochter is weggelopen', 'mijn man slaat mijn kind', 'ik sla mijn kind']) {
      for (const other of ordinary) {
        for (const text of [`${other}, ${said}`, `${said}, ${other}`, `${other} en ${said}`]) {
          expect(['acuut', 'crisis'], text).to.include(national(tokenise(text)).signals[0]?.level);
        }
      }
    }
    expect(national(tokenise('tien jaar geleden had ik een psychose, het gaat goed nu')).signals[0]?.level).to.equal(
      'vraag',
    );
  });

  it('says nothing about a signal in another sentence', () => {
    expect(levelOf('een casus waarin hij dood wil')).to.equal('vraag');
    expect(levelOf('ik las over een casus. hij wil dood')).to.equal('crisis');
  });
});
