import { expect } from 'chai';
import fc from 'fast-check';
import { dutchDate, dutchDay, dutchMoment } from '../../cards/dutch-date.ts';
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

describe('an instant on a card', () => {
  const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' });
  const moment = new Intl.DateTimeFormat('nl-NL', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  });
  const isRight = (at: Date) => {
    expect(dutchDate(at.toISOString())).to.equal(day.format(at));
    expect(dutchMoment(at.toISOString())).to.equal(moment.format(at));
  };

  it('is the day and the time of a Dutch clock, also around its changes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), isRight),
    );
    const change = Date.parse('2027-03-28T01:00:00Z');
    const back = Date.parse('2027-10-31T01:00:00Z');
    for (const at of [change, back]) for (const beside of [-1, 0, 1, -3_600_000]) isRight(new Date(at + beside));
  });

  it('is shown as it came when it is none', () => {
    for (const none of ['voorjaar', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z']) {
      expect(dutchDate(none)).to.equal(none);
      expect(dutchMoment(none)).to.equal(none);
    }
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
