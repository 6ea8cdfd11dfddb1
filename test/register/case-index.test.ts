import { expect } from 'chai';
import fc from 'fast-check';
import { makeCaseIndex } from '../../register/case-index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';

const ids = ['a', 'b', 'c', 'd'];
const workers = ['worker-1', 'worker-2', 'worker-3'];
const someWorkers = fc.subarray(workers);

const change = fc.oneof(
  fc.record({
    kind: fc.constant('replace' as const),
    id: fc.constantFrom(...ids),
    label: fc.constantFrom('Gezin Ängel', 'Gezin Zwart', 'Gezin Bakker', 'Gezin bakker'),
    of: someWorkers,
    isKnown: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom(...ids) }),
  fc.record({ kind: fc.constant('ask' as const), worker: fc.constantFrom(...workers) }),
);

describe('the families of a worker', () => {
  it('are those of the cases as they are now, however often they were asked for before', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (history) => {
        const index = makeCaseIndex();
        for (const one of history) {
          if (one.kind === 'remove') index.remove(one.id);
          else if (one.kind === 'ask') index.casesOf(one.worker);
          else {
            const { id, label, of, isKnown } = one;
            const known = aFamilyCase({ id, label, workers: of });
            index.replace(isKnown ? known : { ...known, family: { kind: 'unmatched' } });
          }
        }
        const anew = makeCaseIndex();
        for (const id of index.ids()) {
          const familyCase = index.get(id);
          if (familyCase !== undefined) anew.replace(familyCase);
        }
        for (const worker of workers) expect(index.casesOf(worker), worker).to.deep.equal(anew.casesOf(worker));
      }),
      { numRuns: 500 },
    );
  });
});
