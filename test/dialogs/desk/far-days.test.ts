import { expect } from 'chai';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { textOf } from '../../support/a-knowledge.ts';

const REASON = 'Er komt een vaste regisseur voor dit gezin.';
const decisionFor = (day: string) => ({ reason: REASON, to: 'Zorgkantoor', effectiveOn: day });
const orderFor = (day: string) => ({
  verdict: 'granted',
  reason: REASON,
  effectiveOn: '2026-12-01',
  orderTo: 'De Sterke School',
  orderWhat: 'Een plek in de klas van groep 5.',
  orderBasis: 'Afspraak met de gemeente.',
  orderDue: day,
});

describe('a day that is too far ahead, at the desk', () => {
  for (const day of ['9999-12-31', '9999-12-01', '2036-11-24'])
    for (const [form, fields, fault] of [
      ['elsewhere', decisionFor(day), 'fout.effectiveOn'],
      ['decide-order', orderFor(day), 'bureau.fout.orderDue'],
    ] as const)
      it(`is refused at its field by "${form}" (${day}), and everything that was typed is still there`, async () => {
        const talk = await aDeskTalk();
        const { told } = await talk.fills(form, fields);
        expect(told).to.include(REASON);
        expect(JSON.stringify(talk.newest())).to.include(textOf(fault)).and.include('10 jaar').and.include(day);
        expect((await talk.escalation()).state.kind).to.equal('filed');
      });

  it('is taken when it is ten years ahead and no further', async () => {
    const talk = await aDeskTalk();
    await talk.fills('elsewhere', decisionFor('2036-11-23'));
    expect((await talk.escalation()).state.kind).to.equal('decided');
  });
});
