import { expect } from 'chai';
import { isFixedNumber, isPhoneNumber, numbersToCall, sameNumber } from '../../../knowledge/check/phone-number.ts';

describe('a phone number', () => {
  const good = ['112', '113', '116 111', '14 0123', '14 010', '0800-2000', '0900-8844', '088 0767 000', '0123-456789'];
  const foreign = ['06-12345678', '+31 20 123 45 67', '0800-8765432'];
  for (const number of [...good, ...foreign]) {
    it(`can be ${number}`, () => {
      expect(isPhoneNumber(number)).to.equal(true);
    });
  }

  for (const number of [
    '0123-45678',
    '01234-567890',
    '0800-200',
    '12345',
    '14 0',
    '999',
    '0900-12345',
    'kijk in uw brief',
    '',
  ]) {
    it(`can not be "${number}"`, () => {
      expect(isPhoneNumber(number)).to.equal(false);
    });
  }

  it('is looked for where somebody is told to call, and nowhere else', () => {
    expect(numbersToCall('Bel 0800-2000 of bel de huisarts. In 2026 bellen 1200 mensen.')).to.deep.equal(['0800-2000']);
    expect(numbersToCall('Het telefoonnummer is 0123-45678.')).to.deep.equal(['0123-45678']);
  });

  const loose: readonly (readonly [string, readonly string[]])[] = [
    ['Bel Veilig Thuis: 0800-200.', ['0800-200']],
    ['Wij zijn er op 0800-20001', ['0800-20001']],
    ['U bereikt ons via 0123-45678', ['0123-45678']],
    ['Een medewerker van het lokale team helpt u: bel (0123) 456789.', ['(0123) 456789']],
    ['Bel 0800-2000 24 uur per dag.', ['0800-2000']],
    ['Bel de gemeente op 14 0.', ['14 0']],
    ['Op 01-01-2026 van 09.00-17.00, voor kinderen van 0-18 jaar; bel binnen 14 dagen.', []],
    ['Lees https://x.example/0123456789.', []],
  ];
  for (const [text, numbers] of loose)
    it(`is found in "${text}"`, () => {
      expect(numbersToCall(text)).to.deep.equal(numbers);
    });

  it('is the same however it is written', () => {
    expect(sameNumber('+31 20 123 45 67')).to.equal(sameNumber('020-1234567'));
    expect(['112', '14 0123', '0123-456789'].map(isFixedNumber)).to.deep.equal([true, true, false]);
  });
});
