import { expect } from 'chai';
import fc from 'fast-check';
import { readingLevel, sentencesIn } from '../../../knowledge/check/reading-level.ts';

describe('reading level', () => {
  it('counts the words of an average sentence and finds the longest', () => {
    const level = readingLevel(['Bel de gemeente. Zij helpt u graag verder.', 'Dat is gratis!']);
    expect(level.mean).to.equal((3 + 5 + 3) / 3);
    expect(level.longest).to.deep.equal({ words: 5, text: 'Zij helpt u graag verder.' });
  });

  it('does not end a sentence inside an address, a time or a number', () => {
    expect(sentencesIn('Kijk op regelhulp.nl. Dat kan tot 13.30 uur. Het kost 1.000 euro.')).to.have.length(3);
  });

  it('ends a sentence after a closing quote, and at a new line', () => {
    expect(sentencesIn('Typ ‘stop.’ Dan stopt het.\nEn dan?')).to.deep.equal([
      'Typ ‘stop.’',
      'Dan stopt het.',
      'En dan?',
    ]);
  });

  it('counts a local fact as one word', () => {
    expect(readingLevel(['Bel {{lokaalTeam.naam}} op {{lokaalTeam.telefoon}}.']).mean).to.equal(4);
  });

  it('lists words of 20 letters or more, not addresses and not parts with a dash', () => {
    const words = [
      'Een ondertoezichtstelling',
      'jeugdbeschermings-organisatie',
      'https://ondertoezichtstelling.example',
    ];
    expect(readingLevel([words.join(' ')]).longWords).to.deep.equal(['ondertoezichtstelling']);
  });

  it('never throws and never counts more words than there are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 4 }), (paragraphs) => {
        const { mean, longest } = readingLevel(paragraphs);
        expect(longest.words).to.be.at.least(Math.ceil(mean));
      }),
      { numRuns: 200 },
    );
  });
});
