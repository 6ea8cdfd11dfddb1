import { expect } from 'chai';
import fc from 'fast-check';
import { maskBsn } from '../../../cases/index.ts';

const two = (number: number) => `${number}`.padStart(2, '0');
const day = fc.integer({ min: 1, max: 28 });
const month = fc.integer({ min: 1, max: 12 });
const shortYear = fc.integer({ min: 10, max: 40 });
const year = fc.integer({ min: 1990, max: 2040 });
const sign = fc.constantFrom('-', '/');
const time = fc
  .tuple(fc.integer({ min: 8, max: 20 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${h}.${two(m)}`);
const dayAndMonth = fc.tuple(day, sign, month).map(([d, between, m]) => `${d}${between}${m}`);
const shortDate = fc
  .tuple(day, fc.constantFrom('-', '/', '.'), month, shortYear)
  .map(([d, between, m, y]) => [d, m, y].join(between));
const longDate = fc.tuple(day, month, year).map(([d, m, y]) => `${two(d)}-${two(m)}-${y}`);
const digit = fc.integer({ min: 0, max: 9 });

/** Each of these stays as it is, whatever the numbers. */
const spared: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a short date with a time': fc.tuple(shortDate, time).map(([on, at]) => `op ${on}, ${at} uur`),
  'short dates in a row': fc.array(shortDate, { minLength: 2, maxLength: 6 }).map((dates) => dates.join(', ')),
  'days of a month in a row': fc
    .tuple(fc.array(dayAndMonth, { minLength: 2, maxLength: 6 }), digit)
    .map(([dates, count]) => `${dates.join(', ')}, ${count} keer`),
  'times in a row': fc.tuple(time, time, time).map(([a, b, c]) => `kamer 2, ${a}, ${b} - ${c} uur`),
  'years in a row with a count': fc
    .tuple(fc.array(year, { minLength: 2, maxLength: 5 }), digit)
    .map(([years, count]) => `in ${years.join(', ')}, ${count} keer`),
  'years from and to with a count': fc.tuple(year, year, digit).map(([a, b, count]) => `van ${a}-${b}, ${count} keer`),
  'a case number of a municipality': fc
    .tuple(shortYear, fc.integer({ min: 100_000, max: 999_999 }), digit)
    .map(([y, number, part]) => `zaak Z/${y}/${number}/${part}`),
  'small numbers with commas': fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 5, maxLength: 14 }),
      fc.constantFrom(',', ', ', ' , '),
    )
    .map(([numbers, comma]) => `feiten ${numbers.join(comma)}`),
};

const weights = [9, 8, 7, 6, 5, 4, 3, 2];
const bsn = fc.array(digit, { minLength: 8, maxLength: 8 }).map((digits) => {
  const last = digits.reduce((sum, one, place) => sum + one * (weights[place] ?? 0), 0) % 11;
  return last < 10 && digits.some((one) => one > 0) ? [...digits, last].join('') : '123456782';
});
const groupings = [[9], [3, 3, 3], [4, 2, 3], [2, 2, 2, 3], [2, 2, 2, 2, 1], [5, 4], [1, 1, 1, 1, 1, 1, 1, 1, 1]];
const written = fc
  .tuple(bsn, fc.constantFrom(...groupings), fc.constantFrom(' ', '-', '.', '/', '_', '\n', '\u2013', ' - '))
  .map(([digits, sizes, between]) => {
    let at = 0;
    return sizes.map((size) => digits.slice(at, (at += size))).join(between);
  });

describe('maskBsn among dates, times, years and lists', () => {
  for (const [what, text] of Object.entries(spared))
    it(`leaves ${what} as they are`, () => {
      fc.assert(
        fc.property(text, (said) => {
          expect(maskBsn(said)).to.equal(said);
        }),
        { numRuns: 1000 },
      );
    });

  it('takes out every BSN in its usual writings', () => {
    fc.assert(
      fc.property(written, (number) => {
        expect(maskBsn(`bsn ${number}.`, '#')).to.equal('bsn #.');
      }),
      { numRuns: 3000 },
    );
  });

  it('takes out a BSN directly beside a date, and leaves the date', () => {
    const beside = fc.constantFrom(' ', ', ', '\n');
    const usual = fc
      .tuple(bsn, fc.constantFrom('$1$2$3', '$1 $2 $3', '$1.$2.$3', '$1-$2-$3'))
      .map(([digits, how]) => digits.replace(/(...)(...)(...)/, how));
    fc.assert(
      fc.property(usual, fc.oneof(shortDate, dayAndMonth, longDate), beside, (number, date, between) => {
        expect(maskBsn(`${date}${between}${number}`, '#')).to.equal(`${date}${between}#`);
        expect(maskBsn(`${number}${between}${date}`, '#')).to.equal(`#${between}${date}`);
      }),
      { numRuns: 3000 },
    );
  });
});
