import { expect } from 'chai';
import { saidNamesIn } from '../../../../cases/rules/public/said-names.ts';

const ownWords = [
  'Mijn zoon Kevin zit thuis van basisschool De Regenboog. Jip is zijn zusje. De Jeugdwet en het CJG helpen niet.',
  'Ik ben Anja de Boer. Mijn dochter noor wacht op de GGZ. Wil belt mij nooit terug.',
];
const inText = (text: string, own: readonly string[] = ownWords) => saidNamesIn(text, own);

describe('names in a text for everybody, by how they are written', () => {
  for (const [text, found] of [
    [
      'Moeder Anja de Boer vroeg hulp voor Kevin van basisschool De Regenboog',
      ['Anja de Boer', 'Kevin', 'De Regenboog'],
    ],
    ['moeder anja vroeg hulp voor kevin van de regenboog', ['anja', 'kevin', 'regenboog']],
    ['Kevin kreeg hulp. Jip ook. Noor wacht.', ['Kevin', 'Jip', 'Noor']],
    ["Kevins school en Anja's vraag", ['Kevins', "Anja's"]],
    ['KEVIN kreeg hulp', ['KEVIN']],
  ] as const)
    it(`finds what the family wrote: ${text}`, () => {
      for (const one of found) expect(inText(text).join('|')).to.include(one);
    });

  for (const [text, found] of [
    ['Moeder Fatima El Amrani vroeg hulp', ['Fatima El Amrani']],
    ['Vader Mohamed en broer Tim wilden regie', ['Mohamed', 'Tim']],
    ['Het kind zit op basisschool Samen Wonen', ['Samen']],
    ['Wij spraken met mevr. Bakker en J. Visser', ['Bakker', 'Visser']],
    ['Sanne de Wit vroeg om regie', ['Sanne de Wit']],
    ['Wij belden bijv. Dimence', ['Dimence']],
    ['Een gezin uit Heino vroeg hulp', ['Heino']],
  ] as const)
    it(`finds what nobody wrote before: ${text}`, () => {
      for (const one of found) expect(inText(text, []).join('|')).to.include(one);
    });

  for (const text of [
    'Wij vroegen Veilig Thuis, het CJG, de GGZ en de Raad voor de Kinderbescherming om één plan.',
    'Op grond van de Jeugdwet en de Wmo kan dit. De Wmo-consulent en de GGZ-behandelaar spraken dat af.',
    'Vanaf Maandag 1 Februari heeft elk gezin een regisseur. Niemand hoeft te wachten!',
    'Een ouder vroeg: Wie heeft de regie? Wij zeiden: “De gemeente.”',
    'Vastgelopen hulp kwam weer op gang. Voortaan belt iemand binnen een week.\n- Afspraken staan op papier.',
    'De zoon zit thuis. Wij beloven dat een dochter op de wachtlijst binnen twee weken hulp krijgt.',
    'De moeder en haar regisseur willen samen met school en Gemeente één gesprek.',
    'Iemand die het overzicht houdt, met een PGB of een VSV-plek.',
  ])
    it(`finds nothing in: ${text}`, () => {
      expect(inText(text)).to.deep.equal([]);
    });

  it('takes no word in small letters from somebody who writes everything with capitals', () => {
    const shouted = [
      'MIJN ZOON KEVIN VERZUIMT EN NIEMAND DOET ER IETS AAN',
      'Mijn Zoon Kevin Verzuimt En Niemand Helpt',
    ];
    expect(inText('Een kind dat verzuimt', shouted)).to.deep.equal([]);
    expect(inText('Hulp voor Kevin. Kevin is blij', shouted)).to.deep.equal(['Kevin', 'Kevin']);
  });
});
