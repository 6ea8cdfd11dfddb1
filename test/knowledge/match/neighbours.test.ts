import { expect } from 'chai';
import { createRowsBuilder } from '../../../knowledge/match/cells.ts';
import { createNeighbours, learnNeighbours } from '../../../knowledge/match/neighbours.ts';

const EXAMPLES = 1000;
/** Every example has one of fifty features that twenty share, and every tenth has one that only it has. */
const COMMON = 50;
const rareOf = (example: number): number => COMMON + example;

function learnt() {
  const rows = createRowsBuilder(EXAMPLES, EXAMPLES * 2);
  for (let example = 0; example < EXAMPLES; example++) {
    const features = [example % COMMON, ...(example % 10 === 0 ? [rareOf(example)] : [])];
    for (const feature of features) rows.add(feature, 1 / Math.sqrt(features.length));
    rows.endRow();
  }
  const intentOf = Uint16Array.from({ length: EXAMPLES }, (_, example) => example % 2);
  return createNeighbours(learnNeighbours(rows.done(), COMMON + EXAMPLES), intentOf, 2);
}

const question = (...features: readonly number[]) => ({
  numbers: Int32Array.from(features),
  amounts: new Float32Array(features.length).fill(1 / Math.sqrt(features.length)),
  length: features.length,
  whole: features.length,
});

describe('the nearest examples', () => {
  const find = learnt();

  it('are those that share the rarer feature, as near as all their features say', () => {
    const { best, bestExample, scores } = find(question(0, rareOf(100)), 1);
    expect(bestExample[0]).to.equal(100);
    expect(best[0]).to.be.closeTo(1, 1e-3);
    // Nineteen others share the feature that many have; they are passed over.
    expect(scores[0]).to.be.closeTo(1, 1e-3);
  });

  it('are all that share a common one, when there is no rarer', () => {
    const { scores } = find(question(1), 1);
    expect(scores[1]).to.be.above(10);
  });

  it('leave nothing behind for the next question', () => {
    const before = [...find(question(0, rareOf(100)), 1).scores];
    find(question(1, rareOf(50)), 1);
    expect([...find(question(0, rareOf(100)), 1).scores]).to.deep.equal(before);
  });
});
