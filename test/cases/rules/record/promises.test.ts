import { expect } from 'chai';
import fc from 'fast-check';
import { isToBeKept, trackedPromises } from '../../../../cases/index.ts';
import { officer1, worker1 } from '../../../support/case-world.ts';
import { advice, aWorld, dated, rows, today } from './promises/a-world.ts';

describe('a promise or recommendation without a day gets one (L6)', () => {
  it('is then late, open and kept like any promise, with who sees to it, why, and an audit line', async () => {
    const world = await aWorld();
    await world.record({ ...dated, promiseId: 'fact-1' });
    expect(await rows(world)).to.deep.equal(['fact-2 commitment undated', 'fact-1 recommendation open']);
    const [, row] = await world.tracked();
    expect(row).to.deep.include({
      what: 'Stel één regisseur aan.',
      due: '2026-12-01',
      byWhom: { kind: 'person', name: 'Wim Werker' },
      note: 'Dan is het overleg met school.',
    });
    const { audit, facts } = await world.stored();
    expect(audit.at(-1)).to.include({ event: 'recorded:promise-date', actor: worker1.id, subject: 'fact-1' });
    expect(facts.at(-1)?.note).to.equal('Stel één regisseur aan.\nDan is het overleg met school.');
    expect(facts[0]).to.deep.equal(advice);
  });

  it('refuses every wrong field at once, and writes nothing', async () => {
    const world = await aWorld();
    const before = await world.stored();
    const wrong = { ...dated, promiseId: 'nobody', owner: ' ', due: '2036-11-24', why: 'Ja', on: '2026-11-24' };
    expect(await world.record(wrong)).to.deep.equal({
      kind: 'invalid',
      fields: [
        { field: 'promiseId', problem: 'unknown' },
        { field: 'owner', problem: 'missing' },
        { field: 'due', problem: 'too-far-ahead' },
        { field: 'why', problem: 'too-short' },
        { field: 'on', problem: 'in-the-future' },
      ],
    });
    expect(await world.stored()).to.deep.equal(before);
  });

  it('takes a day of at most ten years ahead, and none before today', async () => {
    const world = await aWorld();
    const on = (due: string) => world.record({ ...dated, promiseId: 'fact-1', due });
    expect(await on('2026-11-22')).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'due', problem: 'in-the-past' }],
    });
    expect((await on('2036-11-23')).kind).to.equal('recorded');
  });

  it('takes one day only: what has a day is not given another', async () => {
    const world = await aWorld();
    await world.record({ ...dated, promiseId: 'fact-1' });
    expect(await world.record({ ...dated, promiseId: 'fact-1', due: '2027-12-01' })).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'promiseId', problem: 'not-open' }],
    });
  });

  it('is written down once, however often the same command comes', async () => {
    const world = await aWorld();
    await world.record({ ...dated, promiseId: 'fact-1' }, 'press');
    const before = await world.stored();
    await world.record({ ...dated, promiseId: 'fact-1', due: '2027-12-01' }, 'press');
    expect(await world.stored()).to.deep.equal(before);
  });
});

describe('a promise without a day that was written down as one', () => {
  const promised = {
    kind: 'promise',
    what: 'Terugbellen',
    toWhom: 'ouder',
    owner: 'Wil',
    due: null,
    on: today,
  } as const;

  it('stands on the list once, not beside the fact that it left', async () => {
    const world = await aWorld();
    await world.record(promised);
    expect((await rows(world)).filter((row) => !row.startsWith('fact'))).to.have.length(1);
  });

  it('stands there once too when it was written down before facts were tied to promises', async () => {
    const world = await aWorld();
    await world.record(promised);
    const stored = await world.stored();
    const promises = stored.promises.map((one) => ({ ...one, factId: undefined }));
    expect(trackedPromises({ ...stored, promises }, today)).to.have.length(3);
  });

  it('never stands on the list twice, whatever is done about it in whatever order', async () => {
    const kinds = ['promise-kept', 'promise-missed', 'promise-dropped', 'promise-date'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom('fact-1', 'fact-2')), { maxLength: 8 }),
        async (entries) => {
          const world = await aWorld();
          const ended = new Set<string>();
          for (const [kind, promiseId] of entries) {
            const done = await world.record(
              kind === 'promise-date'
                ? { ...dated, promiseId }
                : { kind, promiseId, on: today, note: 'Dat hebben wij besproken.' },
            );
            if (ended.has(promiseId)) expect(done.kind).to.equal('invalid');
            if (done.kind === 'recorded' && (kind === 'promise-kept' || kind === 'promise-dropped'))
              ended.add(promiseId);
          }
          const tracked = await world.tracked();
          expect(tracked.map(({ id }) => id).sort()).to.deep.equal(['fact-1', 'fact-2']);
          expect(tracked.filter(isToBeKept).some(({ id }) => ended.has(id))).to.equal(false);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('who promised what to whom', () => {
  it('is told by name: of today for colleagues, as it was written down for others, and the family as the family', async () => {
    const world = await aWorld();
    await world.record({
      kind: 'promise',
      what: 'Terugbellen',
      toWhom: 'mevrouw Jansen',
      owner: worker1.id,
      due: '2026-12-01',
      on: today,
    });
    const promises = await world.cases.openPromises(officer1, ['case-1'], () => Promise.resolve());
    const told =
      'kind' in promises ? [] : promises.map(({ promise: { kind, toWhom, byWhom } }) => ({ kind, toWhom, byWhom }));
    expect(told).to.deep.equal([
      { kind: 'recommendation', toWhom: { kind: 'family' }, byWhom: { kind: 'nobody' } },
      { kind: 'commitment', toWhom: { kind: 'family' }, byWhom: { kind: 'person', name: 'Wil Werker' } },
      {
        kind: 'promise',
        toWhom: { kind: 'person', name: 'mevrouw Jansen' },
        byWhom: { kind: 'person', name: worker1.name },
      },
    ]);
  });
});
