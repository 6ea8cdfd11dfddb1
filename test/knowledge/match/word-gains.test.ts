import { expect } from 'chai';
import type { KeptWord } from '../../../knowledge/match/features.ts';
import { createWordGains } from '../../../knowledge/match/word-gains.ts';

const word = (number: number): KeptWord => ({ number, isStop: false, root: number, from: 0, to: 0 });

describe('what a word says by intent', () => {
  it('is the same the first time, the next time, and when more words were said than are remembered', () => {
    const add = createWordGains(2, ({ number }, to) => {
      to[0] = (to[0] ?? 0) + number;
      to[1] = (to[1] ?? 0) + 1;
    });
    const said = (number: number, amount: number): number[] => {
      const sums = Float32Array.of(1, 1);
      add(word(number), amount, sums);
      return [...sums];
    };
    for (let round = 0; round < 2; round++) {
      for (let number = 0; number < 5000; number++) expect(said(number, 2)).to.deep.equal([1 + 2 * number, 3]);
    }
  });
});
