import { expect } from 'chai';
import { recognisableIn } from '../../../../cases/rules/public/recognisable.ts';
import { sha256 } from '../../../support/case-world.ts';

const known = {
  names: [
    'Gezin De Vries',
    'Kind (14)',
    'Ouder',
    'Wil van der Heijden',
    'Samira (CJG)',
    'Zoë Jansen-El Amrani',
    'Behandelaar',
  ],
  ownWords: [],
  followCodeHashes: [sha256('ABCDEFGH')],
  sha256,
};
const inText = (text: string) => recognisableIn(text, known);

describe('words in a text for everybody by which somebody can be known', () => {
  for (const [text, found] of [
    ['Gezin De Vries uit de Dorpsstraat 12 vroeg om regie', ['De Vries', 'Dorpsstraat 12']],
    ['bel 06-12345678', ['06-12345678']],
    ['Samira hielp gezin DE VRIES', ['Samira', 'DE VRIES']],
    ['samira belde, en vries ook', ['samira', 'vries']],
    ['Samiras idee', ['Samiras']],
    ['ZOE en zoë jansen', ['ZOE', 'jansen']],
    ['Wil kwam langs met Heijden', ['Wil', 'Heijden']],
    ['Bel (0572) 34 78 99 of +31 6 12345678', ['(0572) 34 78 99', '+31 6 12345678']],
    ['Mail jan.p@voorbeeld.nl', ['jan.p@voorbeeld.nl']],
    ['Zij wonen op 8102 AB en 8102cd', ['8102 AB', '8102cd']],
    ['aan de Lange Gracht 4a', ['Lange Gracht', 'Gracht 4a']],
    ['vraag L-7F3K2M', ['L-7F3K2M']],
    ['code K7QP-3M2X en k7qp-3m2x', ['K7QP-3M2X', 'k7qp-3m2x']],
    ['hun code was abcd efgh', ['abcd efgh']],
    ['nummer 111222333', ['111222333']],
    ['nummer 1112.22.333', ['1112.22.333']],
    ['nummer [nummer verwijderd]', ['[nummer verwijderd]']],
  ] as const)
    it(`finds ${found.join(' and ')}`, () => {
      expect(inText(text)).to.have.members(found);
    });

  for (const text of [
    'Een ouder vroeg om één persoon die het overzicht houdt voor het kind en de behandelaar.',
    'Wij wilden dat in 2026 en 2027, en in 2026 op 12 plekken. Ik wil dat ook.',
    'Vanaf 01-02-2027 10 uur, of 1 februari 2027: 12 weken, 1.000 euro, van 0 tot 18 jaar.',
    'In week 2026-2027 maken wij één plan. Doen deze keer alle drie.',
    'Bel het CJG. Van de gemeente krijgt elk gezin binnen 5 werkdagen een regisseur.',
  ])
    it(`finds nothing in: ${text}`, () => {
      expect(inText(text)).to.deep.equal([]);
    });

  it('looks at a long text at once', () => {
    for (const text of ['a'.repeat(4000), '0 '.repeat(2000), 'ABCD '.repeat(800), `${'a.'.repeat(2000)}@`]) {
      const before = performance.now();
      inText(text);
      expect(performance.now() - before).to.be.lessThan(500);
    }
  });
});
