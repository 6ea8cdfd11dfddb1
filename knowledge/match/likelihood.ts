/**
 * Multinomial naive Bayes, weighed by rarity and length as in Rennie et al., "Tackling the Poor Assumptions of Naive Bayes
 * Text Classifiers" (2003): what each feature says for each intent, counted from the examples in one pass. A score is a sum
 * over features, so it can be taken apart again into the words it came from.
 */
import { addColumns, type Column, cellsOf, valueAt } from './cells.ts';
import type { Features } from './features.ts';

/** A little of everything is expected in every intent, so that one unseen word rules nothing out. */
const smoothing = 0.02;

export interface Likelihood {
  /** Log-likelihood by intent, in nats up to a constant; the array is used again by the next call. */
  scores(question: Features): Float32Array;
  /** What a feature of weight 1 says for an intent, against an intent without it. */
  gain(feature: number, intent: number): number;
}

/** `examples` have the weights of unit vectors; `intentOf` gives the number of each one's intent. */
export function createLikelihood(
  examples: readonly Features[],
  intentOf: readonly number[],
  sizes: { readonly intents: number; readonly features: number },
): Likelihood {
  const { columns, totals } = sumByIntent(examples, intentOf, sizes);
  const cells = cellsOf(columns, sizes.features);
  const burdens = totals.map((total) => Math.log(1 + total / (smoothing * sizes.features)));
  const scores = new Float32Array(sizes.intents);
  return {
    scores({ numbers, amounts, length }) {
      scores.fill(0);
      let total = 0;
      for (let at = 0; at < length; at++) {
        const amount = amounts[at] ?? 0;
        total += amount;
        addColumns(cells, numbers[at] ?? 0, amount, scores);
      }
      for (let intent = 0; intent < scores.length; intent++) {
        scores[intent] = (scores[intent] ?? 0) - total * (burdens[intent] ?? 0);
      }
      return scores;
    },
    gain: (feature, intent) => valueAt(cells, feature, intent),
  };
}

function sumByIntent(
  examples: readonly Features[],
  intentOf: readonly number[],
  { intents, features }: { readonly intents: number; readonly features: number },
): { readonly columns: readonly Column[]; readonly totals: Float32Array } {
  const members: Features[][] = Array.from({ length: intents }, () => []);
  for (let number = 0; number < examples.length; number++) {
    const example = examples[number];
    if (example) members[intentOf[number] ?? 0]?.push(example);
  }
  const totals = new Float32Array(intents);
  const sums = new Float32Array(features);
  const found = new Int32Array(features);
  const columns = members.map((own, intent): Column => {
    let count = 0;
    let total = 0;
    for (const { numbers, amounts, length } of own) {
      for (let at = 0; at < length; at++) {
        const feature = numbers[at] ?? 0;
        const amount = amounts[at] ?? 0;
        if (sums[feature] === 0) found[count++] = feature;
        sums[feature] = (sums[feature] ?? 0) + amount;
        total += amount;
      }
    }
    totals[intent] = total;
    const numbers = found.slice(0, count);
    const values = new Float32Array(count);
    for (let at = 0; at < count; at++) {
      const feature = numbers[at] ?? 0;
      values[at] = Math.log(1 + (sums[feature] ?? 0) / smoothing);
      sums[feature] = 0;
    }
    return { features: numbers, values, length: count };
  });
  return { columns, totals };
}
