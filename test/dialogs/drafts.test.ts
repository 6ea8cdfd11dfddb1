import { expect } from 'chai';
import fc from 'fast-check';
import { draftsOf, initialState, withDrafts } from '../../dialogs/state.ts';
import type { DialogState } from '../../dialogs/types.ts';

describe('what cards are about', () => {
  const about = (caseId: string) => ({ caseId });
  const afterAll = (refs: readonly (readonly [string, string])[]): DialogState =>
    refs.reduce<DialogState>((state, [ref, caseId]) => withDrafts(state, [[ref, about(caseId)]]), initialState);

  it('is the newest for each card, in order of age, and the newest hundred cards', () => {
    const ref = fc.integer({ min: 0, max: 150 }).map((number) => `ref-${number}`);
    const history = fc.array(fc.tuple(ref, fc.constantFrom('a', 'b', 'c')), { maxLength: 500 });
    fc.assert(
      fc.property(history, (refs) => {
        const expected = new Map<string, string>();
        for (const [one, caseId] of refs) {
          expected.delete(one);
          expected.set(one, caseId);
        }
        const kept = draftsOf(afterAll(refs)).map(([one, draft]) => [one, draft.caseId]);
        expect(kept).to.deep.equal([...expected].slice(-100));
      }),
      { numRuns: 200 },
    );
  });

  it('takes no more room than two hundred cards', () => {
    let state = initialState;
    for (let at = 0; at < 1000; at += 1) {
      state = withDrafts(state, [[`ref-${at}`, about('a')]]);
      expect(state.drafts.length).to.be.at.most(200);
    }
    expect(draftsOf(state)).to.have.length(100);
  });
});
