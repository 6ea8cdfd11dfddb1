import { expect } from 'chai';
import { readJson } from '../../knowledge/index.ts';

describe('JSON that is nested too deep', () => {
  const nested: readonly (readonly [string, (depth: number) => string])[] = [
    ['lists', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
    ['objects', (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ];
  for (const [what, text] of nested) {
    it(`is refused in ${what}, whatever the depth, and never ends in a fault`, () => {
      for (const depth of [1100, 4000, 100_000])
        expect(readJson(text(depth)), `${depth}`).to.deep.equal({
          kind: 'broken',
          spot: { line: 1, column: 1, problem: 'dit is geen JSON' },
        });
    });

    it(`is read in ${what} up to a thousand, places and all`, () => {
      const read = readJson(text(1000));
      expect(read.kind === 'value' && read.spotOf(['x'])).to.deep.equal({ line: 1, column: 1 });
    });
  }
});
