import { expect } from 'chai';
import fc from 'fast-check';
import { type Day, dueItems, missedDays, trackedPromises } from '../../../../../cases/index.ts';
import { addDays } from '../../../../../cases/rules/werkdagen.ts';
import { aDesk, aLesson, anOrder } from '../../../../support/a-desk.ts';
import { decision } from './outcomes.ts';

const decidedOn: Day = '2026-11-23';
const dayAfter = (days: number): Day => addDays(decidedOn, days);
const close = { kind: 'close', lesson: aLesson } as const;

/** Decided on 23 November; without the clock, so that nothing but the decision itself moves a day. */
const decided = (effectiveOn: Day, orderDue: Day | null = null) => {
  const desk = aDesk();
  const order = orderDue === null ? null : { ...anOrder, due: orderDue };
  expect(desk.does({ ...decision, effectiveOn, order }).kind).to.equal('changed');
  return desk;
};

describe('a yes that begins on a later day', () => {
  it('is closed on that day or later, never before it, and then says from which day', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(45), (starts, closes) => {
        const desk = decided(dayAfter(starts));
        desk.setTime(`${dayAfter(closes)}T09:00:00.000Z`);
        const before = desk.case();
        const outcome = desk.does(close);
        if (closes >= starts) expect(outcome.kind).to.equal('changed');
        else {
          expect(outcome).to.deep.equal({ kind: 'not-begun', from: dayAfter(starts) });
          expect(desk.case(), 'nothing half saved').to.equal(before);
        }
      }),
    );
  });

  it('waits until that day for the lesson and for the question whether it helped, also with an order', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.option(fc.nat(30)), (starts, ordered) => {
        const { helped, lessonBy } = decided(
          dayAfter(starts),
          ordered === null ? null : dayAfter(ordered),
        ).escalation();
        const last = dayAfter(Math.max(starts, ordered ?? 0));
        expect((lessonBy ?? '') > last).to.equal(true);
        expect(helped?.askOn ?? null).to.equal(starts === 0 && ordered === null ? null : addDays(last, 14));
      }),
    );
  });

  it('is due on that day, late after it in the list and on the desk, and gone when it is closed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(45), (starts, looks) => {
        const desk = decided(dayAfter(starts));
        const [start, today] = [dayAfter(starts), dayAfter(looks)];
        const due = () => dueItems(desk.escalation()).filter(({ kind }) => kind === 'decision');
        const inList = () => trackedPromises(desk.case(), today).find(({ kind }) => kind === 'decision')?.state;
        const { id, owner } = desk.escalation();
        expect(due()).to.deep.equal([{ kind: 'decision', id, due: start, owner }]);
        expect(inList()).to.equal(looks > starts ? 'late' : 'open');
        expect(missedDays(desk.escalation(), today).includes(start)).to.equal(looks > starts);
        desk.setTime(`${start}T09:00:00.000Z`);
        desk.does(close);
        expect([...due(), inList()]).to.deep.equal([undefined]);
      }),
    );
  });

  it('that begins at once is promised no more: the lesson comes next', () => {
    const desk = decided(decidedOn);
    expect(dueItems(desk.escalation()).map(({ kind }) => kind)).to.deep.equal(['lesson']);
    expect(trackedPromises(desk.case(), dayAfter(1)).find(({ kind }) => kind === 'decision')).to.equal(undefined);
  });

  it('is the only decision that waits: a no and "not for us" can be closed at once', () => {
    const later = { ...decision, effectiveOn: '2026-12-01' } as const;
    for (const other of [
      { ...later, verdict: 'refused' },
      { ...later, verdict: 'elsewhere', to: 'Het wijkteam' },
    ] as const) {
      const desk = aDesk();
      desk.does(other);
      expect(desk.does(close).kind, other.verdict).to.equal('changed');
    }
  });

  it('that is opened again before that day is promised no more', () => {
    const desk = decided('2026-12-01');
    desk.does({ kind: 'reopen', reason: 'Het kan eerder beginnen.' });
    expect(dueItems(desk.escalation()).map(({ kind }) => kind)).to.deep.equal(['answer']);
    expect(desk.does(decision).kind).to.equal('changed');
    expect(desk.does(close).kind).to.equal('changed');
  });
});
