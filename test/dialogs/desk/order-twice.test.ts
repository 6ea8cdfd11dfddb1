/** An order form that was opened twice is sent twice: the organisation is told once. */
import { expect } from 'chai';
import { decided } from '../../support/a-desk-decision.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { textOf } from '../../support/a-knowledge.ts';

const order = {
  orderTo: 'De Sterke School',
  orderWhat: 'Een plek in de klas van groep 5.',
  orderBasis: 'Afspraak met de gemeente.',
  orderDue: '2026-12-14',
};

describe('an order that was given already', () => {
  const aDecidedDesk = () => aDeskTalk({ escalation: { state: decided } });

  it('is not given again from a second form: the desk hears so, and everything typed can be read', async () => {
    const desk = await aDecidedDesk();
    await desk.fills('order', order);
    const before = await desk.stored();
    const { told } = await desk.fills('order', { ...order, orderTo: ' De Sterke School ' });
    expect(told).to.include(textOf('bureau.voorbij.order'));
    expect(JSON.stringify(desk.newest())).to.include(order.orderWhat).and.not.include('do-order');
    expect(await desk.stored()).to.deep.equal(before);
  });

  it('is another one on another day, for another organisation, or about something else', async () => {
    const desk = await aDecidedDesk();
    await desk.fills('order', order);
    for (const other of [{ orderDue: '2026-12-15' }, { orderTo: 'CJG' }, { orderWhat: 'Een taxi naar school.' }])
      await desk.fills('order', { ...order, ...other });
    expect((await desk.escalation()).orders).to.have.length(4);
  });
});
