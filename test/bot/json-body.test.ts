import { expect } from 'chai';
import fc from 'fast-check';
import { parseBounded } from '../../bot/http/json-body.ts';

const DEEPEST = 64;

describe('a body of JSON', () => {
  it('may nest 64 deep and no deeper, in lists, in objects and with brackets in its words', () => {
    const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const words = (depth: number) => `["${'[{'.repeat(200)}",${lists(depth - 1)}]`;
    for (const nested of [lists, objects, words]) {
      expect(parseBounded(nested(DEEPEST))?.value, nested(2)).not.to.equal(undefined);
      expect(parseBounded(nested(DEEPEST + 1)), nested(2)).to.equal(null);
    }
  });

  it('is read as JSON.parse reads it, with many brackets too', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 1, max: 40 }), (json, times) => {
        const many = `[${Array.from({ length: times }, () => json).join(',')}]`;
        if (!/__proto__|constructor|prototype/.test(json))
          expect(parseBounded(many)?.value).to.deep.equal(JSON.parse(many));
      }),
    );
  });
});
