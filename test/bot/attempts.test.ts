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
    const mayTry = tries();
    expect(mayTry(['a'])).to.equal(true);
    at += 10_000;
    expect(times(3, () => mayTry(['a']))).to.deep.equal([true, true, false]);
    at += 49_999;
    expect(mayTry(['a'])).to.equal(false);
    at += 1;
    expect(times(2, () => mayTry(['a']))).to.deep.equal([true, false]);
  });

  it('count for every key at once: a new conversation from the same address gives no new tries', () => {
    const mayTry = tries();
    expect(times(4, (index) => mayTry([`conversation-${index}`, 'ip:1']))).to.deep.equal([true, true, true, false]);
    expect(mayTry(['conversation-9', 'ip:2'])).to.equal(true);
  });

  it('that are refused count for nobody, so that one key can not use up the tries of another', () => {
    const mayTry = tries();
    times(3, () => mayTry(['ip:1']));
    times(20, () => mayTry(['mine', 'ip:1']));
    expect(times(3, () => mayTry(['mine', 'ip:2']))).to.deep.equal([true, true, true]);
  });

  it('have a limit over everybody together', () => {
    const mayTry = tries();
    expect(times(9, (index) => mayTry([`${index}`])).filter(Boolean)).to.have.length(8);
    at += limits.windowMs;
    expect(mayTry(['9'])).to.equal(true);
  });

  it('are few enough that a code of 40 bits is not guessed', () => {
    const perYear = FOLLOW_CODE_LIMITS.overall * ((365 * 24 * 60 * 60 * 1000) / FOLLOW_CODE_LIMITS.windowMs);
    const codesInUse = 1_000;
    expect(2 ** 40 / codesInUse / perYear).to.be.above(100);
  });
});
