import { expect } from 'chai';
import fc from 'fast-check';
import { dutchDay } from '../../cards/dutch-date.ts';
import { shownText } from '../../cards/shown-text.ts';

describe('a day on a card', () => {
  const byIntl = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' });

  it('is written as the Dutch write it, on any day', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(dutchDay(day)).to.equal(byIntl.format(new Date(`${day}T12:00:00Z`)));
      }),
    );
  });

  it('is shown as it came when it is none', () => {
    expect(dutchDay('voorjaar')).to.equal('voorjaar');
  });
});

describe('text of a person on a card', () => {
  it('reads the same whether or not it was looked at closely', () => {
    const pieces = fc.constantFrom(
      'é',
      '{',
      '{{',
      '$',
      '${',
      '\u00AD',
      '\u202E',
      '\n',
      '\r\n',
      '\t',
      '\uD800',
      ' ',
      '👪',
      'ß',
    );
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        // An invisible character is taken out again, and sends any text the long way.
        expect(shownText(text)).to.equal(shownText(`\u200B${text}`));
      }),
    );
  });
});
