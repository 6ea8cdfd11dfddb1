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
    ['geboren op 3 mei 2015 te zwolle', 'geboren op … te …'],
    ['ik ben fatima el amrani en wil hulp', 'ik ben … en wil hulp'],
    ['el amrani belt nooit terug', '… belt nooit terug'],
    ['de juf van de borgh zegt dat', 'de juf van de … zegt dat'],
    ['hij heeft hulp van de borgh', 'hij heeft hulp van de …'],
    ['kevin at gmail punt com', '…'],
    ['mail naar kevin at gmail punt com', 'mail naar …'],
    ['mail naar kevin.jansen (apenstaartje) gmail (punt) com', 'mail naar …'],
    ['mail naar gmail punt com', 'mail naar …'],
    ['mijn code is abcd-efgh', 'mijn code is …'],
    ['mijn code is abcd efgh', 'mijn code is …'],
    ['abcd – efgh', '…'],
    ['mijn code is k7qp3m2x en nu', 'mijn code is … en nu'],
    ['bel nul zes twaalf drie vier vijf', 'bel …'],
    ['woont op dorpsweg twaalf', 'woont op …'],
    ['kevin van 8 slaapt slecht', '… van … slaapt slecht'],
    ['mijn zoon is dyslectisch', 'mijn zoon is dyslectisch'],
    ['hulp van de logopedie', 'hulp van de logopedie'],
    ['kan ik naar de dyslexiecoach', 'kan ik naar de dyslexiecoach'],
    ['ik heb een of twee hulp', 'ik heb een of twee hulp'],
    ['slaapt-slecht', 'slaapt-slecht'],
    ['mijn-plan', 'mijn-plan'],
    ['kijk op https://voorbeeld.nl/kind?naam=jan', 'kijk op …'],
  ];
  for (const [said, kept] of cases) {
    it(`is kept of "${said}" as "${kept}"`, () => {
      expect(clean(said)).to.equal(kept);
    });
  }

  it('looks at the beginning of a long text only, in whole words, and takes no time for it', () => {
    expect(clean(`${'. '.repeat(497)}mail naar kevin at gmail punt com`)).to.not.match(/kevin|gmail/);
    const start = performance.now();
    for (const piece of ['a.', 'a', '…', 'a1', '(', 'a punt ']) clean(piece.repeat(8000 / piece.length));
    expect(performance.now() - start).to.be.below(1000);
  });

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
