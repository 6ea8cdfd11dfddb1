import { expect } from 'chai';
import fc from 'fast-check';
import {
  type AnonymousRecord,
  anonymousRecord,
  askedAndDone,
  quarterOf,
  quarterReport,
} from '../../../../cases/index.ts';
import { withoutSmall } from '../../../../cases/rules/public/small-counts.ts';
import { aDesk, aLesson } from '../../../support/a-desk.ts';
import { anEscalation } from '../../../support/a-family-case.ts';

const many = (count: number, record: Partial<AnonymousRecord>): readonly AnonymousRecord[] =>
  Array.from({ length: count }, () => ({ ...anonymousRecord(anEscalation()), ...record }));

describe('counts that are shown to everybody', () => {
  const shown = (counts: readonly number[]) => {
    const group = withoutSmall(
      'g',
      counts.map((count, place) => ({ key: `c${place}`, count })),
      5,
    );
    return { total: group.total, cells: group.cells.map(({ count }) => count) };
  };

  it('hide what is small, and then enough others that it can not be worked out', () => {
    expect(shown([20, 30])).to.deep.equal({ total: 50, cells: [20, 30] });
    expect(shown([20, 3, 30])).to.deep.equal({ total: 53, cells: [null, null, 30] });
    expect(shown([20, 0, 30])).to.deep.equal({ total: 50, cells: [20, 0, 30] });
    expect(shown([1, 2, 30, 40])).to.deep.equal({ total: 73, cells: [null, null, null, 40] });
    expect(shown([3])).to.deep.equal({ total: null, cells: [null] });
    expect(shown([3, 0])).to.deep.equal({ total: null, cells: [null, 0] });
  });

  it('never let a small count be worked out from the total and the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), (counts) => {
        const { total, cells } = shown(counts);
        for (const [place, cell] of cells.entries())
          if (cell !== null) expect(cell === 0 || cell >= 5).to.equal(true);
          else expect(counts[place]).to.be.above(0);
        const hidden = counts.filter((_, place) => cells[place] === null);
        if (total === null || hidden.length === 0) return;
        expect(hidden.length).to.be.above(1);
        // Everything that fits in what is left leaves more than one possibility for every hidden cell.
        expect(hidden.reduce((all, one) => all + one, 0)).to.be.at.least(10);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the report of a quarter', () => {
  it('counts filings in the quarter in which they came and decisions in theirs', () => {
    const records = [
      ...many(12, { filedIn: '2026-4', filedBy: 'parent' }),
      ...many(8, {
        filedIn: '2026-4',
        filedBy: 'colleague',
        decidedIn: '2026-4',
        verdict: 'granted',
        inTime: true,
        daysToDecision: 7,
      }),
      ...many(9, { filedIn: '2026-3', decidedIn: '2026-4', verdict: 'refused', inTime: false, daysToDecision: 40 }),
      ...many(3, { filedIn: '2027-1' }),
    ];
    const report = quarterReport(records, '2026-4', 5);
    const group = (key: string) => report.groups.find((one) => one.key === key);
    expect(group('filed-by')).to.deep.include({ total: 20 });
    expect(group('verdict')?.cells).to.deep.equal([
      { key: 'granted', count: 8 },
      { key: 'refused', count: 9 },
      { key: 'elsewhere', count: 0 },
    ]);
    expect(report.medianDays).to.equal(40);
    expect(quarterReport(records, '2027-1', 5)).to.deep.include({ medianDays: null });
    expect(quarterReport(records, '2027-1', 5).groups[0]?.total).to.equal(null);
  });

  it('knows the quarter of a day', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).to.deep.equal([
      '2026-1',
      '2026-1',
      '2026-2',
      '2026-4',
    ]);
  });

  it('shows on "u vroeg, wij deden" what was written for it, and nothing else of the case', () => {
    const desk = aDesk();
    desk.does({ kind: 'decide', verdict: 'granted', reason: 'Er komt een regisseur.', effectiveOn: '2026-11-23' });
    const published = { asked: 'Een vaste regisseur.', did: 'Elk gezin krijgt er een.' };
    desk.does({ kind: 'close', lesson: aLesson, published });
    const page = askedAndDone([anonymousRecord(desk.escalation()), ...many(2, {})]);
    expect(page).to.deep.equal([{ quarter: '2026-4', ...published, promisedBy: null }]);
    const record = JSON.stringify(anonymousRecord(desk.escalation()));
    for (const secret of ['Ik vraag al', 'Olga', 'officer-1', desk.escalation().number, aLesson.cameAcross])
      expect(record).to.not.include(secret);
  });
});
