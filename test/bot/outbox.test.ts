import { expect } from 'chai';
import type { Delivery } from '../../bot/outbox/outcome.ts';
import { makeSendPace } from '../../bot/outbox/send-pace.ts';
import { makeOutbox } from '../../bot/outbox.ts';
import type { Reply } from '../../dialogs/index.ts';
import { addressOf, anOutbox, DELIVERED, MINUTE, settle } from '../support/an-outbox.ts';
import { aFiling, aParent, officer1, officer2 } from '../support/case-world.ts';
import { aText } from '../support/teams-client.ts';

describe('bot/outbox', () => {
  it('sends a notice once while it is under way, however often it is woken', async () => {
    let release: (delivery: Delivery) => void = () => undefined;
    const sent: string[] = [];
    const { outbox, file, world } = await anOutbox({
      deliver(address) {
        sent.push(address.conversationId);
        return address.conversationId === 'a:worker'
          ? new Promise((resolve) => (release = resolve))
          : Promise.resolve(DELIVERED);
      },
    });
    await file();
    outbox.wake();
    await outbox.idle();
    const { cards } = await world.stored();
    const decision = { verdict: 'granted', reason: 'Er komt een regisseur.', effectiveOn: '2026-12-01' } as const;
    await world.cases.decide(officer1, cards[0]?.cardRef ?? '', decision, 'd');
    // News without a card stays due in the register until it is settled.
    for (let turn = 0; turn < 5; turn += 1) {
      outbox.wake();
      await settle();
    }
    release(DELIVERED);
    await outbox.idle();
    outbox.wake();
    await outbox.idle();
    expect(sent).to.deep.equal(['a:officer', 'a:worker']);
  });

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

  it('tells a parent in the widget, and leaves the news for pickup when the conversation is gone', async () => {
    for (const [there, expected] of [
      [true, 'sent'],
      [false, 'left-for-pickup'],
    ] as const) {
      const told: [string, readonly Reply[]][] = [];
      const { outbox, world, timers } = await anOutbox({
        sendWeb(conversationId, replies) {
          told.push([conversationId, replies]);
          return there;
        },
      });
      const filed = await world.cases.file(aParent, aFiling({ caseId: null, replyTo: 'web:conversation-1' }), 'f');
      if (filed.kind !== 'filed') throw new Error(filed.kind);
      outbox.wake();
      await outbox.idle();
      const caseId = (await world.register.casesForOfficer(officer1.id))[0] ?? '';
      const { cards } = await world.stored(caseId);
      const decision = { verdict: 'granted', reason: 'Er komt een regisseur.', effectiveOn: '2026-12-01' } as const;
      const decided = await world.cases.decide(officer1, cards[0]?.cardRef ?? '', decision, 'd');
      expect(decided.kind).to.equal('card');
      outbox.wake();
      await timers.pass(1000);
      await outbox.idle();
      expect(told).to.deep.equal([['conversation-1', [aText('nieuws: escalation-decided')]]]);
      const states = (await world.stored(caseId)).notices.map(
        ({ noticeKind, state }) => `${noticeKind}: ${state.kind}`,
      );
      expect(states).to.include(`escalation-decided: ${expected}`);
    }
  });

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

  it('looks by itself every poll, also after a look that failed', async () => {
    let looks = 0;
    const { outbox, timers, logLines } = await anOutbox({
      cases: {
        dueNotices: () => {
          looks += 1;
          return looks === 1 ? Promise.reject(new Error('disk')) : Promise.resolve([]);
        },
        noticeToDeliver: () => Promise.resolve(undefined),
        settle: () => Promise.resolve(),
        requeue: () => Promise.resolve(),
        handOverOrphans: () => Promise.resolve({ left: 0 }),
      },
    });
    outbox.start();
    await timers.pass(3500);
    expect(looks).to.equal(4);
    expect(logLines.filter((line) => line.includes('outbox-look-failed'))).to.have.length(1);
    await outbox.stop();
    await timers.pass(5000);
    expect(looks).to.equal(4);
  });

  it('treats a fault of its own in the middle of a send as unknown', async () => {
    const { outbox, file, notices, logLines } = await anOutbox({ deliver: () => Promise.reject(new Error('kanarie')) });
    await file();
    outbox.wake();
    await outbox.idle();
    expect((await notices()).map(({ state }) => state.kind)).to.deep.equal(['ambiguous']);
    expect(logLines.join()).to.include('outbox-attempt-failed').and.not.include('kanarie');
  });

  describe('stop', () => {
    it('lets a send that is under way end and be written, and starts none after it', async () => {
      let release: (delivery: Delivery) => void = () => undefined;
      let sends = 0;
      const { outbox, file, notices } = await anOutbox({
        families: 2,
        deliver: () => {
          sends += 1;
          return new Promise((resolve) => (release = resolve));
        },
      });
      await file('case-1');
      await file('case-2');
      outbox.wake();
      await settle();
      const stopped = outbox.stop();
      release(DELIVERED);
      await stopped;
      outbox.wake();
      await settle();
      expect(sends).to.equal(1);
      expect((await notices('case-1')).map(({ state }) => state.kind)).to.deep.equal(['sent']);
      // The second one had begun but was not sent: it goes out again after its proof time.
      expect((await notices('case-2')).map(({ state }) => state.kind)).to.deep.equal(['ambiguous']);
    });

    it('gives up after five seconds', async () => {
      const { outbox, file, timers, logLines } = await anOutbox({ deliver: () => new Promise(() => undefined) });
      await file();
      outbox.wake();
      await settle();
      let stopped = false;
      void outbox.stop().then(() => (stopped = true));
      await timers.pass(4900);
      expect(stopped).to.equal(false);
      await timers.pass(200);
      expect(stopped).to.equal(true);
      expect(logLines.join()).to.include('outbox-not-drained');
    });
  });
});
