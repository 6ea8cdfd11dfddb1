import { expect } from 'chai';
import { makeSendPace } from '../../bot/outbox/send-pace.ts';
import { makeOutbox } from '../../bot/outbox.ts';
import { addressOf, anOutbox, DELIVERED, MINUTE } from '../support/an-outbox.ts';

describe('bot/outbox: how fast it sends', () => {
  it('sends to one person one by one, and to eight at most at the same time', async () => {
    const busy = new Map<string, number>();
    let most = 0;
    let mostEach = 0;
    const families = 30;
    const { outbox, file, timers, deps, addressBook } = await anOutbox({ families });
    const watched = makeOutbox({
      ...deps,
      // Twelve people, so that only the number of slots can hold the sends back.
      addressBook: { ...addressBook, get: () => Promise.resolve(addressOf(`a:${(calls += 1) % 12}`)) },
      async deliver(address) {
        const mine = (busy.get(address.conversationId) ?? 0) + 1;
        busy.set(address.conversationId, mine);
        mostEach = Math.max(mostEach, mine);
        most = Math.max(
          most,
          [...busy.values()].reduce((sum, one) => sum + one, 0),
        );
        await new Promise((resolve) => setImmediate(resolve));
        busy.set(address.conversationId, mine - 1);
        return DELIVERED;
      },
    });
    let calls = 0;
    for (let number = 1; number <= families; number += 1) await file(`case-${number}`);
    watched.wake();
    await timers.pass(10_000);
    await watched.idle();
    expect(outbox).to.be.an('object');
    expect(mostEach).to.equal(1);
    expect(most).to.be.within(2, 8);
  });

  it('stays under half of the limits of Teams with 120 escalations at once, and loses none (R8)', async () => {
    const sends: number[] = [];
    const families = 120;
    const { outbox, file, timers, world, notices } = await anOutbox({
      families,
      deliver: () => {
        sends.push(world.deps.now().getTime());
        return Promise.resolve(DELIVERED);
      },
    });
    for (let number = 1; number <= families; number += 1) await file(`case-${number}`);
    outbox.wake();
    await timers.pass(10 * MINUTE);
    await outbox.idle();
    expect(sends).to.have.length(families);
    const halves = [
      [1000, 3],
      [2000, 4],
      [30_000, 30],
      [3_600_000, 900],
    ] as const;
    for (const [windowMs, limit] of halves) {
      for (const start of sends) {
        expect(sends.filter((at) => at >= start && at < start + windowMs).length, `${windowMs} ms`).to.be.at.most(
          limit,
        );
      }
    }
    for (let number = 1; number <= families; number += 1) {
      expect((await notices(`case-${number}`)).map(({ state }) => state.kind)).to.deep.equal(['sent']);
    }
  });

  it('sends at most fifteen a second for all people together', () => {
    let ms = 0;
    const pace = makeSendPace(() => new Date(ms));
    const waits = Array.from({ length: 16 }, (_, person) => pace.take(`a:${person}`));
    expect(waits).to.deep.equal([...Array.from({ length: 15 }, () => 0), 1000]);
    ms = 1000;
    expect(pace.take('a:15')).to.equal(0);
  });

  it('does not wait for a clock that was set back', () => {
    let ms = 3_600_000;
    const pace = makeSendPace(() => new Date(ms));
    for (let send = 0; send < 3; send += 1) pace.take('a:1');
    ms = 0;
    expect(pace.take('a:1')).to.equal(0);
  });
});
