import { expect } from 'chai';
import fc from 'fast-check';
import { MOST_CHARACTERS, withoutPersonalData } from '../../bot/unanswered-words.ts';

const ordinary = new Set(
  'mijn zoon dochter slaapt slecht ik ben bang en wil een plan woont op kan logopedie krijgen voor wat nu is er ggz pgb in mail naar of van het belt nooit terug zegt dat hij heeft hulp geboren geen krijgt de'.split(
    ' ',
  ),
);
const clean = (text: string) => withoutPersonalData(text, (word) => ordinary.has(word));

describe('a question for the work list', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Kan ik logopedie krijgen voor mijn dochter?', 'Kan ik logopedie krijgen voor mijn dochter?'],
    ['mijn zoon kevin jansen slaapt slecht', 'mijn zoon … slaapt slecht'],
    ['Mijn zoon Kevin slaapt slecht', 'Mijn zoon … slaapt slecht'],
    ['Kevin slaapt slecht', '… slaapt slecht'],
    ['ik heet fatima el amrani en wil hulp', 'ik heet … en wil hulp'],
    ['mijn naam is de boer', 'mijn naam is de …'],
    ['mevrouw Jansen van het CJG belt nooit terug', 'mevrouw … van het … belt nooit terug'],
    ['Is er GGZ in Zwolle?', 'Is er GGZ in … ?'],
    ['MIJN ZOON KEVIN KRIJGT GEEN PGB', 'mijn zoon … krijgt geen pgb'],
    ['bsn 123456782 wat nu', 'bsn … wat nu'],
    ['mail naar jan@voorbeeld.nl of 06-12345678', 'mail naar … of …'],
    ['woont op Dorpsstraat 12, 8102 AB Raalte', 'woont op …'],
    ['geboren 12-03-2010', 'geboren …'],
    ['geboren op 3 mei 2012', 'geboren op …'],
    ['kijk op https://voorbeeld.nl/kind?naam=jan', 'kijk op …'],
  ];
  for (const [said, kept] of cases) {
    it(`is kept of "${said}" as "${kept}"`, () => {
      expect(clean(said)).to.equal(kept);
    });
  }

  it('holds no digit and no address, whatever was typed, and is short', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom('bsn', '123456782', 'a@b.nl', '8102AB', '06 12 34 56 78', 'Kevin', '\u200b', '１２', '.'),
          {
            maxLength: 40,
          },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const kept = clean(text);
        expect(kept).not.to.match(/\p{Nd}|@/u);
        expect(kept.length).to.be.at.most(MOST_CHARACTERS);
      }),
      { numRuns: 300 },
    );
  });
});
