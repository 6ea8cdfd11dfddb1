import { expect } from 'chai';
import { createRowsBuilder } from '../../../knowledge/match/cells.ts';
import type { Vector } from '../../../knowledge/match/features.ts';
import { createLinear, learnLinear } from '../../../knowledge/match/linear.ts';

/** Feature 0 stands in every example; 1 means yes, but not beside 2. */
const texts = [[0, 1], [0, 1], [0, 1, 2], [0, 1, 2], [0, 2], [0], [0], [0, 3]] as const;
const isPositive = [true, true, false, false, false, false, false, false];

function learn() {
  const rows = createRowsBuilder(texts.length, 20);
  for (const text of texts) {
    for (const feature of text) rows.add(feature, 1 / Math.sqrt(text.length));
    rows.endRow();
  }
  return createLinear(learnLinear(rows.done(), isPositive, 4));
}

const question = (...numbers: readonly number[]): Vector => ({
  numbers: Int32Array.from(numbers),
  amounts: new Float32Array(numbers.length).fill(1 / Math.sqrt(numbers.length)),
  length: numbers.length,
});

describe('weighing features against each other', () => {
  it('says yes to what has the feature, and less to what has another beside it', () => {
    const says = learn();
    expect(says(question(0, 1))).to.be.above(says(question(0)));
    expect(says(question(0, 1))).to.be.above(0);
    expect(says(question(0, 1, 2))).to.be.below(0);
  });

  it('learns the same from the same examples', () => {
    expect(learn()(question(0, 1))).to.equal(learn()(question(0, 1)));
  });

  it('takes no notice of features that no example has', () => {
    const says = learn();
    const known = question(0, 1);
    const beside = {
      ...known,
      numbers: Int32Array.from([0, 1, -1]),
      amounts: Float32Array.from([...known.amounts, 1]),
    };
    expect(says({ ...beside, length: 3 })).to.equal(says(known));
  });
});
