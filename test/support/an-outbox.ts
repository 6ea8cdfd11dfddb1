/** The outbox over real cases in memory, with a clock and timers that only the test moves. */
import { expect } from 'chai';
import { openAddressBook } from '../../bot/address-book.ts';
import type { Address } from '../../bot/arrival.ts';
import { makeLog } from '../../bot/log.ts';
import type { Delivery } from '../../bot/outbox/outcome.ts';
import { makeOutbox, type OutboxDeps } from '../../bot/outbox.ts';
import { aFamilyCase } from './a-family-case.ts';
import { aCaseWorld, aFiling, officer1, officer2, worker1 } from './case-world.ts';
import { aCard, aText } from './teams-client.ts';
import { SERVICE_URL, TENANT_ID } from './token-issuer.ts';

export const addressOf = (conversationId: string): Address => ({
  kind: 'teams',
  conversationId,
  serviceUrl: SERVICE_URL,
  tenantId: TENANT_ID,
  botId: '28:bot',
  userId: `29:${conversationId}`,
});
export const DELIVERED: Delivery = { kind: 'delivered', activityId: '1', alarm: null, tooLarge: false };
export const MINUTE = 60_000;

export type World = Awaited<ReturnType<typeof aCaseWorld>>;

/** Timers that only run when the test moves the clock. */
function manualTimers(world: World) {
  let waiting: { at: number; run: () => void }[] = [];
  return {
    after(ms: number, run: () => void) {
      const timer = { at: world.deps.now().getTime() + ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((one) => one !== timer);
      };
    },
    async pass(ms: number) {
      const end = world.deps.now().getTime() + ms;
      for (;;) {
        await settle();
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        world.pass(Math.max(0, next.at - world.deps.now().getTime()));
        waiting = waiting.filter((one) => one !== next);
        next.run();
      }
      world.pass(end - world.deps.now().getTime());
      await settle();
    },
  };
}

/** Lets everything that does not wait for a timer or for the network run to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export async function anOutbox(wishes: Partial<OutboxDeps> & { readonly families?: number } = {}) {
  const count = wishes.families ?? 1;
  const world = await aCaseWorld({
    cases: Array.from({ length: count }, (_, index) =>
      aFamilyCase({ id: `case-${index + 1}`, label: `Gezin ${index + 1}` }),
    ),
  });
  const addressBook = await openAddressBook(null);
  await addressBook.put(officer1.id, addressOf('a:officer'));
  await addressBook.put(officer2.id, addressOf('a:deputy'));
  await addressBook.put(worker1.id, addressOf('a:worker'));
  const timers = manualTimers(world);
  const logLines: string[] = [];
  const deps: OutboxDeps = {
    cases: world.cases,
    addressBook,
    announce: ({ notice }, form) => [
      notice.cardRef === null ? aText(`nieuws: ${notice.noticeKind}`) : aCard({ cardRef: notice.cardRef, title: form }),
    ],
    deliver: () => Promise.resolve(DELIVERED),
    sendWeb: () => true,
    log: makeLog({ level: 'info', stream: { write: (line) => logLines.push(line) }, now: () => world.deps.now() }),
    timers,
    pollMs: 1000,
    now: () => world.deps.now(),
    random: () => 0,
    ...wishes,
  };
  const file = async (caseId = 'case-1') => {
    const filed = await world.cases.file(worker1, aFiling({ caseId }), `file-${caseId}`);
    expect(filed.kind).to.equal('filed');
  };
  const notices = async (caseId = 'case-1') => (await world.stored(caseId)).notices;
  return { world, deps, timers, logLines, addressBook, outbox: makeOutbox(deps), file, notices };
}
