import { expect } from 'chai';
import { isCrisis } from './detectors.ts';

/** By subject: said outright, and said around it. */
const signals: Readonly<Record<string, readonly string[]>> = {
  zelfmoordgedachten: [
    'wil er een einde aan maken weet alleen niet hoe',
    'ze heeft twintig paracetamols naar binnen gewerkt en nu heeft ze spijt',
    'my daughter wants to kill herself what do I do',
    'ik hoop elke avond dat ik smorgens niet wakker word',
    'mijn meisje heeft haar konijn aan de buren gegeven en haar sieraden verdeeld over haar vriendinnen',
    'sinds zijn vriendin het uitmaakte staat hij elke avond bij het spoor',
  ],
  zelfbeschadiging: [
    'ik kerf in mijn been als ik ruzie heb',
    'ze loopt met dertig graden in een trui en wil niet mee zwemmen',
    'alleen als ik het bloed zie word het stil in mijn hoofd',
  ],
  'kind-slaat-ouder': [
    'ik kreeg een kopstoot van mijn eigen zoon',
    'wij slapen met de slaapkamerdeur op slot voor onze eigen zoon',
    'hij heeft nog niet geslagen maar hij haalt wel steeds uit en stopt vlak voor mijn neus',
  ],
  'huiselijk-geweld': [
    'hij heeft me tegen de kast gesmeten, ik ben 6 maanden zwanger',
    'kocam beni dövüyor, ik heb twee kinderen',
    'als hij de sleutel in het slot steekt gaan de kinderen onder het bed liggen',
    'we zijn de deur niet meer uit geweest sinds hij het mes liet zien',
  ],
  kindermishandeling: [
    'mijn neefje van 3 krijgt tikken met een houten lepel',
    'sąsiad bije dziecko',
    'na een weekend bij zijn vader heeft hij rare rode strepen op zijn rug',
    'de kleuter vertelde dat hij niet mocht eten omdat hij stout was',
  ],
  'ouder-bang-zelf': [
    'ik duwde hem van de trap af in mijn woede',
    'mein Kind geschlagen',
    'de rode afdruk van mijn vingers staat nog op zijn wang',
  ],
  'seksueel-misbruik': [
    'mijn zoon van 14 heeft aan zijn zusje gezeten',
    'ik werd wakker en zijn hand zat onder mijn deken',
    'ze wil ineens niet meer naar opa en wast zich drie keer per dag',
  ],
  'weggelopen-vermist': [
    'zoontje van 5 kwijt in park',
    'onze zoon is niet van school thuisgekomen en het is nu tien uur s avonds',
    'het raam stond open en haar bed was leeg',
  ],
  'acuut-gevaar': [
    'help me he has a knife',
    'ze schuimbekt en haar ogen draaien weg',
    'we hebben ons opgesloten in de badkamer en hij ramt op de deur',
  ],
  'ggz-crisis': [
    'ze is totaal de weg kwijt, herkent haar eigen zusje niet',
    'ze heeft alle stekkers eruit getrokken omdat er meegeluisterd wordt',
  ],
  'uitbuiting-ontvoering': [
    'haar vriend verkoopt haar aan zijn vrienden',
    'ze heeft ineens dure spullen en een oudere vriend',
    'ik mag niet meer naar school en mijn tante past witte jurken met mij',
  ],
  'ik-ben-bang-thuis': [
    'babam beni dövüyor',
    'als hij thuiskomt verstop ik me',
    'ik slaap met mijn schoenen aan zodat ik snel weg kan',
  ],
  'crisis-jeugdhulp': [
    'wij redden de nacht niet met hem',
    'moeder is net opgenomen en er is niemand voor de drie kinderen vannacht',
  ],
};

const ordinary: readonly string[] = [
  'ik ben doodmoe van alles wat ik voor mijn zoon moet regelen',
  'ik word gek van jullie',
  'dit slaat nergens op wat je zegt',
  'hij schrikt zich dood van vuurwerk, wat kan ik doen',
  'wij worden doodgegooid met afspraken van verschillende organisaties',
  'ze hebben mijn kind afgepakt',
  'mijn puber slaat elke maaltijd over',
  'hij loopt weg uit de klas als het te druk wordt',
  'mijn kat is weggelopen',
  'ontvoering in een serie op videoland, hoe heet die ook alweer',
  'hoeveel paracetamol mag een volwassene met koorts',
  'mijn zoon dreigt uit te vallen op school',
  'ik ben de weg kwijt in alle regels',
  'ik wil een einde maken aan de begeleiding',
  'wat zijn de stappen bij een vermoeden van kindermishandeling voor een kdv',
  'drie jaar geleden was hij suicidaal, nu gaat het goed, hoe houden we dat zo',
  'de brug staat open hoe lang nog',
];

describe('the national crisis data', () => {
  for (const [subject, texts] of Object.entries(signals)) {
    for (const text of texts) {
      it(`sees ${subject} in “${text}”`, () => {
        expect(isCrisis(text)).to.equal(true);
      });
    }
  }
  for (const text of ordinary) {
    it(`sees no crisis in “${text}”`, () => {
      expect(isCrisis(text)).to.equal(false);
    });
  }

  it('hears what somebody says of themselves after however many cases in professional words', () => {
    for (const count of [1, 3, 10, 30]) {
      expect(isCrisis(`${'casus: hij wil dood. '.repeat(count)}ik wil dood`), `${count} cases`).to.equal(true);
    }
  });
});
