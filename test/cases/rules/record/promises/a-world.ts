/** A family with a recommendation and a commitment, both without a day. */
import { type CaseEntry, type SignalCode, trackedPromises } from '../../../../../cases/index.ts';
import { aFamilyCase } from '../../../../support/a-family-case.ts';
import { aCaseWorld, worker1 } from '../../../../support/case-world.ts';

export const today = '2026-11-23';
const aFact = (id: string, code: SignalCode, note: string | null) =>
  ({
    id,
    date: '2026-10-01',
    seq: 1,
    recordedAt: '2026-10-01T09:00:00.000Z',
    by: { kind: 'worker', id: 'w', name: 'Wil Werker' },
    signals: [code],
    note,
    requestId: null,
  }) as const;

export const advice = aFact('fact-1', 'recommendation', 'Stel één regisseur aan.');
const commitment = aFact('fact-2', 'commitment-without-date', 'Wij komen erop terug.');
export const dated = {
  kind: 'promise-date',
  owner: 'Wim Werker',
  due: '2026-12-01',
  why: 'Dan is het overleg met school.',
  on: today,
} as const;

export async function aWorld() {
  const world = await aCaseWorld({ cases: [aFamilyCase({ facts: [advice, commitment] })] });
  let commands = 0;
  return {
    ...world,
    record: (entry: CaseEntry, command?: string) =>
      world.cases.record(worker1, 'case-1', entry, command ?? `command-${(commands += 1)}`),
    tracked: async () => trackedPromises(await world.stored(), today),
  };
}

type World = Awaited<ReturnType<typeof aWorld>>;
export const rows = async ({ tracked }: World) =>
  (await tracked()).map(({ id, kind, state }) => `${id} ${kind} ${state}`);
