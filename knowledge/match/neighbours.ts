/** The examples nearest to a question by whole words and concepts: cosine, where rare words weigh more. */
import { type Cells, createRowsBuilder, type Rows, turnOver } from './cells.ts';
import type { Features } from './features.ts';

export interface Neighbours {
  /** By intent: the cubes of its examples' likenesses added up, so that one near example weighs more than many far ones. */
  readonly scores: Float32Array;
  /** The likeness of the nearest example of each intent, 0–1, and which one it is (-1 for none). */
  readonly best: Float32Array;
  readonly bestExample: Int32Array;
}

/** The arrays are used again by the next call. `length` is that of the question's whole-word part. */
export type FindNeighbours = (question: Pick<Features, 'numbers' | 'amounts' | 'whole'>, length: number) => Neighbours;

/** A feature in more than this part of the examples says nothing about which one is near, and costs most of the time. */
const tooCommon = 0.03;
/**
 * Examples that share only features in more than this part of them are passed over, when the question has a rarer one: they
 * are many, and add hardly anything. Measured on questions nobody tuned on: from a quarter of this on more answers are wrong.
 */
const common = 0.005;
/** In a small knowledge base, this many examples are not many. */
const fewest = 8;

/** By feature, the examples that have it. `examples`: unit vectors of the whole-word features `0 … size - 1`. */
export function learnNeighbours(examples: Rows, size: number): Cells {
  return turnOver(withoutCommon(examples, size), size);
}

/** `intentOf`: by example the number of its intent, less than `intents`. */
export function createNeighbours(cells: Cells, intentOf: Uint16Array, intents: number): FindNeighbours {
  const likeness = new Float32Array(intentOf.length);
  const touched = new Uint16Array(intentOf.length);
  const scores = new Float32Array(intents);
  const best = new Float32Array(intents);
  const bestExample = new Int32Array(intents);

  const mostRare = Math.max(fewest, intentOf.length * common);
  let count = 0;

  /** Adds what a feature of this weight gives to every example that has it, or only to those that were reached before. */
  const add = (feature: number, amount: number, isForAll: boolean): void => {
    const eachStep = amount * cells.step;
    const end = cells.begins[feature + 1] ?? 0;
    for (let cell = cells.begins[feature] ?? 0; cell < end; cell++) {
      const example = cells.rows[cell] ?? 0;
      const before = likeness[example] ?? 0;
      if (before === 0) {
        if (!isForAll) continue;
        touched[count++] = example;
      }
      likeness[example] = before + eachStep * (cells.values[cell] ?? 0);
    }
  };
  const isRare = (feature: number): boolean =>
    (cells.begins[feature + 1] ?? 0) - (cells.begins[feature] ?? 0) <= mostRare;

  return ({ numbers, amounts, whole }, length) => {
    scores.fill(0);
    best.fill(0);
    bestExample.fill(-1);
    count = 0;
    for (let at = 0; at < whole; at++) {
      const feature = numbers[at] ?? 0;
      if (isRare(feature)) add(feature, (amounts[at] ?? 0) / length, true);
    }
    const hasNone = count === 0;
    for (let at = 0; at < whole; at++) {
      const feature = numbers[at] ?? 0;
      if (!isRare(feature)) add(feature, (amounts[at] ?? 0) / length, hasNone);
    }
    for (let at = 0; at < count; at++) {
      const example = touched[at] ?? 0;
      const alike = likeness[example] ?? 0;
      likeness[example] = 0;
      const intent = intentOf[example] ?? 0;
      scores[intent] = (scores[intent] ?? 0) + alike * alike * alike;
      if (alike > (best[intent] ?? 0)) {
        best[intent] = alike;
        bestExample[intent] = example;
      }
    }
    return { scores, best, bestExample };
  };
}

function withoutCommon({ begins, features, values }: Rows, size: number): Rows {
  const examples = begins.length - 1;
  const counts = new Uint32Array(size);
  for (let at = 0; at < features.length; at++) counts[features[at] ?? 0] = (counts[features[at] ?? 0] ?? 0) + 1;
  const limit = Math.max(fewest, examples * tooCommon);
  const kept = createRowsBuilder(examples, features.length);
  for (let example = 0; example < examples; example++) {
    const end = begins[example + 1] ?? 0;
    for (let at = begins[example] ?? 0; at < end; at++) {
      const feature = features[at] ?? 0;
      if ((counts[feature] ?? 0) <= limit) kept.add(feature, values[at] ?? 0);
    }
    kept.endRow();
  }
  return kept.done();
}
