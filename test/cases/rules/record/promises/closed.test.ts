import { expect } from 'chai';
import { officer2, worker1, worker2 } from '../../../../support/case-world.ts';
import { aWorld, dated, rows, today } from './a-world.ts';

describe('what was promised or recommended is closed', () => {
  it('leaves the list when it was kept, with what came of it', async () => {
    const world = await aWorld();
    await world.record({ kind: 'promise-kept', promiseId: 'fact-2', on: today, note: 'Gebeld op maandag.' });
    const kept = (await world.tracked()).find(({ id }) => id === 'fact-2');
    expect(kept).to.include({ state: 'kept', keptOn: today, note: 'Gebeld op maandag.' });
    expect((await world.stored()).facts.at(-1)?.note).to.equal('Wij komen erop terug.\nGebeld op maandag.');
  });

  it('leaves the list when it is dropped, with the reason; without one it is refused', async () => {
    const world = await aWorld();
    const dropped = { kind: 'promise-dropped', promiseId: 'fact-1', on: today } as const;
    for (const note of [undefined, null, '', '  te kort  '])
      expect(await world.record({ ...dropped, note })).to.deep.equal({
        kind: 'invalid',
        fields: [{ field: 'note', problem: 'too-short' }],
      });
    await world.record({ ...dropped, note: 'Het gezin verhuist naar Zwolle.' });
    expect(await rows(world)).to.deep.equal(['fact-2 commitment undated', 'fact-1 recommendation dropped']);
    expect((await world.tracked()).at(-1)?.note).to.equal('Het gezin verhuist naar Zwolle.');
    expect((await world.stored()).audit.at(-1)).to.include({ event: 'recorded:promise-dropped', subject: 'fact-1' });
  });

  it('stays on the list when it was missed, without a day too, and counts as missed once', async () => {
    const world = await aWorld();
    const missed = { kind: 'promise-missed', promiseId: 'fact-2', on: today, note: 'Niemand belde.' } as const;
    await world.record(missed);
    expect((await world.tracked()).find(({ id }) => id === 'fact-2')).to.include({ state: 'undated', missed: 1 });
    expect((await world.stored()).facts.at(-1)?.signals).to.deep.equal(['promise-missed']);
    expect(await world.record(missed)).to.deep.equal({
      kind: 'invalid',
      fields: [{ field: 'promiseId', problem: 'not-open' }],
    });
  });

  it('can not be changed after it was closed', async () => {
    const world = await aWorld();
    await world.record({ kind: 'promise-dropped', promiseId: 'fact-1', on: today, note: 'Het gezin verhuist.' });
    for (const kind of ['promise-kept', 'promise-missed'] as const)
      expect(await world.record({ kind, promiseId: 'fact-1', on: today })).to.have.property('kind', 'invalid');
    expect(await world.record({ ...dated, promiseId: 'fact-1' })).to.have.property('kind', 'invalid');
  });

  it('waits for nobody any more', async () => {
    const world = await aWorld();
    await world.record({ ...dated, promiseId: 'fact-1' });
    const waiting = async () => {
      const work = await world.cases.ownWork(worker1);
      return 'kind' in work ? [] : work.flatMap(({ items }) => items.map(({ kind, id }) => `${kind} ${id}`));
    };
    expect(await waiting()).to.include('promise-due fact-1');
    await world.record({ kind: 'promise-dropped', promiseId: 'fact-1', on: today, note: 'Het gezin verhuist.' });
    expect(await waiting()).to.not.include('promise-due fact-1');
  });

  it('is for who has a task for the family, or before whom it lies: others are refused, and that is written down', async () => {
    const world = await aWorld();
    for (const stranger of [worker2, officer2])
      expect(await world.cases.record(stranger, 'case-1', { ...dated, promiseId: 'fact-1' }, 'c')).to.deep.equal({
        kind: 'not-allowed',
      });
    expect(world.auditLines().map(({ event, actor }) => `${event} ${actor}`)).to.deep.equal([
      `denied:record ${worker2.id}`,
      `denied:record ${officer2.id}`,
    ]);
  });
});
