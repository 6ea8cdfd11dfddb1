import { expect } from 'chai';
import { openAddressBook } from '../../bot/address-book.ts';
import { makeDaily } from '../../bot/daily.ts';
import { openDigestLedger } from '../../bot/digest-ledger.ts';
import type { Cases } from '../../cases/index.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { aCaseWorld } from '../support/case-world.ts';

const MINUTE_MS = 60_000;
/** Far from the day on which the tests run, so that a look at the real clock shows. */
const LONG_AGO = '2019-01-07T08:00:00.000Z';

type Run = Awaited<ReturnType<Cases['lookAtAll']>>;
const whole: Run = { families: 3, changed: 1, held: 0, failed: [] };

async function aDailyRound(outcomes: readonly Run[]) {
  const world = await aCaseWorld();
  world.setTime(LONG_AGO);
  let looks = 0;
  const daily = makeDaily({
    ledger: await openDigestLedger(null),
    register: world.register,
    addressBook: await openAddressBook(null),
    roles: world.deps.roles,
    auditLog: world.deps.auditLog,
    settings: () => aKnowledge().settings,
    now: () => world.deps.now(),
    newId: () => world.deps.newId(),
    wake: () => undefined,
    cases: { lookAtAll: () => Promise.resolve(outcomes[looks++] ?? whole) },
  });
  const [rules] = daily.rounds;
  if (rules === undefined) throw new Error('There is no round for the rules.');
  return {
    world,
    looks: () => looks,
    run: () => rules.run(() => Promise.resolve()),
    async runAfter(minutes: number) {
      world.pass(minutes * MINUTE_MS);
      await rules.run(() => Promise.resolve());
      return looks;
    },
  };
}

describe('the stuck rules, once a day', () => {
  it('look once on a day, by the clock they were given', async () => {
    const round = await aDailyRound([]);
    expect(await round.run()).to.deep.include({ changed: 1, failed: 0 });
    expect(await round.runAfter(1)).to.equal(1);
    expect(await round.runAfter(10 * 60)).to.equal(1);
    expect(await round.runAfter(14 * 60)).to.equal(2);
  });

  it('try again after an hour of the clock they were given, when a family could not be looked at', async () => {
    const round = await aDailyRound([
      { ...whole, failed: ['case-1'] },
      { ...whole, failed: ['case-1'] },
    ]);
    expect(await round.run()).to.deep.include({ failed: 1 });
    expect(await round.runAfter(59)).to.equal(1);
    expect(await round.runAfter(1)).to.equal(2);
    expect(await round.runAfter(59)).to.equal(2);
    expect(await round.runAfter(1)).to.equal(3);
    expect(await round.runAfter(60)).to.equal(3);
  });

  it('try again after an hour, also when the clock is set back a day meanwhile', async () => {
    const round = await aDailyRound([{ ...whole, failed: ['case-1'] }]);
    await round.run();
    expect(await round.runAfter(-24 * 60)).to.equal(1);
    expect(await round.runAfter(60)).to.equal(2);
  });

  it('try again at once when the day of a demo is moved on', async () => {
    const round = await aDailyRound([{ ...whole, failed: ['case-1'] }]);
    await round.run();
    expect(await round.runAfter(24 * 60)).to.equal(2);
  });
});
