import { expect } from 'chai';
import { isCrisis } from './detectors.ts';

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
