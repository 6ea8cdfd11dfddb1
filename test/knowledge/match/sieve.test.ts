import { expect } from 'chai';
import fc from 'fast-check';
import { createSieve } from '../../../knowledge/match/sieve.ts';

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });

describe('a sieve for words that are written as two', () => {
  it('never says no to a word of its lists, wherever it is split', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 50 }), (pairs) => {
        const half = Math.floor(pairs.length / 2);
        const joined = pairs.map(([one, other]) => one + other);
        const mayBe = createSieve(joined.slice(0, half), joined.slice(half));
        for (const [one, other] of pairs) expect(mayBe(one, other)).to.equal(true);
      }),
    );
  });

  it('says no to more than four of five others, with as many words as the knowledge has', () => {
    const mayBe = createSieve(Array.from({ length: 12_000 }, (_, number) => `woord${number}`));
    const wrong = Array.from({ length: 2000 }, (_, number) => mayBe('ander', `woord${number}`)).filter(Boolean);
    expect(wrong.length).to.be.below(400);
  });
});
