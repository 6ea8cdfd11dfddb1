import { expect } from 'chai';
import { normalise } from '../../../knowledge/match/normalise.ts';
import { createSpelling, editDistance } from '../../../knowledge/match/spelling.ts';
import { stems } from '../../../knowledge/match/stems.ts';
import { shortened, tokenise } from '../../../knowledge/match/tokens.ts';

describe('normalising a text', () => {
  it('takes away case, accents and invisible characters', () => {
    expect(normalise('Eén\u200bPLÁN')).to.equal('eenplan');
  });

  it('writes contractions out and drops the other apostrophes', () => {
    expect(normalise("m’n zoon z`n foto's 't")).to.equal('mijn zoon zijn fotos het');
  });

  it('looks at the first 8,000 characters only', () => {
    expect(normalise('a'.repeat(9000))).to.have.length(8000);
  });

  it('keeps to that when a character comes apart into eighteen', () => {
    expect(normalise('\uFDFA'.repeat(8000))).to.have.length(8000);
  });

  it('keeps every letter of a text full of accents', () => {
    expect(normalise('\u1EC7'.repeat(8000))).to.equal('e'.repeat(8000));
  });
});

describe('splitting a text into words', () => {
  it('drops punctuation and keeps words of letters and digits together', () => {
    expect(tokenise('Jeugd-ggz: 1g1p1r?').words).to.deep.equal(['jeugd', 'ggz', '1g1p1r']);
  });

  it('ends a clause at a colon, but not after the one or two words of a label', () => {
    expect(tokenise('casus: ik wil: dood').clauses).to.deep.equal([0, 0, 0, 1]);
    expect(tokenise('a:a:a:a:a').clauses).to.deep.equal([0, 0, 0, 1, 1]);
  });

  it('puts a new sentence three words further', () => {
    expect(tokenise('hij slaat. ik bel').places).to.deep.equal([0, 1, 5, 6]);
  });

  it('shortens a drawn-out word to its double and its single letter', () => {
    expect(shortened('helpppp')).to.deep.equal(['helpp', 'help']);
    expect(shortened('help')).to.deep.equal(['help']);
  });
});

describe('stemming', () => {
  const cases = [
    ['plannen', 'plan'],
    ['brieven', 'brief'],
    ['huizen', 'huis'],
    ['scholen', 'school'],
    ['dossiers', 'dossier'],
    ['kindje', 'kind'],
  ] as const;
  for (const [word, stem] of cases) {
    it(`finds ${stem} in ${word}`, () => {
      expect(stems(word)).to.include(stem);
    });
  }

  it('leaves nothing shorter than three letters', () => {
    expect(stems('als')).to.deep.equal([]);
  });
});

describe('correcting spelling', () => {
  const spelling = createSpelling(
    new Map(['regisseur', 'beschikking', 'hulpverlener', 'gezin', 'klacht', 'slaat'].map((word) => [word, 1])),
  );
  const cases = [
    ['regiseur', 'regisseur'],
    ['bescikking', 'beschikking'],
    ['hulpverleenr', 'hulpverlener'],
    ['gesin', 'gezin'],
    ['klahct', 'klacht'],
  ] as const;
  for (const [wrong, right] of cases) {
    it(`reads ${wrong} as ${right}`, () => {
      expect(spelling.correct(wrong)).to.equal(right);
    });
  }

  it('leaves short words and words with another first letter alone', () => {
    expect(spelling.correct('slat')).to.equal(undefined);
    expect(spelling.correct('plaat')).to.equal(undefined);
  });

  it('reads a rare spelling as the usual word that sounds the same, and a usual one as itself', () => {
    const written = new Map(Object.entries({ beschikking: 30, beschiking: 2, kosten: 30, posten: 1 }));
    expect(createSpelling(written).usual('beschiking')).to.equal('beschikking');
    expect(createSpelling(written).usual('beschikking')).to.equal(undefined);
    expect(createSpelling(written).usual('posten')).to.equal(undefined);
  });

  it('prefers the word that is written most when two are equally near', () => {
    const written = new Map(Object.entries({ wachtlijst: 1, wachtlist: 1, wachtlijsten: 20 }));
    expect(createSpelling(written).correct('wachtlijsxen')).to.equal('wachtlijsten');
  });

  it('counts a swap of two letters as one mistake and stops at what is allowed', () => {
    expect(editDistance('klahct', 'klacht', 2)).to.equal(1);
    expect(editDistance('abcdef', 'fedcba', 2)).to.equal(3);
    expect(editDistance('a', 'abcd', 2)).to.equal(3);
  });
});
