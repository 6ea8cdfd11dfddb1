import { expect } from 'chai';
import { dueItems } from '../../../../../cases/index.ts';
import { aDesk, aLesson, anOrder, dora } from '../../../../support/a-desk.ts';
import { aFamilyCase } from '../../../../support/a-family-case.ts';
import { decision, problemsIn } from './outcomes.ts';

describe('closing', () => {
  it('is refused without each of the three fields', () => {
    const desk = aDesk();
    expect(desk.does({ kind: 'close', lesson: aLesson }).kind).to.equal('not-decided');
    desk.does(decision);
    for (const field of ['cameAcross', 'why', 'changes'] as const)
      expect(problemsIn(desk.does({ kind: 'close', lesson: { ...aLesson, [field]: ' kort ' } }))).to.deep.equal([
        `${field} too-short`,
      ]);
    desk.does({ kind: 'close', lesson: aLesson });
    expect(desk.told().at(-1)).to.equal('parent: closed');
    expect(desk.escalation().closing).to.deep.include({ told: { kind: 'address' }, published: null });
    expect(desk.does({ kind: 'close', lesson: aLesson }).kind).to.equal('already-closed');
    expect(desk.does(decision).kind).to.equal('already-decided');
    expect(dueItems(desk.escalation())).to.deep.equal([]);
  });

  it('is refused while the proposal of the parent, an order, a call or a complaint has no answer', () => {
    const desk = aDesk();
    desk.says({ kind: 'propose', subject: 'regisseur', who: 'Rik Regie', text: 'Laat Rik het doen.' });
    desk.says({ kind: 'ask-call-back', reach: 'Na vier uur' });
    desk.says({ kind: 'complain', statements: ['Niemand belde.', ' '] });
    desk.does({ ...decision, order: anOrder });
    const { proposals, orders, callBacks, complaints } = desk.escalation();
    const because = () => {
      const outcome = desk.does({ kind: 'close', lesson: aLesson });
      return outcome.kind === 'cannot-close' ? outcome.because : outcome.kind;
    };
    expect(because()).to.equal('proposal-unanswered');
    const answer = {
      kind: 'answer-proposal',
      proposalId: proposals[0]?.id ?? '',
      reason: 'Rik is niet geregistreerd.',
    } as const;
    expect(desk.does({ ...answer, verdict: 'refused', rule: 'SKJ' }).kind).to.equal('bare-refusal');
    desk.does({ ...answer, verdict: 'refused', rule: 'SKJ', alternative: 'Rik samen met Team Een' });
    expect(because()).to.equal('order-open');
    desk.does({ kind: 'order-carried-out', orderId: orders[0]?.id ?? '', on: '2026-11-23' });
    expect(because()).to.equal('call-back-open');
    desk.does({ kind: 'call-back-done', callBackId: callBacks[0]?.id ?? '', on: '2026-11-23' });
    expect(because()).to.equal('complaint-open');
    const [complaint] = complaints;
    const statement = {
      id: complaint?.statements[0]?.id ?? '',
      finding: 'founded',
      reason: 'Er is niet gebeld.',
    } as const;
    const given = { kind: 'answer-complaint', complaintId: complaint?.id ?? '', lesson: aLesson } as const;
    expect(problemsIn(desk.does({ ...given, statements: [] }))).to.deep.equal(['statements missing']);
    expect(problemsIn(desk.does({ ...given, statements: [{ ...statement, facts: [] }] }))).to.deep.equal([
      'facts missing',
    ]);
    expect(problemsIn(desk.does({ ...given, statements: [{ ...statement, facts: ['made up'] }] }))).to.deep.equal([
      'facts unknown',
    ]);
    const fact = desk.escalation().steps.find(({ kind }) => kind === 'call-back-promised')?.id ?? '';
    desk.does({ ...given, statements: [{ ...statement, facts: [fact] }] });
    expect(desk.escalation().complaints[0]?.statements[0]?.answer?.facts).to.deep.equal([
      { on: '2026-11-23', what: 'stap.call-back-promised', ref: fact },
    ]);
    expect(because()).to.equal('changed');
  });

  it('of what nobody filed needs how the parent was told', () => {
    const familyCase = aFamilyCase({ workers: [] });
    const desk = aDesk({ familyCase, file: { by: { kind: 'system', id: null, name: null }, replyTo: null } });
    desk.does(decision);
    expect(problemsIn(desk.does({ kind: 'close', lesson: aLesson }))).to.deep.equal(['toldHow missing']);
    const told = { how: 'Gebeld met de ouder', on: '2026-11-23' };
    expect(desk.does({ kind: 'close', lesson: aLesson, told }).kind).to.equal('changed');
    expect(desk.escalation().closing?.told).to.deep.equal({ kind: 'in-person', ...told });
  });

  it('can be opened again, with a new promise and what came before kept', () => {
    const desk = aDesk();
    desk.does(decision);
    desk.does({ kind: 'close', lesson: aLesson });
    desk.setTime('2026-12-21T09:00:00.000Z');
    desk.does({ kind: 'reopen', reason: 'De regisseur kwam niet.' }, { id: dora.id, name: dora.name });
    expect(desk.escalation()).to.deep.include({ state: { kind: 'filed' }, closing: null, due: '2027-01-06', level: 0 });
    expect(desk.escalation().earlier).to.have.length(1);
    expect(desk.escalation().earlier[0]).to.deep.include({
      verdict: 'granted',
      lesson: { ...aLesson, by: null, due: null },
    });
    expect(desk.does(decision).kind).to.equal('invalid');
    expect(desk.does({ ...decision, effectiveOn: '2027-01-04' }).kind).to.equal('changed');
  });
});
