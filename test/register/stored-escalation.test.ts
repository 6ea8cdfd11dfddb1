import { expect } from 'chai';
import { newProceedings } from '../../cases/index.ts';
import { storedCaseSchema } from '../../register/stored-case.ts';
import { aDesk, aLesson, anOrder } from '../support/a-desk.ts';
import { anEscalatedCase } from '../support/a-family-case.ts';

describe('a stored escalation', () => {
  it('from before proceedings were kept loads with none, and its day is the day that was promised', () => {
    const { escalations, ...rest } = anEscalatedCase({ version: 1 });
    const proceedings = new Set(Object.keys(newProceedings('')));
    const old = escalations.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([key]) => !proceedings.has(key))),
    );
    expect(Object.keys(old[0] ?? {}))
      .to.include('due')
      .and.not.include('steps');
    expect(storedCaseSchema.parse({ ...rest, escalations: old }).escalations).to.deep.equal(escalations);
  });

  it('is the same after it was written and read', () => {
    const desk = aDesk();
    desk.says({ kind: 'propose', subject: 'other', who: null, text: 'Een andere school.' });
    desk.says({ kind: 'complain', statements: ['Niemand belde.'] });
    desk.says({ kind: 'ask-call-back', reach: 'Na vier uur' });
    desk.does({
      kind: 'decide',
      verdict: 'elsewhere',
      to: 'MEE',
      reason: 'Zij kunnen dit.',
      effectiveOn: '2026-12-01',
      order: anOrder,
    });
    desk.does({ kind: 'close', lesson: aLesson });
    const read: unknown = JSON.parse(JSON.stringify(desk.case()));
    expect(storedCaseSchema.parse(read)).to.deep.equal(desk.case());
  });

  it('with something else in it is refused', () => {
    const [escalation] = anEscalatedCase().escalations;
    const strange = { ...anEscalatedCase({ version: 1 }), escalations: [{ ...escalation, extra: 1 }] };
    expect(storedCaseSchema.safeParse(strange).success).to.equal(false);
  });
});
