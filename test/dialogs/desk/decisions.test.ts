import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { decidedBy, decision, order, reason } from '../../support/a-desk-decision.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';

describe('the desk decides', () => {
  it('says that it is not for us only with who it is for, why, and from when', async () => {
    const desk = await aDeskTalk();
    const wrong = await desk.fills('elsewhere', { to: ' ', reason: 'kort', effectiveOn: '2026-11-01' });
    for (const fault of ['bureau.fout.to', 'fout.reason', 'fout.effectiveOn'])
      expect(wrong.told.split(textOf(fault)), fault).to.have.length.of.at.least(2);
    expect((await desk.escalation()).state.kind).to.equal('filed');
    await desk.fills('elsewhere', { to: 'Leerplicht', reason, effectiveOn: '2026-12-01' });
    const { state } = await desk.escalation();
    expect(state.kind === 'decided' && state.decision).to.deep.include({
      verdict: 'elsewhere',
      effectiveOn: '2026-12-01',
    });
    expect(state.kind === 'decided' && state.decision.grounds?.to).to.equal('Leerplicht');
  });

  it('decides with an order to an organisation: what, on what ground, by when', async () => {
    const desk = await decidedBy();
    const { orders, state } = await desk.escalation();
    expect(state.kind).to.equal('decided');
    expect(orders[0]).to.deep.include({
      to: order.orderTo,
      what: order.orderWhat,
      basis: order.orderBasis,
      due: order.orderDue,
    });
    expect(await desk.opens())
      .to.include(order.orderTo)
      .and.include(order.orderBasis)
      .and.include('dinsdag 8 december 2026');
  });

  const bare = { ...decision, verdict: 'refused', rule: 'Alleen zorg in natura' };
  for (const [what, fields] of [
    ['a rule', bare],
    ['a blocker that is a rule', { ...decision, verdict: 'refused', blocker: 'partner-rule' }],
  ] as const)
    it(`says no on ${what} only with an alternative or maatwerk; the fault stands at the field, what was typed stays`, async () => {
      const desk = await aDeskTalk();
      const { told } = await desk.fills('decide', { ...fields, reason, effectiveOn: '2026-11-01' });
      expect(told.split(textOf('bureau.fout.alternative'))).to.have.length(2);
      expect(told).to.include(textOf('fout.effectiveOn')).and.include(reason);
      expect((await desk.escalation()).state.kind).to.equal('filed');
      await desk.fills('decide', { ...fields, maatwerk: 'ja' });
      const { state } = await desk.escalation();
      expect(state.kind === 'decided' && state.decision.grounds?.maatwerk).to.equal(true);
    });

  it('says no for want of places without more, and yes on a rule', async () => {
    for (const fields of [
      { ...decision, verdict: 'refused', blocker: 'capacity' },
      { ...decision, rule: 'Alleen zorg in natura' },
    ]) {
      const desk = await aDeskTalk();
      await desk.fills('decide', fields);
      expect((await desk.escalation()).state.kind).to.equal('decided');
    }
  });

  it('follows an order: blocked with its reason, then carried out', async () => {
    const desk = await decidedBy();
    await desk.fills('order-blocked', { orderId: '#0', blocker: 'capacity', reason });
    expect(await desk.opens()).to.include(textOf('bureau.blok.capacity'));
    const { told } = await desk.fills('order-done', { orderId: '#0', on: '2026-11-23', note: '' });
    expect(told).to.include(textOf('bureau.klaar.order-done'));
    expect((await desk.escalation()).orders[0]?.done?.on).to.equal('2026-11-23');
    expect(await desk.submit('form-order-done', {})).to.include('Al besloten door');
  });
});
