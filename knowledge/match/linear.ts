/**
 * Logistic regression on the features of the examples: what most of all tells one kind of text from all others. Naive Bayes
 * counts each word by itself; this weighs them against each other ("dood" beside "wachten", beside "mijn hamster"). Trained
 * by AdaGrad (Duchi, Hazan & Singer, "Adaptive Subgradient Methods", 2011) in a fixed order, so that the same examples give
 * the same answers.
 */
import type { Rows } from './cells.ts';
import type { Vector } from './features.ts';

/** In nats: above 0 rather yes than no. */
export type Linear = (question: Vector) => number;

/** Measured on questions nobody tuned on; twice as many rounds say the same. */
const rounds = 5;
const rate = 0.5;
/** The constant goes slower: it is part of every example. */
const biasRate = 0.15;
/** An example that is this certain teaches nothing more. */
const certain = 0.005;
const least = 1e-3;

/** What training ends with: what one of each feature says, and what a text without any says. */
export interface LearntLinear {
  readonly weights: Float32Array;
  readonly bias: number;
}

export function createLinear({ weights, bias }: LearntLinear): Linear {
  return ({ numbers, amounts, length }) => {
    let total = bias;
    for (let at = 0; at < length; at++) total += (amounts[at] ?? 0) * (weights[numbers[at] ?? -1] ?? 0);
    return total;
  };
}

/** The examples are unit vectors over features `0 … size - 1`. */
export function learnLinear(
  { begins, features, values }: Rows,
  isPositive: readonly boolean[],
  size: number,
): LearntLinear {
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(least);
  let bias = 0;
  let biasSquares = least;
  const order = Uint32Array.from(isPositive.keys());
  const random = pseudoRandom();
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const example of order) {
      const begin = begins[example] ?? 0;
      const end = begins[example + 1] ?? 0;
      let total = bias;
      for (let at = begin; at < end; at++) total += (weights[features[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const wrong = 1 / (1 + Math.exp(-total)) - (isPositive[example] === true ? 1 : 0);
      if (Math.abs(wrong) < certain) continue;
      for (let at = begin; at < end; at++) {
        const feature = features[at] ?? 0;
        const slope = wrong * (values[at] ?? 0);
        const sum = (squares[feature] ?? 0) + slope * slope;
        squares[feature] = sum;
        weights[feature] = (weights[feature] ?? 0) - (rate * slope) / Math.sqrt(sum);
      }
      biasSquares += wrong * wrong;
      bias -= (biasRate * wrong) / Math.sqrt(biasSquares);
    }
  }
  return { weights, bias };
}

/** The same numbers at every start: from 0 up to 1. */
function pseudoRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const here = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = here;
  }
}
