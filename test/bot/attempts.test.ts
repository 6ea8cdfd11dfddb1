import { expect } from 'chai';
import { FOLLOW_CODE_LIMITS, makeAttempts } from '../../bot/attempts.ts';

describe('the tries of follow codes', () => {
  const limits = { windowMs: 60_000, perKey: 3, overall: 8 };
  let at: number;
  const tries = (given: Partial<typeof limits> = {}) => makeAttempts({ ...limits, ...given }, () => new Date(at));
  const times = <T>(count: number, work: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => work(index));
  beforeEach(() => {
    at = Date.parse('2026-11-22T09:00:00.000Z');
  });

  it('are allowed up to the limit of a key, and again once the first of them is as old as the window', () => {
    const { mayTry } = tries();
    expect(mayTry(['a'])).to.equal(true);
    at += 10_000;
    expect(times(3, () => mayTry(['a']))).to.deep.equal([true, true, false]);
    at += 49_999;
    expect(mayTry(['a'])).to.equal(false);
    at += 1;
    expect(times(2, () => mayTry(['a']))).to.deep.equal([true, false]);
  });

  it('count for every key at once: a new conversation from the same address gives no new tries', () => {
    const { mayTry } = tries();
    expect(times(4, (index) => mayTry([`conversation-${index}`, 'ip:1']))).to.deep.equal([true, true, true, false]);
    expect(mayTry(['conversation-9', 'ip:2'])).to.equal(true);
  });

  it('that are refused count for nobody, so that one key can not use up the tries of another', () => {
    const { mayTry } = tries();
    times(3, () => mayTry(['ip:1']));
    times(20, () => mayTry(['mine', 'ip:1']));
    expect(times(3, () => mayTry(['mine', 'ip:2']))).to.deep.equal([true, true, true]);
  });

  it('count before their outcome is known, and no more once the code turned out to exist', () => {
    const { mayTry, worked } = tries();
    for (let round = 0; round < 20; round += 1) {
      expect(mayTry(['a', 'ip:1'])).to.equal(true);
      worked(['a', 'ip:1']);
    }
    expect(times(4, () => mayTry(['a', 'ip:1']))).to.deep.equal([true, true, true, false]);
    expect(times(8, (index) => mayTry([`${index}`])).filter(Boolean)).to.have.length(8);
  });

  it('leave a first try to everybody, however many others failed; a second one must wait', () => {
    const { mayTry, worked } = tries();
    times(50, (index) => mayTry([`${index}`]));
    expect(times(2, () => mayTry(['parent', 'ip:1']))).to.deep.equal([true, false]);
    expect(mayTry(['other conversation', 'ip:1'])).to.equal(false);
    for (const round of [1, 2, 3]) {
      expect(mayTry(['parent with the code', 'ip:2']), `${round}`).to.equal(true);
      worked(['parent with the code', 'ip:2']);
    }
    at += limits.windowMs;
    expect(times(3, () => mayTry(['parent', 'ip:1']))).to.deep.equal([true, true, true]);
  });

  it('are given back after the window, and not sooner, when the clock is set back meanwhile', () => {
    const { mayTry } = tries();
    times(3, () => mayTry(['a']));
    at += 10_000;
    expect(mayTry(['a'])).to.equal(false);
    at -= 24 * 60 * 60_000;
    expect(mayTry(['a'])).to.equal(false);
    at += 49_999;
    expect(mayTry(['a'])).to.equal(false);
    at += 1;
    expect(mayTry(['a'])).to.equal(true);
  });

  it('are few enough that a code of 40 bits is not guessed, not from a thousand addresses either', () => {
    const { mayTry } = makeAttempts(FOLLOW_CODE_LIMITS, () => new Date(at));
    const addresses = times(1000, (index) => `ip:${index}`);
    const anHour = times(12, () => addresses.filter((address) => mayTry([address])).length);
    const perHour = anHour.reduce((sum, count) => sum + count, 0);
    expect(perHour).to.be.most(FOLLOW_CODE_LIMITS.overall + addresses.length);
    const codesInUse = 1_000;
    expect(2 ** 40 / codesInUse / perHour / (365 * 24)).to.be.above(75);
  });
});
