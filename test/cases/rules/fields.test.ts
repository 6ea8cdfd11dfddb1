import { expect } from 'chai';
import {
  farthestDay,
  lastDay,
  problemOfComing,
  problemOfOptionalDay,
  problemOfOptionalPromise,
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
