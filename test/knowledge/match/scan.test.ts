import { expect } from 'chai';
import { writtenWith } from '../../../knowledge/match/read-words.ts';
import { createScanner } from '../../../knowledge/match/scan.ts';
import { alternatives, createTermBook } from '../../../knowledge/match/terms.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';

function finds(term: string, text: string, protectedWords: readonly string[] = []): boolean {
  const book = createTermBook({ kind: ['kind', 'mijn zoon', 'dochter*'] });
  book.term(term);
  const scanner = createScanner(book, { written: writtenWith(book.elements), protectedWords });
  return scanner.scan(tokenise(text).words).hits.length > 0;
}

describe('finding the terms of a rule in a text', () => {
  const found = [
    ['regisseur', 'een Regisseur graag'],
    ['regisseur', 'twee regisseurs'],
    ['regisseur', 'ik wil een regiseur'],
    ['hulpverlen*', 'onze hulpverleenster of hulpverlening'],
    ['*plan', 'het gezinsplan'],
    ['geen plan', 'er is geen plan'],
    ['@kind slaat', 'mijn zoon slaat'],
    ['@kind', 'mijn dochtertje'],
    ['huisarts', 'de huis arts'],
    ['jeugd-ggz', 'jeugd ggz'],
    ['help', 'heeelp'],
  ] as const;
  for (const [term, text] of found) {
    it(`finds "${term}" in "${text}"`, () => {
      expect(finds(term, text)).to.equal(true);
    });
  }

  const absent = [
    ['geen plan', 'geen enkel plan'],
    ['*plan', 'planning'],
    ['@kind slaat', 'slaat mijn zoon'],
    ['regisseur', 'regie'],
  ] as const;
  for (const [term, text] of absent) {
    it(`does not find "${term}" in "${text}"`, () => {
      expect(finds(term, text)).to.equal(false);
    });
  }

  it('never corrects a protected word', () => {
    expect(finds('slaat', 'hij slaapt')).to.equal(true);
    expect(finds('slaat', 'hij slaapt', ['slaapt'])).to.equal(false);
  });

  it('splits an entry at slashes with spaces only', () => {
    expect(alternatives('en/of / geen plan')).to.deep.equal(['en/of', 'geen plan']);
  });

  it('puts a hundred misspelt words of one text right and no more, and still knows every word that is right', () => {
    const strange = (count: number) =>
      Array.from({ length: count }, (_, at) => `xqzw${'abcdefghij'[at % 10] ?? ''}`).join(' ');
    expect(finds('regisseur', `${strange(99)} regiseur`)).to.equal(true);
    expect(finds('regisseur', `${strange(100)} regiseur`)).to.equal(false);
    expect(finds('regisseur', `${strange(100)} regisseur`)).to.equal(true);
  });
});
