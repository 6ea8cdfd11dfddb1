import { expect } from 'chai';
import {
  farthestDay,
  firstDay,
  lastDay,
  problemOfComing,
  problemOfOptionalDay,
  problemOfOptionalPromise,
  problemOfPast,
} from '../../../cases/rules/fields.ts';

const now = new Date('2026-11-23T09:00:00.000Z');

describe('the day by which something is promised', () => {
  it('is today at the earliest and ten years ahead at the latest', () => {
    expect(farthestDay('2026-11-23')).to.equal('2036-11-23');
    const problems = ['2026-11-22', '2026-11-23', '2036-11-23', '2036-11-24', '9999-12-31', '2026-02-30'].map((day) =>
      problemOfComing(day, now),
    );
    expect(problems).to.deep.equal([
      'in-the-past',
      undefined,
      undefined,
      'too-far-ahead',
      'too-far-ahead',
      'not-a-day',
    ]);
  });

  it('may lie before today where it was promised by somebody else, and may be left out', () => {
    const problems = [null, '2020-01-01', '2036-11-23', '2036-11-24'].map((day) => problemOfOptionalPromise(day, now));
    expect(problems).to.deep.equal([undefined, undefined, undefined, 'too-far-ahead']);
  });

  it('is never so far that counting on from it leaves the calendar', () => {
    expect([lastDay, '2200-01-01', '9999-12-31'].map(problemOfOptionalDay)).to.deep.equal([
      undefined,
      'too-far-ahead',
      'too-far-ahead',
    ]);
  });
});

describe('the day on which something happened', () => {
  it('is today at the latest, and not so long ago that it must be a slip of the pen', () => {
    const days = ['2026-11-24', '2026-11-23', firstDay, '1989-12-31', '1800-01-01', '0206-11-20', '0001-01-01'];
    const long = 'too-long-ago';
    expect(days.map((day) => problemOfPast(day, now))).to.deep.equal([
      'in-the-future',
      undefined,
      undefined,
      ...Array.from({ length: 4 }, () => long),
    ]);
    expect(days.map(problemOfOptionalDay).slice(2)).to.deep.equal([undefined, long, long, long, long]);
  });

  it('reaches back to the birth of who is 23 now', () => {
    expect(firstDay < '2003-11-23').to.equal(true);
  });
});
