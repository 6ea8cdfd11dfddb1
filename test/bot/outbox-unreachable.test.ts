import { expect } from 'chai';
import { makeOutbox } from '../../bot/outbox.ts';
import { addressOf, anOutbox, DELIVERED, MINUTE } from '../support/an-outbox.ts';
import { officer1, officer2 } from '../support/case-world.ts';

describe('bot/outbox: who can’t be reached, and who left', () => {
  it('hands over and alarms when an officer never spoke to the bot', async () => {
    const sent: string[] = [];
    const { outbox, file, addressBook, logLines } = await anOutbox({
      deliver(address) {
        sent.push(address.conversationId);
        return Promise.resolve(DELIVERED);
      },
    });
    await addressBook.remove(officer1.id);
    await file();
    outbox.wake();
    await outbox.idle();
    expect(sent).to.deep.equal(['a:deputy']);
    expect(logLines.join()).to.include('"code":"no-address"');
  });

  it('waits in the demo for an officer who did not open a window yet, and delivers when it opens', async () => {
    const sent: string[] = [];
    const { outbox, file, addressBook, logLines, timers, world } = await anOutbox({
      waitsForWindow: true,
      deliver(address) {
        sent.push(address.conversationId);
        return Promise.resolve(DELIVERED);
      },
    });
    await addressBook.remove(officer1.id);
    await file();
    outbox.start();
    await timers.pass(179 * MINUTE);
    const { audit, escalations } = await world.stored();
    expect(escalations[0]?.owner).to.equal(officer1.id);
    expect(escalations[0]?.steps.map(({ kind }) => kind)).to.deep.equal(['filed']);
    expect(audit.map(({ event }) => event)).to.not.include('escalation-handed-over');
    expect([sent, logLines.join().includes('no-address')]).to.deep.equal([[], false]);
    await addressBook.put(officer1.id, addressOf('a:officer'));
    await world.cases.requeue(officer1.id);
    await timers.pass(2000);
    expect(sent).to.deep.equal(['a:officer']);
    await outbox.stop();
  });

  it('keeps the card for an officer without an address, alarms once an hour, and sends it once there is one', async () => {
    const sent: string[] = [];
    const { outbox, file, addressBook, logLines, timers, world, notices } = await anOutbox({
      deliver(address) {
        sent.push(address.conversationId);
        return Promise.resolve(DELIVERED);
      },
    });
    for (const { id } of [officer1, officer2]) await addressBook.remove(id);
    await file();
    outbox.start();
    await timers.pass(179 * MINUTE);
    expect(sent).to.deep.equal([]);
    const alarms = logLines.filter((line) => line.includes('"code":"no-address"'));
    expect(alarms.length).to.be.within(2, 3);
    const { audit, escalations } = await world.stored();
    const times = (event: string) => audit.filter((line) => line.event === event).length;
    expect([times('escalation-handed-over'), times('nobody-reachable')]).to.deep.equal([1, 1]);
    expect(escalations[0]?.owner).to.equal(officer2.id);
    await addressBook.put(officer1.id, addressOf('a:officer'));
    await world.cases.requeue(officer1.id);
    await timers.pass(2000);
    expect(sent).to.deep.equal(['a:officer']);
    expect((await notices()).map(({ state }) => state.kind)).to.deep.equal(['sent', 'pending']);
    await outbox.stop();
  });

  it('sends the card when the address came in between the look in the book and the note of it', async () => {
    const { deps, world, file, notices } = await anOutbox();
    let looks = 0;
    const get: typeof deps.addressBook.get = (key) => {
      looks += 1;
      return looks === 1 ? Promise.resolve(undefined) : deps.addressBook.get(key);
    };
    const outbox = makeOutbox({ ...deps, addressBook: { ...deps.addressBook, get } });
    world.roles.delete(officer2.id);
    await file();
    for (const look of [1, 2]) {
      outbox.wake();
      await outbox.idle();
      expect(looks, `${look}`).to.be.above(look);
    }
    expect((await notices()).map(({ state }) => state.kind)).to.deep.equal(['sent']);
  });

  it('gives the escalation of an officer who left to the next one within a minute, and sends that one the card', async () => {
    const sent: string[] = [];
    const { outbox, file, timers, world } = await anOutbox({
      deliver(address) {
        sent.push(address.conversationId);
        return Promise.resolve(DELIVERED);
      },
    });
    await file();
    outbox.start();
    await timers.pass(1000);
    world.roles.delete(officer1.id);
    await timers.pass(MINUTE);
    expect(sent).to.deep.equal(['a:officer', 'a:deputy']);
    expect((await world.stored()).escalations[0]?.owner).to.equal(officer2.id);
    await outbox.stop();
  });

  it('alarms once an hour while nobody is left to give an escalation to', async () => {
    const { outbox, file, timers, world, logLines } = await anOutbox();
    await file();
    for (const { id } of [officer1, officer2]) world.roles.delete(id);
    outbox.start();
    await timers.pass(121 * MINUTE);
    expect(logLines.filter((line) => line.includes('"code":"nobody-on-duty"')).length).to.be.within(2, 3);
    expect((await world.stored()).audit.filter(({ event }) => event === 'nobody-reachable')).to.have.length(1);
    await outbox.stop();
  });
});
