/** "Mijn werk": what a worker filed lies at the aanspreekpunt until it is decided, and no longer. */
import { expect } from 'chai';
import { type Escalation, type FamilyCase, workWaitingFor } from '../../../cases/index.ts';
import { decided } from '../../support/a-desk-decision.ts';
import { aFamilyCase, anEscalation } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { worker1, worker2 } from '../../support/case-world.ts';

const today = '2026-11-23';
const finding: FamilyCase['stuck']['findings'][number] = {
  key: 'K1@fact-1',
  rule: 'K1',
  variant: null,
  mode: 'file',
  on: '2026-01-26',
  seq: null,
  deskOn: '2026-01-26',
  factIds: [],
  count: null,
};
const withdrawn = {
  kind: 'withdrawn',
  by: 'worker-1',
  reason: 'Het hoeft niet meer.',
  at: '2026-11-22T12:00:00.000Z',
} as const;

const aTeam = (escalation: Partial<Escalation>, isStuck = false) => {
  const { stuck, ...family } = aFamilyCase({
    plans: 0,
    workers: ['worker-1', 'worker-2'],
    escalations: [anEscalation(escalation)],
  });
  return { ...family, stuck: isStuck ? { ...stuck, findings: [finding] } : stuck };
};

describe('what a worker put before the aanspreekpunt', () => {
  it('stands in the own list from the first minute, with its number and the day of the answer', async () => {
    const talk = await aWorkerTalk({ families: [aTeam({})] });
    expect(await talk.says('mijn werk'))
      .to.include(textOf('werksoort.card-open'))
      .and.include('L-7F3K2M')
      .and.include('4 december 2026');
  });

  it('is not in the list of a colleague, unless the stuck rules put it there', async () => {
    const colleague = await aWorkerTalk({ as: worker2, families: [aTeam({})] });
    expect(await colleague.says('mijn werk')).to.equal(textOf('mijn-werk.niets'));
    const system = { kind: 'system', id: null, name: null } as const;
    const both = await aWorkerTalk({ as: worker2, families: [aTeam({ filedBy: system }, true)] });
    expect(await both.says('mijn werk')).to.include('L-7F3K2M');
  });

  for (const [what, state] of [
    ['was decided', decided],
    ['was taken back', withdrawn],
  ] as const)
    it(`does not lie there any more when it ${what}, also while the family is still stuck`, async () => {
      const { world } = await aWorkerTalk({ families: [aTeam({ state }, true)] });
      for (const { id } of [worker1, worker2]) {
        const [family] = await workWaitingFor(world.deps, id, today);
        expect(family?.items.map(({ kind }) => kind) ?? []).to.not.include('card-open');
      }
    });
});
