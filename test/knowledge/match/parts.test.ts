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
      part.flatMap((wanted) => hits.filter((one) => one.term === wanted).map(({ from }) => places[from])),
    );
    return found.slice(0, terms.length).every((part) => part.length > 0) ? [found] : [];
  });

describe('entries of several parts', () => {
  it('are found whole, in their order, with the places of every part by its terms, however they share these', () => {
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

  it('are found of any number of parts, and not when one of these is missing', () => {
    for (const parts of [30, 31, 32, 33, 40]) {
      const find = createPartsFinder([{ terms: Array.from({ length: parts }, (_, part) => [part]) }], parts);
      const hits = Array.from({ length: parts }, (_, number): Hit => ({ term: number, from: 0, to: 1 }));
      expect(find(hits, places), `${parts} parts`).to.have.lengthOf(1);
      for (let missing = 0; missing < parts; missing++) {
        expect(find(hits.toSpliced(missing, 1), places), `${parts} parts without ${missing}`).to.deep.equal([]);
      }
    }
  });

  it('are found among more of them than sixteen bits can number', () => {
    const many = 70_000;
    const find = createPartsFinder(
      Array.from({ length: many }, (_, number) => ({ name: number, terms: [[number], [many]] })),
      many + 1,
    );
    const at = (number: number): Hit => ({ term: number, from: 0, to: 1 });
    const names = find([at(69_999), at(many), at(4)], places).map(({ entry }) => entry.name);
    expect(names).to.deep.equal([4, 69_999]);
  });

  it('are found in the next text when reading the one before broke off', () => {
    const find = createPartsFinder([{ terms: [[0], [1]] }], 2);
    const at = (number: number): Hit => ({ term: number, from: 0, to: 1 });
    const broken = new Proxy([at(0), at(1)], {
      get(hits, name) {
        if (name === '1') throw new Error('broken off');
        const value: unknown = Reflect.get(hits, name);
        return value;
      },
    });
    expect(() => find(broken, places)).to.throw('broken off');
    expect(find([at(1)], places)).to.deep.equal([]);
    expect(find([at(0), at(1)], places)).to.have.lengthOf(1);
  });
});
