import { expect } from 'chai';
import fc from 'fast-check';
import { maskBsn } from '../../../cases/index.ts';
import { cpuMsOf } from '../../support/cpu-time.ts';

// 123456782, 111222333 and 012345672 pass the elfproef; they are test numbers.
const notations = [
  '123456782',
  '111222333',
  '012345672',
  '123.456.782',
  '123 456 782',
  '123-456-782',
  '1234.56.782',
  '1234 56 782',
  '1234-56-782',
  '12 34 56 782',
  '1 2 3 4 5 6 7 8 2',
  '12345 6782',
  '123\u00A0456\u00A0782',
  '123 - 456 - 782',
  '123\u2013456\u2013782',
  '012.345.672',
  '012 345 672',
  '123\n456\n782',
  '123\r\n456\r\n782',
  '123/456/782',
  '123_456_782',
  '123,456,782',
  '123, 456, 782',
  '12,34,56,782',
  '1\u200B2\u200B3\u200B456782',
  '123\uFEFF.\u2060456\u00AD782',
  '\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF12',
  '\uFF11\uFF12\uFF13\uFF0E456\uFF0E782',
];

describe('maskBsn', () => {
  for (const notation of notations)
    it(`takes out ${JSON.stringify(notation)} wherever it stands`, () => {
      expect(maskBsn(notation)).to.equal('[nummer verwijderd]');
      expect(maskBsn(`Mijn BSN is ${notation}, help.`)).to.equal('Mijn BSN is [nummer verwijderd], help.');
      expect(maskBsn(`(${notation})`)).to.equal('([nummer verwijderd])');
      expect(maskBsn(`bsn${notation}x`)).to.equal('bsn[nummer verwijderd]x');
    });

  it('takes out every number in a text and keeps the rest to the letter', () => {
    expect(maskBsn('Kind 1: 123456782\nKind 2: 111.222.333 en  klaar', '#')).to.equal('Kind 1: #\nKind 2: # en  klaar');
    expect(maskBsn('123456782 111222333', '#')).to.equal('# #');
  });

  it('takes a number out when other numbers stand beside it', () => {
    expect(maskBsn('123456782 3 kinderen', '#')).to.equal('# 3 kinderen');
    expect(maskBsn('bsn 012.345.672 2 kinderen', '#')).to.equal('bsn # 2 kinderen');
    expect(maskBsn('bsn 012 345 672, 2 kinderen', '#')).to.equal('bsn #, 2 kinderen');
    expect(maskBsn('op 12/03/2015\n123/456/782', '#')).to.equal('op 12/03/2015\n#');
    expect(maskBsn('06-12345678\n123_456_782\n\u20AC 1.234,56', '#')).to.equal('06-12345678\n#\n\u20AC 1.234,56');
    expect(maskBsn('op 12-03-2015 123456782', '#')).to.equal('op 12-03-2015 #');
    expect(maskBsn('003100005 01-01-1990', '#')).to.equal('# 01-01-1990');
    expect(maskBsn('554.007.496\n26-08-2017', '#')).to.equal('#\n26-08-2017');
    expect(maskBsn('02-04-2005 - 26-55-56-697', '#')).to.equal('02-04-2005 - #');
    expect(maskBsn('bel 06-12345678 123456782', '#')).to.equal('bel 06-12345678 #');
  });

  for (const kept of [
    '123456789',
    '123 456 789',
    '000000000',
    '12345678',
    '1234567820',
    '06-12345678',
    '06 12 34 56 78',
    '0612345678',
    '+31612345678',
    '+31 6 12345678',
    '+31 (0)6 12345678',
    '0031 6 12345678',
    '0031612345678',
    '+32 470 12 34 56',
    '0572 347 899',
    '020-1234567',
    '088 - 123 45 67',
    '0800-2000',
    '113',
    'geboren op 12-03-2015',
    'geboren op 12-03-2015 9 jaar',
    'op 2015-03-12 om 10.30',
    '1 2 2015 12',
    'NL91ABNA0417164300',
    'kinderen van 3, 5 en 8 jaar',
    '06/12345678',
    '0572/347899',
    '020 123 45 67\n020 123 45 68',
    'geboren op 12/03/2015',
    // Each of these would be a BSN if a part of a phone number, date or amount counted: 1+2+2+2+2, 1+2+2+4, 1+3+3+2.
    '1 06 12 34 52 78',
    '3\n020 123 08 09',
    '3 12-03-2006',
    '1.234.567,45',
    '1234567,45 euro',
    '',
  ])
    it(`leaves ${JSON.stringify(kept)} as it is`, () => {
      expect(maskBsn(kept)).to.equal(kept);
    });

  it('leaves every mobile number in every usual notation, also with a digit behind it', () => {
    const subscriber = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String);
    fc.assert(
      fc.property(subscriber, fc.constantFrom('', ' 3', ' 3 keer'), (number, tail) => {
        const parts = number.match(/../g) ?? [];
        for (const text of [`06${number}`, `06-${number}`, `06 ${parts.join(' ')}`, `+316${number}`, `+31 6 ${number}`])
          expect(maskBsn(text + tail)).to.equal(text + tail);
      }),
    );
  });

  it('leaves every date, also with a number behind it', () => {
    const anInstant = fc.integer({ min: 0, max: 30_000 }).map((days) => new Date(days * 86_400_000).toISOString());
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 9 }), (instant, number) => {
        const [year, month, day] = instant.slice(0, 10).split('-');
        for (const text of [`${day}-${month}-${year} ${number}`, `${year}-${month}-${day} ${number}`])
          expect(maskBsn(text)).to.equal(text);
      }),
    );
  });

  it('changes nothing any more the second time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('1', '2', '7', '8', '0', ' ', '.', '-', ',', '\n', '\u200B', 'a'),
          maxLength: 60,
        }),
        (text) => {
          expect(maskBsn(maskBsn(text))).to.equal(maskBsn(text));
        },
      ),
    );
  });

  it('takes time in proportion to the text: hostile texts of 64 KB within 100 ms', () => {
    const texts = [
      '1',
      '1 ',
      '1 . ',
      '123456782',
      '06-',
      '+31 ',
      '12-03-2015 ',
      '0031 ',
      '1-',
      '...1',
      '1,\n/',
      '1\u200B',
      '1\u200B,\u200B',
      '1.234',
      '012 345 672 2 ',
      '1,23',
      '28-12-26 ',
      '4-12, ',
      '2017, ',
      '2017-',
      '9.45, ',
      '1, ',
      'Z/26/1234 ',
    ];
    const long = ['1' + '\u200B'.repeat(65_536), '1' + ' \u200B\u200B'.repeat(20_000)];
    for (const text of [...texts.map((part) => part.repeat(65_536 / part.length)), ...long])
      expect(
        cpuMsOf(() => maskBsn(text)),
        JSON.stringify(text.slice(0, 12)),
      ).to.be.below(100);
  });
});
