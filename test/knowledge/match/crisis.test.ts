import { readFileSync } from 'node:fs';
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
const levelOf = (text: string) => detect(tokenise(text)).signals[0]?.level ?? null;
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

const nationalFile = new URL('../../../knowledge/landelijk/crisis.json', import.meta.url);
const national = createCrisisDetector(crisisSchema.parse(JSON.parse(readFileSync(nationalFile, 'utf8'))));
const isCrisis = (text: string): boolean =>
  national(tokenise(text)).signals.some(({ level }) => level === 'acuut' || level === 'crisis');

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
});

/** What people complain about in the same breath: idioms, sports, machines, games and money, with words of the frames. */
const everydayTrouble: readonly (readonly [before: string, after: string])[] = [
  [
    'Ik ben doodop van het gedoe met de gemeente en de wasmachine staat ook al in brand-modus.',
    'Verder wacht ik me dood op een brief.',
  ],
  [
    'Wij worden van het kastje naar de muur gestuurd en de kosten wurgen ons.',
    'Dit is mijn derde poging om iemand te bereiken want het scherm ging steeds weg.',
  ],
  [
    'Vorige zomer zijn we nog gaan abseilen en mijn zwager sprong met een elastiek van een brug, haha.',
    'Ik ga nog eens dood aan al dat papierwerk.',
  ],
  [
    'Hij speelt de hele dag Minecraft en Fortnite en op school gaat het goed.',
    'Mijn telefoon is ook nog kapot en de auto heeft zelfmoord gepleegd.',
  ],
  [
    'Tien jaar geleden zijn we hier komen wonen, dat gaat prima. Op judo heeft hij een vriendje.',
    'Wat houdt een keukentafelgesprek eigenlijk in en wat betekent regie?',
  ],
  [
    'Ik lach me kapot om die serie over een moordenaar en ik kan die chatbot wel door het raam gooien.',
    'De deurwaarder zit ons op de hielen en ik schiet in de stress.',
  ],
];

/** One real signal, as it stands in the midst of all that. */
const amidst: readonly string[] = [
  'Gisteravond zei mijn dochter dat ze niet meer wil leven.',
  'Mijn zoon heeft vannacht een hele strip paracetamol geslikt.',
  'Ze staat elke avond op het perron en zegt dat ze wil springen.',
  'Vanochtend zag ik dat ze zich in haar armen snijdt.',
  'Mijn zoon van veertien sloeg mij gisteren tegen de grond.',
  'Wij slapen met de slaapkamerdeur op slot omdat wij bang zijn voor onze zoon.',
  'Mijn man slaat mij als hij gedronken heeft.',
  'Mijn ex zegt dat hij me dood komt steken.',
  'Mijn ex wurgt mij als ik iets terugzeg.',
  'Het buurmeisje wordt door haar stiefvader met een riem geslagen.',
  'De kleuter van hiernaast zit uren opgesloten in de schuur.',
  'Ik heb gisteren mijn baby geschud omdat hij niet stopte met huilen.',
  'Ik ben bang dat ik mijn kind iets aandoe.',
  'Mijn broer heeft aan mijn dochter gezeten.',
  'Iemand chanteert mijn zoon met naaktfoto\u2019s.',
  'Mijn dochter van 13 is weggelopen en neemt haar telefoon niet op.',
  'Hij staat nu met een mes in de keuken en dreigt ons.',
  'Mijn moeder hoort stemmen en denkt dat wij haar vergiftigen.',
  'Haar vriend laat haar met mannen naar bed gaan voor geld.',
  'Mijn ouders willen mij in de vakantie laten trouwen met een neef die ik niet ken.',
  'Mijn vader slaat mij en mijn broertje.',
  'Ik durf niet naar huis want mijn stiefvader doet mij pijn.',
];

describe('a signal in the midst of everyday trouble', () => {
  for (const [number, signal] of amidst.entries()) {
    for (const shift of [0, 2, 4]) {
      const [before = '', after = ''] = everydayTrouble[(number + shift) % everydayTrouble.length] ?? [];
      const story = `${before} ${signal} ${after}`;
      it(`is seen: “${story}”`, () => {
        expect(isCrisis(story)).to.equal(true);
      });
    }
  }
  for (const [before, after] of everydayTrouble) {
    it(`is not taken from the trouble alone: “${before} ${after}”`, () => {
      expect(isCrisis(`${before} ${after}`)).to.equal(false);
    });
  }
});

/** By family: everyday wording that shares its words with a signal. */
const otherMeanings: Readonly<Record<string, readonly string[]>> = {
  idiom: [
    'ik ga dood van het wachten op dat telefoontje',
    'wij zijn murw geslagen door alle procedures',
    'de rekeningen wurgen ons en niemand helpt',
    'het wijkteam heeft mij een mes in de rug gestoken',
    'de kosten hangen ons de keel uit',
    'dit was een sprong in het diepe voor mijn zoon',
  ],
  sport: [
    'bungeejumpen van een brug, vanaf welke leeftijd mag hij springen',
    'abseilen van een toren met de scouting',
    'hoe verdedig je je tegen een wurggreep bij judo',
  ],
  machine: [
    'mijn laptop heeft zelfmoord gepleegd',
    'de accu van mijn telefoon is dood',
    'de vaatwasser staat op ontploffen error 7',
  ],
  'things on a roof': ['zijn tas lag op het dak van de school', 'ze gooien zijn schoenen op het dak'],
  'trying again': ['dit is mijn vierde poging om in te loggen', 'na drie pogingen om te bellen geef ik het op'],
  'long past and well': [
    'tien jaar geleden had ik een psychose, het gaat goed nu',
    'vijftien jaar geleden deed ik een poging, nu wil ik praten met andere ouders',
  ],
  'a general question': ['een algemene vraag over huiselijk geweld thuis, bij wie stel ik die'],
};

describe('another meaning', () => {
  for (const [family, texts] of Object.entries(otherMeanings)) {
    for (const text of texts) {
      it(`is left alone (${family}): “${text}”`, () => {
        expect(isCrisis(text)).to.equal(false);
      });
    }
  }
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
