/** A check of a family that has an open question: with whom it lies, and since when, instead of "put it on the desk". */
import { expect } from 'chai';
import type { Escalation } from '../../../cases/index.ts';
import { aFamilyCase, anEscalation } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { elementsIn } from '../../support/card-walk.ts';
import { officer1, worker1, worker2 } from '../../support/case-world.ts';

const filedByWorker = ({ id, name }: { id: string; name: string }) => ({ kind: 'worker', id, name }) as const;

async function aCheck(escalations: readonly Escalation[]) {
  const family = aFamilyCase({ plans: 0, regisseurs: 0, workers: [worker1.id, worker2.id], escalations });
  const talk = await aWorkerTalk({ families: [family] });
  const told = await talk.says('check De Vries');
  const titles = elementsIn(talk.newest()).map(({ title }) => title);
  return { talk, told, titles };
}

const [leadsToFiling, addsToIt] = [textOf('check.leg-voor'), textOf('check.voeg-toe')];

describe('a check of a family whose question lies with the aanspreekpunt', () => {
  it('says with whom it lies, since when and until when, and does not offer who filed it to file again', async () => {
    const { told, titles } = await aCheck([anEscalation({ filedBy: filedByWorker(worker1) })]);
    expect(told)
      .to.include('L-')
      .and.include('sinds zondag 22 november 2026')
      .and.include(`nu bij ${officer1.name}`)
      .and.include('vrijdag 4 december 2026')
      .and.not.include(textOf('check.stap.deviates'));
    expect(titles).to.not.include(leadsToFiling).and.not.include(addsToIt);
  });

  it('offers to add words of the family to what somebody else put there, which then joins it', async () => {
    const { talk, told, titles } = await aCheck([anEscalation({ filedBy: filedByWorker(worker2) })]);
    expect(told).to.include(textOf('check.ligt.erbij'));
    expect(titles).to.include(addsToIt).and.not.include(leadsToFiling);
    await talk.presses('form');
    await talk.presses('file', { ownWords: 'Help ons.', summary: '', complex: 'yes', stuck: 'stuck', harm: 'unknown' });
    const { escalations } = await talk.stored();
    expect(escalations).to.have.length(1);
    expect(escalations[0]?.joined.map(({ filedBy }) => filedBy.id)).to.deep.equal([worker1.id]);
  });

  it('counts from the day on which it was opened again', async () => {
    const at = '2026-11-23T08:00:00.000Z';
    const base = anEscalation({ filedBy: filedByWorker(worker1), filedAt: '2026-09-01T08:00:00.000Z' });
    const step = { kind: 'reopened', at, by: { kind: 'system' }, reason: null, day: null, about: null } as const;
    const { told } = await aCheck([{ ...base, steps: [{ ...step, id: 's-1', owner: base.owner, due: base.due }] }]);
    expect(told).to.include('ligt er sinds maandag 23 november 2026, nu bij');
  });

  const decision = {
    verdict: 'granted',
    reason: 'Dit kan.',
    effectiveOn: '2026-12-01',
    by: { id: officer1.id, name: officer1.name },
    at: '2026-11-22T12:00:00.000Z',
  } as const;
  for (const [what, state] of [
    ['decided', { kind: 'decided', decision }],
    ['taken back', { kind: 'withdrawn', by: worker1.id, reason: '', at: decision.at }],
  ] as const)
    it(`offers to file again when the earlier question was ${what}`, async () => {
      const { told, titles } = await aCheck([anEscalation({ filedBy: filedByWorker(worker1), state })]);
      expect(titles).to.include(leadsToFiling);
      expect(told).to.not.include('heeft al een vraag bij het aanspreekpunt');
    });
});
