import { expect } from 'chai';
import fc from 'fast-check';
import { createShelves } from '../../../knowledge/match/shelves.ts';
import { editDistance } from '../../../knowledge/match/spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é'), minLength: 3, maxLength: 12 });

describe('the shelves of a vocabulary', () => {
  it('leave out no word that is near enough, by length, first letter or letters', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), word, fc.constantFrom(1, 2), (words, typed, allowed) => {
        const found: string[] = [];
        createShelves(words).near(typed, { allowed, sameStart: false }, (candidate) => found.push(candidate));
        const near = words.filter((one) => distance(typed, one) <= allowed);
        expect(found).to.include.members(near);
      }),
    );
  });

  it('give words with the same first letter only, when asked', () => {
    const found: string[] = [];
    createShelves(['kosten', 'posten', 'kasten']).near('kostem', { allowed: 1, sameStart: true }, (one) =>
      found.push(one),
    );
    expect(found).to.deep.equal(['kosten']);
  });
});

describe('the distance between two words', () => {
  it('is that of the whole table, up to what is allowed and one more, for words of any length', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2, 3), (left, right, allowed) => {
        expect(editDistance(left, right, allowed)).to.equal(Math.min(distance(left, right), allowed + 1));
      }),
    );
    const long = 'a'.repeat(300);
    expect(editDistance(long, `${long}b`, 2)).to.equal(1);
  });
});

/** The textbook table: substitution, insertion, deletion and the swap of two neighbours cost one each. */
function distance(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) => [row]);
  rows[0] = Array.from({ length: right.length + 1 }, (_, column) => column);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column <= right.length; column++) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swap = isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      const cost = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change, swap);
      rows[row]?.push(cost);
    }
  }
  return at(left.length, right.length);
}
