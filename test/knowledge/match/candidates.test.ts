import { expect } from 'chai';
import fc from 'fast-check';
import { createRanking } from '../../../knowledge/match/candidates.ts';

const INTENTS = Array.from({ length: 40 }, (_, number) => `vraag-${String(number).padStart(2, '0')}`);
const rank = createRanking(INTENTS);
const evidence = (scores: readonly number[]) => ({
  scores: Float32Array.from(scores),
  best: new Float32Array(INTENTS.length),
  bestExample: new Int32Array(INTENTS.length).fill(-1),
  outside: 0,
  meaningful: 1,
  strange: 0,
  danger: 0,
});
const none = () => 0;
const scores = fc.array(fc.integer({ min: -2, max: 6 }), { minLength: INTENTS.length, maxLength: INTENTS.length });

describe('the order of candidates', () => {
  it('is from the highest score down, by name where these are equal, and no more than twelve', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const sorted = INTENTS.map((intent, number) => ({ intent, score: given[number] ?? 0 }))
          .filter(({ score }) => score >= 1)
          .sort((one, other) => other.score - one.score || (one.intent < other.intent ? -1 : 1))
          .slice(0, 12)
          .map(({ intent }) => intent);
        const found = rank({ evidence: evidence(given), rules: [], bonus: none }).map(({ intent }) => intent);
        expect(found).to.deep.equal(sorted);
      }),
    );
  });

  it('has a place for what only a rule finds, with and without examples', () => {
    const rules = [
      { intent: 'vraag-03', score: 1, rule: 'a' },
      { intent: 'vraag-03', score: 2, rule: 'a + b' },
      { intent: 'zonder-voorbeeld', score: 1, rule: 'c' },
    ];
    const found = rank({ evidence: evidence(INTENTS.map(() => -1)), rules, bonus: none });
    expect(found.map(({ intent, rule }) => [intent, rule?.rule])).to.deep.equal([
      ['zonder-voorbeeld', 'c'],
      ['vraag-03', 'a + b'],
    ]);
  });

  it('counts the bonus of each', () => {
    const given = INTENTS.map((_, number) => (number < 2 ? 2 : 0));
    const bonus = (number: number) => (number === 1 ? 0.1 : 0);
    const [first] = rank({ evidence: evidence(given), rules: [], bonus });
    expect(first?.intent).to.equal('vraag-01');
  });
});
