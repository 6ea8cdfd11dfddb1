import { expect } from 'chai';
import fc from 'fast-check';
import { createPartsFinder, type Entry } from '../../../knowledge/match/parts.ts';
import type { Hit } from '../../../knowledge/match/scan.ts';

const TERMS = 12;
const term = fc.nat({ max: TERMS - 1 });
const entry: fc.Arbitrary<Entry> = fc.record({
  terms: fc.array(fc.array(term, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  besides: fc.array(term, { maxLength: 3 }),
});
const hit: fc.Arbitrary<Hit> = fc
  .record({ term, from: fc.nat({ max: 9 }) })
  .map((found) => ({ ...found, to: found.from + 1 }));
const places = Array.from({ length: 10 }, (_, at) => at * 2);

/** The same, read off the definition. */
const wholeOnes = (entries: readonly Entry[], hits: readonly Hit[]) =>
  entries.flatMap(({ terms, besides = [] }) => {
    const found = [...terms, besides].map((part) =>
      hits.filter((one) => part.includes(one.term)).map(({ from }) => places[from]),
    );
    return found.slice(0, terms.length).every((part) => part.length > 0) ? [found] : [];
  });

describe('entries of several parts', () => {
  it('are found whole, in their order, with the places of every part, however they share their terms', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), fc.array(fc.array(hit, { maxLength: 15 })), (entries, texts) => {
        const find = createPartsFinder(entries, TERMS);
        for (const hits of texts) {
          expect(find(hits, places).map((found) => found.places)).to.deep.equal(wholeOnes(entries, hits));
        }
      }),
    );
  });

  it('of which a part is missing are not found, and leave nothing behind for the next text', () => {
    const find = createPartsFinder([{ terms: [[0], [1]] }], 2);
    const at = (number: number): Hit => ({ term: number, from: 0, to: 1 });
    expect(find([at(0)], places)).to.deep.equal([]);
    expect(find([at(1)], places)).to.deep.equal([]);
    expect(find([at(0), at(1)], places)).to.have.lengthOf(1);
  });
});
