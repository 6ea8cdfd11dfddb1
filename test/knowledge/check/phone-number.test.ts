import { expect } from 'chai';
import { isPhoneNumber, numbersToCall } from '../../../knowledge/check/phone-number.ts';

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
});
