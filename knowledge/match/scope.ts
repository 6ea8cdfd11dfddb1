/**
 * Whether a question is about this subject at all. Three things speak: what its words say for "another subject" against
 * "any of our subjects" (naive Bayes), how many of its words no example has, and how the answer for other subjects scores.
 */
import type { Features } from './features.ts';

/** Above 0 rather outside than inside, in nats. `lead`: how far the answer for other subjects is before the best one. */
export type Scope = (question: Features, lead: number) => number;

/** Logistic regression on the examples, each left out in turn. */
const weights = { words: 0.64, strange: 1.29, lead: 0.17, bias: 2.06 } as const;
const smoothing = 0.1;

/** `examples` have the weights of unit vectors. */
export function createScope(examples: readonly Features[], isOutside: readonly boolean[], features: number): Scope {
  const inside = new Float32Array(features);
  const outside = new Float32Array(features);
  let totalInside = smoothing * features;
  let totalOutside = smoothing * features;
  for (let number = 0; number < examples.length; number++) {
    const example = examples[number];
    if (!example) continue;
    const sums = isOutside[number] ? outside : inside;
    let total = 0;
    for (let at = 0; at < example.length; at++) {
      const feature = example.numbers[at] ?? 0;
      const amount = example.amounts[at] ?? 0;
      sums[feature] = (sums[feature] ?? 0) + amount;
      total += amount;
    }
    if (isOutside[number]) totalOutside += total;
    else totalInside += total;
  }
  const base = Math.log(totalInside / totalOutside);
  const says = inside.map((sum, feature) => base + Math.log(((outside[feature] ?? 0) + smoothing) / (sum + smoothing)));
  return ({ numbers, amounts, length, strange }, lead) => {
    let words = 0;
    for (let at = 0; at < length; at++) words += (amounts[at] ?? 0) * (says[numbers[at] ?? 0] ?? 0);
    return weights.words * words + weights.strange * strange + weights.lead * lead + weights.bias;
  };
}
