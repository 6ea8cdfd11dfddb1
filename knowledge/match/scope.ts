/**
 * Whether a question is about this subject at all. Four things speak: what its words say for "another subject" against
 * "any of our subjects", each by itself (naive Bayes) and weighed against each other (logistic regression), how many of its
 * words no example has, and how the answer for other subjects scores.
 */
import type { Rows } from './cells.ts';
import type { Features } from './features.ts';
import { createLinear, type LearntLinear, learnLinear } from './linear.ts';

/** Above 0 rather outside than inside, in nats. `lead`: how far the answer for other subjects is before the best one. */
export type Scope = (question: Features, lead: number) => number;

/** Logistic regression on the examples, each left out in turn. */
const weights = { words: 0.64, strange: 1.09, lead: 0.24, bias: 2.27 } as const;
/** How much the regression counts beside these three. Measured on questions nobody tuned on. */
const regression = 2;
const both = 1 / 3;
/** There are six examples of our subjects for each of another, and people ask as they like. */
const prior = 1.8;
const smoothing = 0.1;

export interface LearntScope {
  /** By feature: what it says for another subject against ours, in nats. */
  readonly says: Float32Array;
  readonly linear: LearntLinear;
}

/** The examples are unit vectors. */
export function learnScope(
  { begins, features, values }: Rows,
  isOutside: readonly boolean[],
  size: number,
): LearntScope {
  const inside = new Float32Array(size);
  const outside = new Float32Array(size);
  let totalInside = smoothing * size;
  let totalOutside = smoothing * size;
  for (let example = 0; example < isOutside.length; example++) {
    const sums = isOutside[example] ? outside : inside;
    let total = 0;
    const end = begins[example + 1] ?? 0;
    for (let at = begins[example] ?? 0; at < end; at++) {
      const feature = features[at] ?? 0;
      const value = values[at] ?? 0;
      sums[feature] = (sums[feature] ?? 0) + value;
      total += value;
    }
    if (isOutside[example]) totalOutside += total;
    else totalInside += total;
  }
  const base = Math.log(totalInside / totalOutside);
  const says = inside.map((sum, feature) => base + Math.log(((outside[feature] ?? 0) + smoothing) / (sum + smoothing)));
  return { says, linear: learnLinear({ begins, features, values }, isOutside, size) };
}

export function createScope({ says, linear: learnt }: LearntScope): Scope {
  const linear = createLinear(learnt);
  return (question, lead) => {
    const { numbers, amounts, length, strange } = question;
    let words = 0;
    for (let at = 0; at < length; at++) words += (amounts[at] ?? 0) * (says[numbers[at] ?? 0] ?? 0);
    const counted = weights.words * words + weights.strange * strange + weights.lead * lead + weights.bias;
    return prior + both * (counted + regression * linear(question));
  };
}
