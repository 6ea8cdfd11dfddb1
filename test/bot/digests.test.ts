import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openAddressBook } from '../../bot/address-book.ts';
import { makeDaily } from '../../bot/daily.ts';
import { digestDocument, type DigestLedger, openDigestLedger } from '../../bot/digest-ledger.ts';
import { makeDigests } from '../../bot/digests.ts';
import type { DeliveryOutcome, FamilyCase } from '../../cases/index.ts';
import { durableJsonFile } from '../../register/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { addressOf } from '../support/an-outbox.ts';
import { aCaseWorld, officer1, worker1, worker2 } from '../support/case-world.ts';

const DELIVERED: DeliveryOutcome = { kind: 'delivered', activityId: '1' };

interface Wishes {
  readonly ledger?: DigestLedger;
  readonly hour?: number | null;
  readonly at?: string;
  readonly families?: readonly FamilyCase[];
  readonly holidays?: readonly string[];
}

/** Monday 23 November 2026, half past eight in the morning in the Netherlands, unless `at` says otherwise. */
async function aDay({ ledger, hour = 8, at = '2026-11-23T07:30:00.000Z', families, holidays = [] }: Wishes = {}) {
  const world = await aCaseWorld({ cases: families ?? [aFamilyCase()] });
  world.setTime(at);
  const addressBook = await openAddressBook(null);
  for (const { id } of [worker1, worker2, officer1]) await addressBook.put(id, addressOf(`a:${id}`));
  const { settings } = aKnowledge();
  const deps = {
    ledger: ledger ?? (await openDigestLedger(null)),
    register: world.register,
    addressBook,
    roles: world.deps.roles,
    auditLog: world.deps.auditLog,
    settings: () => ({ ...settings, feestdagen: [...holidays], regie: { ...settings.regie, dagoverzichtUur: hour } }),
    now: () => world.deps.now(),
    newId: () => world.deps.newId(),
  };
  const digests = makeDigests(deps);
  /** Sends what is due as the outbox would; gives back to whom. */
  const send = async (outcome: DeliveryOutcome = DELIVERED) => {
    const sent: string[] = [];
    for (const row of digests.due(100)) {
      const digest = await digests.toDeliver(row);
      if (digest === undefined) continue;
      sent.push(digest.notice.to.id);
      await digests.settle(row, outcome);
    }
    return sent;
  };
  return { world, deps, digests, send, addressBook };
}

describe('the list of the day (W15)', () => {
  it('goes to each worker for whom something waits, once a day, and to nobody else', async () => {
    const { digests, send, world } = await aDay();
    expect(await digests.look()).to.equal(2);
    expect(await send()).to.deep.equal([worker1.id]);
    await digests.look();
    world.pass(60 * 60 * 1000);
    expect([await digests.look(), await send()]).to.deep.equal([0, []]);
    world.setTime('2026-11-24T07:30:00.000Z');
    await digests.look();
    expect(await send()).to.deep.equal([worker1.id]);
    const looks = world.auditLines().filter(({ event }) => event === 'digest-made');
    expect(looks.map(({ actor, subject }) => [actor, subject])).to.deep.equal([
      ['system', worker1.id],
      ['system', worker1.id],
    ]);
  });

  it('is not sent again for a day that was there before, when the clock is set back and on', async () => {
    const { digests, send, world } = await aDay();
    const sent: string[] = [];
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-23', '2026-11-24', '2026-11-25']) {
      world.setTime(`${day}T07:30:00.000Z`);
      await digests.look();
      sent.push(...(await send()).map(() => day));
    }
    expect(sent).to.deep.equal(['2026-11-23', '2026-11-24', '2026-11-25']);
  });

  it('is sent again as soon as a clock that was years ahead is right', async () => {
    const { digests, send, world } = await aDay({ at: '2030-11-25T07:30:00.000Z' });
    for (const day of ['2030-11-25', '2026-11-23', '2026-11-24']) {
      world.setTime(`${day}T07:30:00.000Z`);
      await digests.look();
      expect(await send(), day).to.deep.equal([worker1.id]);
    }
  });

  const FAILED: DeliveryOutcome = { kind: 'not-delivered', retryAfterMs: null, because: '503' };

  it('is tried again after its wait, and no later because the clock was set back on the same day', async () => {
    const { digests, send, world } = await aDay({ at: '2026-11-23T12:00:00.000Z' });
    await digests.look();
    expect(await send(FAILED)).to.deep.equal([worker1.id]);
    world.setTime('2026-11-23T11:30:00.000Z');
    expect(await send(), 'not before the wait').to.deep.equal([]);
    world.pass(59_999);
    expect(await send(), 'not before the wait').to.deep.equal([]);
    world.pass(1);
    expect(await send()).to.deep.equal([worker1.id]);
  });

  it('that a clock hours ahead put off is sent after a restart with the right one', async () => {
    const ledger = await openDigestLedger(null);
    const { digests, send } = await aDay({ ledger, at: '2026-11-23T15:00:00.000Z' });
    await digests.look();
    await send(FAILED);
    const later = await aDay({ ledger, at: '2026-11-23T09:00:00.000Z' });
    expect(await later.send()).to.deep.equal([worker1.id]);
  });

  const quiet: readonly (readonly [string, Wishes])[] = [
    ['before the hour', { at: '2026-11-23T06:59:59.999Z' }],
    ['before the hour in summer time', { at: '2027-06-01T05:59:59.999Z' }],
    ['on a Saturday', { at: '2026-11-28T10:00:00.000Z' }],
    ['on a Sunday that is still Saturday in UTC', { at: '2026-11-28T23:30:00.000Z', hour: 0 }],
    ['on a day off', { at: '2026-12-25T10:00:00.000Z', holidays: ['2026-12-25'] }],
    ['when the municipality switched it off', { hour: null }],
    ['when nothing waits', { families: [aFamilyCase({ plans: 0 })] }],
  ];
  for (const [when, wishes] of quiet) {
    it(`sends nothing ${when}`, async () => {
      const { digests, send } = await aDay(wishes);
      await digests.look();
      expect(await send()).to.deep.equal([]);
    });
  }

  for (const at of ['2026-11-23T07:00:00.000Z', '2027-06-01T06:00:00.000Z', '2026-11-23T22:59:00.000Z']) {
    it(`sends it from the hour on, on a Dutch clock: ${at}`, async () => {
      const { digests, send } = await aDay({ at });
      await digests.look();
      expect(await send()).to.deep.equal([worker1.id]);
    });
  }

  it('is not sent twice after a restart, not even when the process ended in the middle of sending', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regiewijzer-digests-'));
    const file = () => openDigestLedger(durableJsonFile(join(folder, 'digests.json'), digestDocument));
    try {
      const first = await aDay({ ledger: await file() });
      await first.digests.look();
      const [row] = first.digests.due(1);
      expect(row).to.not.equal(undefined);
      if (row) expect((await first.digests.toDeliver(row))?.notice.to.id).to.equal(worker1.id);
      const second = await aDay({ ledger: await file() });
      await second.digests.look();
      expect(await second.send()).to.deep.equal([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is tried again when it surely did not arrive, and never when nobody knows', async () => {
    const busy = await aDay();
    await busy.digests.look();
    await busy.send({ kind: 'not-delivered', retryAfterMs: null, because: 'http-429' });
    expect(await busy.send()).to.deep.equal([]);
    busy.world.pass(60_000);
    expect(await busy.send()).to.deep.equal([worker1.id]);
    const unclear = await aDay();
    await unclear.digests.look();
    await unclear.send({ kind: 'ambiguous', because: 'timeout' });
    unclear.world.pass(60 * 60 * 1000);
    expect(await unclear.send()).to.deep.equal([]);
  });

  it('is given up at midnight: nobody gets the list of yesterday', async () => {
    const { digests, send, world } = await aDay({ at: '2026-11-27T22:59:30.000Z' });
    await digests.look();
    await send({ kind: 'not-delivered', retryAfterMs: null, because: 'http-429' });
    world.setTime('2026-11-28T00:30:00.000Z');
    await digests.look();
    expect(await send()).to.deep.equal([]);
  });

  it('asks at the moment of sending who is a worker still', async () => {
    const { digests, send, world } = await aDay();
    await digests.look();
    world.roles.delete(worker1.id);
    expect(await send()).to.deep.equal([]);
  });

  it('comes after the rules looked at all families, which they do once a day, and an hour later when some failed or were held', async () => {
    const { deps, world } = await aDay();
    const looked: string[] = [];
    let failed: readonly string[] = ['case-1'];
    let held = 0;
    const daily = makeDaily({
      ...deps,
      cases: {
        lookAtAll: () => {
          looked.push('rules');
          return Promise.resolve({ families: 1, changed: 0, held, failed });
        },
      },
      wake: () => void looked.push('wake'),
    });
    const run = async () => {
      for (const round of daily.rounds) await round.run(() => Promise.resolve());
    };
    await run();
    expect(looked).to.deep.equal(['rules', 'wake']);
    await run();
    failed = [];
    held = 1;
    world.pass(60 * 60 * 1000);
    await run();
    await run();
    expect(looked).to.deep.equal(['rules', 'wake', 'rules']);
    held = 0;
    world.pass(60 * 60 * 1000);
    await run();
    await run();
    expect(looked).to.deep.equal(['rules', 'wake', 'rules', 'rules']);
  });
});
