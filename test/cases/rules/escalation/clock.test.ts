import { expect } from 'chai';
import { dueItems, missedDays } from '../../../../cases/index.ts';
import { aDesk, aLesson, anOrder, dora, olga, otto } from '../../../support/a-desk.ts';

const decision = {
  kind: 'decide',
  verdict: 'granted',
  reason: 'Er komt een regisseur.',
  effectiveOn: '2026-11-23',
} as const;
const since = (desk: ReturnType<typeof aDesk>, act: () => unknown) => {
  const from = desk.case().notices.length;
  act();
  return desk.told(from);
};

describe('the clock of an answer', () => {
  it('reminds the owner once that a person must say something, and once before the day', () => {
    const desk = aDesk();
    expect(since(desk, () => desk.on('2026-11-24'))).to.deep.equal([]);
    expect(since(desk, () => desk.on('2026-11-25'))).to.deep.equal(['officer-1: reminded']);
    expect(since(desk, () => desk.on('2026-11-26'))).to.deep.equal([]);
    expect(since(desk, () => desk.on('2026-12-03'))).to.deep.equal(['officer-1: reminded']);
    expect(since(desk, () => desk.on('2026-12-07', '22:00'))).to.deep.equal([]);
  });

  it('says nothing about a person when a person was there', () => {
    const desk = aDesk();
    desk.setTime('2026-11-23T10:00:00.000Z');
    desk.does({ kind: 'take' });
    expect(since(desk, () => desk.on('2026-11-25'))).to.deep.equal([]);
  });

  it('goes to the deputy on the day after, then one level up; the parent hears each time and the promise stays known', () => {
    const desk = aDesk();
    desk.does({ kind: 'take' });
    expect(since(desk, () => desk.on('2026-12-08'))).to.deep.equal([
      'officer-2: escalation-filed',
      'parent: raised',
      'officer-1: raised',
    ]);
    expect(desk.escalation()).to.deep.include({
      ...{ owner: otto.id, level: 1, due: '2026-12-11', promisedBy: '2026-12-07' },
      state: { kind: 'filed' },
    });
    desk.on('2026-12-14');
    expect(desk.escalation()).to.deep.include({ owner: dora.id, level: 2, due: '2026-12-17' });
  });

  it('stays with the highest that is there, says so, and never goes down again', () => {
    const desk = aDesk();
    for (const day of ['2026-12-08', '2026-12-14', '2026-12-18', '2026-12-24']) desk.on(day);
    expect(desk.escalation()).to.deep.include({ owner: dora.id, level: 2 });
    expect(desk.kinds()).to.deep.equal([
      'filed',
      ...['raised', 'raised', 'raised', 'nobody-higher', 'raised', 'nobody-higher'],
    ]);
    const two = aDesk({ officers: [olga, otto, { ...dora, level: 1 }, { id: 'officer-9', name: 'Nel', level: 1 }] });
    for (const day of ['2026-12-08', '2026-12-14', '2026-12-18']) two.on(day);
    expect(two.escalation()).to.deep.include({ owner: 'officer-9', level: 2 });
    two.on('2026-12-24');
    expect(two.escalation().owner).to.equal(dora.id);
  });

  it('stays with the only officer there is, who is told', () => {
    const desk = aDesk({ officers: [olga] });
    expect(since(desk, () => desk.on('2026-12-08'))).to.deep.equal(['parent: raised', 'officer-1: raised']);
    expect(desk.escalation().owner).to.equal(olga.id);
    expect(desk.kinds()).to.deep.equal(['filed', 'raised', 'nobody-higher']);
  });

  it('never gives it to who filed it', () => {
    const desk = aDesk({ officers: [olga, otto], file: { by: { kind: 'officer', ...otto } } });
    desk.on('2026-12-08');
    expect(desk.escalation().owner).to.equal(olga.id);
  });

  it('raises once after a jump of a year, and nothing when the clock goes back', () => {
    const desk = aDesk();
    desk.on('2027-12-01');
    const raised = desk.case();
    expect(desk.kinds()).to.deep.equal(['filed', 'raised']);
    desk.on('2026-12-10');
    desk.on('2027-12-01');
    expect(desk.case()).to.equal(raised);
  });

  it('tells it from eight in the morning, on a Dutch clock', () => {
    const desk = aDesk();
    desk.on('2026-12-08', '01:30');
    const dueAt = desk.case().notices.flatMap(({ state }) => (state.kind === 'pending' ? [state.dueAt] : []));
    expect(new Set(dueAt.slice(1))).to.deep.equal(new Set(['2026-12-08T07:00:00.000Z']));
  });
});

describe('an officer who is away', () => {
  const away = [{ from: '2026-11-25', until: '2026-12-04', deputy: dora.id }];

  it('gets nothing new, and what lies there goes to the deputy that was named, or to the next', () => {
    const filed = aDesk({
      officers: [{ ...olga, away: [{ from: '2026-11-20', until: '2026-11-30', deputy: null }] }, otto],
    });
    expect(filed.escalation().owner).to.equal(otto.id);
    const desk = aDesk({ officers: [{ ...olga, away }, otto, { ...dora, level: 1 }] });
    desk.on('2026-11-24');
    expect(desk.escalation().owner).to.equal(olga.id);
    expect(since(desk, () => desk.on('2026-11-25'))).to.include.members([
      'director: escalation-filed',
      'parent: stood-in',
    ]);
    expect(desk.escalation().owner).to.equal(dora.id);
    const bothAway = aDesk({ officers: [{ ...olga, away }, otto, { ...dora, level: 1, away }] });
    bothAway.on('2026-11-26');
    expect(bothAway.escalation().owner).to.equal(otto.id);
  });

  it('keeps it when nobody else is there', () => {
    const desk = aDesk({ officers: [{ ...olga, away }] });
    desk.on('2026-11-26');
    expect(desk.escalation().owner).to.equal(olga.id);
    expect(desk.kinds()).to.not.include('stood-in');
  });
});

describe('the clock of a promise', () => {
  it('takes a missed order one level up at once, tells the parent, and looks again', () => {
    const desk = aDesk();
    desk.does({ ...decision, order: anOrder });
    expect(since(desk, () => desk.on('2026-12-02'))).to.deep.equal([
      'director: escalation-filed',
      'parent: order-missed',
      'officer-1: order-missed',
    ]);
    const [order] = desk.escalation().orders;
    expect(order).to.deep.include({ due: '2026-12-01', nextDue: '2026-12-07', missed: ['2026-12-01'], owner: dora.id });
    expect(desk.escalation()).to.deep.include({ owner: dora.id, level: 2 });
    desk.on('2026-12-08');
    expect(desk.escalation().orders[0]?.missed).to.deep.equal(['2026-12-01', '2026-12-07']);
  });

  it('misses nothing on a day that is no werkdag: it moves on the first one after it', () => {
    const desk = aDesk({ file: {} });
    desk.setTime('2026-11-27T09:00:00.000Z');
    desk.says({ kind: 'ask-call-back', reach: 'Na vier uur' });
    desk.does({
      kind: 'decide',
      verdict: 'granted',
      reason: 'Er komt een regisseur.',
      effectiveOn: '2026-11-27',
      order: { ...anOrder, due: '2026-12-04' },
    });
    for (const saturday of ['2026-12-05', '2026-12-06']) {
      const steps = desk.kinds().length;
      desk.on(saturday);
      if (saturday === '2026-12-06') expect(desk.kinds()).to.have.length(steps);
      expect(desk.kinds(), saturday).to.not.include('order-missed');
    }
    desk.on('2026-12-07');
    expect(desk.kinds()).to.include('order-missed');
  });

  it('stays late after a missed day got a new one, until it is done', () => {
    const desk = aDesk();
    expect(missedDays(desk.escalation(), '2026-12-07')).to.deep.equal([]);
    desk.on('2026-12-08');
    expect(desk.escalation().due > '2026-12-08').to.equal(true);
    expect(missedDays(desk.escalation(), '2026-12-08')).to.deep.equal(['2026-12-07']);
    desk.does({ kind: 'decide', verdict: 'granted', reason: 'Er komt een regisseur.', effectiveOn: '2026-12-08' });
    expect(missedDays(desk.escalation(), '2026-12-08')).to.deep.equal([]);
    const lesson = dueItems(desk.escalation()).find(({ kind }) => kind === 'lesson');
    desk.on('2027-03-01');
    expect(missedDays(desk.escalation(), '2027-03-01')).to.include(lesson?.due);
    desk.does({ kind: 'close', lesson: aLesson });
    expect(missedDays(desk.escalation(), '2027-03-01')).to.deep.equal([]);
  });

  it('takes a call that was not made to the deputy', () => {
    const desk = aDesk();
    expect(since(desk, () => desk.says({ kind: 'ask-call-back', reach: 'Na vier uur' }))).to.deep.equal([
      'officer-1: call-back-promised',
    ]);
    expect(desk.says({ kind: 'ask-call-back', reach: ' Na vier uur' }).kind).to.equal('unchanged');
    expect(desk.escalation().callBacks[0]?.due).to.equal('2026-11-24');
    expect(since(desk, () => desk.on('2026-11-25'))).to.include('parent: call-back-missed');
    expect(desk.escalation().callBacks[0]).to.deep.include({ owner: otto.id, missed: ['2026-11-24'] });
  });

  it('asks after a referral whether it helped; who was sent on is back on the desk at once', () => {
    const desk = aDesk();
    const elsewhere = { ...decision, verdict: 'elsewhere', to: 'Het expertteam' } as const;
    desk.does(elsewhere);
    expect(desk.says({ kind: 'helped', answer: 'not-yet', text: null }).kind).to.equal('changed');
    const other = aDesk();
    other.does(elsewhere);
    expect(since(other, () => other.on('2026-12-15'))).to.include('parent: helped-asked');
    other.says({ kind: 'helped', answer: 'sent-on', text: 'Ze stuurden ons naar de huisarts.' });
    expect(other.escalation()).to.deep.include({ state: { kind: 'filed' }, due: '2026-12-30' });
    expect(other.kinds().slice(-2)).to.deep.equal(['sent-on', 'reopened']);
    expect(other.says({ kind: 'helped', answer: 'helped', text: null }).kind).to.equal('not-open');
  });

  it('opens a no again on the day that was named', () => {
    const desk = aDesk();
    desk.does({ ...decision, verdict: 'refused', effectiveOn: '2026-12-01' });
    desk.on('2026-11-30');
    expect(desk.escalation().state.kind).to.equal('decided');
    expect(since(desk, () => desk.on('2026-12-01'))).to.deep.equal(['parent: reopened', 'officer-1: reopened']);
    expect(desk.escalation().state.kind).to.equal('filed');
  });

  it('raises a plan that did not come, a lesson that was not written, and a complaint after six weeks', () => {
    const desk = aDesk();
    const regisseur = {
      name: 'Rik',
      organisation: 'Team Een',
      canLead: 'yes',
      mandate: 'yes',
      match: 'yes',
      deputy: null,
    } as const;
    desk.does({ ...decision, regisseur });
    desk.says({ kind: 'complain', statements: ['Niemand luisterde.'] });
    expect(dueItems(desk.escalation()).map(({ kind, due }) => `${kind} ${due}`)).to.deep.equal([
      'lesson 2026-12-07',
      'plan 2027-01-04',
      'complaint 2027-01-04',
    ]);
    desk.on('2026-12-08');
    expect(desk.kinds().at(-1)).to.equal('lesson-late');
    desk.on('2027-01-05');
    expect(desk.kinds().slice(-3)).to.have.members(['complaint-late', 'plan-missed', 'lesson-late']);
    expect(desk.escalation().complaints[0]).to.deep.include({ due: '2027-01-04', missed: ['2027-01-04'] });
  });

  it('sees a question of which the answer did not come, and leaves the promise to the parent as it is', () => {
    const desk = aDesk();
    const of = { kind: 'outside', name: 'School' } as const;
    desk.does({ kind: 'ask-more', question: 'Wat ziet de school?', of, due: '2026-11-25' });
    desk.on('2026-11-26');
    expect(desk.escalation().questions[0]?.missedOn).to.equal('2026-11-26');
    expect(desk.escalation().due).to.equal('2026-12-07');
    desk.does({ kind: 'more-received', questionId: desk.escalation().questions[0]?.id ?? '', words: 'Veel verzuim.' });
    expect(desk.escalation().questions[0]?.answer?.by.kind).to.equal('officer');
  });
});
