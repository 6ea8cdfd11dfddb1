import { expect } from 'chai';
import { createDanger } from '../../../knowledge/match/danger.ts';
import type { Vector } from '../../../knowledge/match/features.ts';

const nothing: Vector = { numbers: new Int32Array(0), amounts: new Float32Array(0), length: 0 };
/** Intent 0 is for danger, 1 and 2 are not. */
const dangerWith = (bias: number) => createDanger({ weights: new Float32Array(1), bias }, [true, false, false]);

describe('words of somebody in danger', () => {
  it('are those that a crisis answer is likely for, and more so the more likely it is', () => {
    const danger = dangerWith(0);
    const values = [-3, 0, 3].map((crisis) => danger(nothing, Float32Array.of(crisis, 0, -9)));
    expect(values).to.deep.equal([...values].sort((left, right) => left - right));
    expect(values[0]).to.be.below(0);
    expect(values[2]).to.be.above(0);
  });

  it('count the regression too', () => {
    const said = Float32Array.of(0, 0, 0);
    expect(dangerWith(4)(nothing, said)).to.be.above(dangerWith(-4)(nothing, said));
  });

  it('stay numbers, whatever is likely', () => {
    expect(createDanger({ weights: new Float32Array(1), bias: 0 }, [])(nothing, new Float32Array(0))).to.be.a('number')
      .that.is.not.NaN;
    for (const said of [Float32Array.of(900, -900, -900), Float32Array.of(-900, 900, 900), Float32Array.of(0, 0, 0)]) {
      expect(Math.abs(dangerWith(0)(nothing, said))).to.be.below(20);
    }
  });
});
