import { expect } from 'chai';
import type { Delivery } from '../../bot/outbox/outcome.ts';
import type { Reply } from '../../dialogs/index.ts';
import { anOutbox, DELIVERED, MINUTE, settle } from '../support/an-outbox.ts';
import { aFiling, aParent, officer1 } from '../support/case-world.ts';
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

  it('seeks what nobody is there for every minute, also after the clock was set back a day', async () => {
    let sought = 0;
    const { outbox, world } = await anOutbox({
      cases: {
        dueNotices: () => Promise.resolve([]),
        noticeToDeliver: () => Promise.resolve(undefined),
        settle: () => Promise.resolve(),
        requeue: () => Promise.resolve(),
        handOverOrphans: () => {
          sought += 1;
          return Promise.resolve({ left: 0 });
        },
      },
    });
    const seen: number[] = [];
    for (const minutes of [0, -24 * 60, 1, 0]) {
      world.pass(minutes * MINUTE);
      outbox.wake();
      await outbox.idle();
      seen.push(sought);
    }
    expect(seen).to.deep.equal([1, 1, 2, 2]);
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
