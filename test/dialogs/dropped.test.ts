/** What a colleague drops, the parent reads with the follow code: what it was, who dropped it, when and why. */
import { expect } from 'chai';
import type { Filing } from '../../cases/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aParentTalk } from '../support/a-parent-talk.ts';
import { aFiling, worker1 } from '../support/case-world.ts';

const REASON = 'Het gezin verhuist naar {{Zwolle}}.\nDaar gaat <b>iemand</b> verder.';
const today = '2026-11-23';

async function aDropped(filing: Partial<Filing> = {}) {
  const talk = await aParentTalk();
  const { world } = talk;
  await world.register.commit({ ...aFamilyCase(), version: 1 });
  const filed = await world.cases.file(worker1, aFiling(filing), 'f1');
  if (filed.kind !== 'filed') throw new Error(`Expected it to be filed, got ${filed.kind}.`);
  const promise = { kind: 'promise', what: 'Wij bellen elke week.', toWhom: 'ouder', owner: 'Wil', due: null } as const;
  const made = await world.cases.record(worker1, 'case-1', { ...promise, on: today }, 'c1');
  const promiseId = made.kind === 'recorded' ? made.id : '';
  return {
    talk,
    code: filed.followCode ?? '',
    drops: () =>
      world.cases.record(worker1, 'case-1', { kind: 'promise-dropped', promiseId, on: today, note: REASON }, 'c2'),
  };
}

describe('a promise that was dropped, for the parent (L6)', () => {
  it('is read with the code: what it was, who dropped it on which day, why to the letter, and what can be done', async () => {
    const { talk, code, drops } = await aDropped();
    expect(await talk.says(code)).to.not.include('Wij bellen elke week.');
    await drops();
    expect(await talk.chat().says(code))
      .to.include('Wij bellen elke week.')
      .and.include('Wil Werker besloot dat op maandag 23 november 2026. De reden:')
      .and.include(REASON)
      .and.match(/niet mee eens\? Bel 0123-\d+ en noem uw nummer/);
  });

  it('is not told to who only speaks for the family', async () => {
    const onBehalf = {
      relation: 'relative',
      name: 'Tante Truus',
      consent: { how: 'Aan tafel', on: '2026-11-20' },
    } as const;
    const { talk, code, drops } = await aDropped({ onBehalf });
    await drops();
    expect(await talk.chat().says(code))
      .to.include('L-')
      .and.not.include('Wij bellen elke week.');
  });
});
