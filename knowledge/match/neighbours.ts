/** The examples nearest to a question by whole words and concepts: cosine, where rare words weigh more. */
import { addColumns, type Column, cellsOf } from './cells.ts';
import type { Features } from './features.ts';

export interface Neighbours {
  /** By intent: the cubes of its examples' likenesses added up, so that one near example weighs more than many far ones. */
  readonly scores: Float32Array;
  /** The likeness of the nearest example of each intent, 0–1, and which one it is. */
  readonly best: Float32Array;
  readonly bestExample: Int32Array;
}

/** The arrays are used again by the next call. `length` is that of the question's whole-word part. */
export type FindNeighbours = (question: Features, length: number) => Neighbours;

/** A feature in more than this part of the examples says nothing about which one is near, and costs most of the time. */
const tooCommon = 0.04;

/** `lengths` are the lengths of the examples' whole-word parts, in the weights of `examples`. */
export function createNeighbours(
  examples: readonly Features[],
  lengths: Float32Array,
  intentOf: readonly number[],
  sizes: { readonly intents: number; readonly features: number },
): FindNeighbours {
  const common = commonFeatures(examples, sizes.features);
  const columns = examples.map((example, number) => columnOf(example, lengths[number] ?? 1, common));
  const cells = cellsOf(columns, sizes.features);
  const likeness = new Float32Array(examples.length);
  const scores = new Float32Array(sizes.intents);
  const best = new Float32Array(sizes.intents);
  const bestExample = new Int32Array(sizes.intents);

  return ({ numbers, amounts, whole }, length) => {
    likeness.fill(0);
    scores.fill(0);
    best.fill(0);
    bestExample.fill(-1);
    for (let at = 0; at < whole; at++) addColumns(cells, numbers[at] ?? 0, (amounts[at] ?? 0) / length, likeness);
    for (let example = 0; example < likeness.length; example++) {
      const alike = likeness[example] ?? 0;
      if (alike === 0) continue;
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

function columnOf({ numbers, amounts, whole }: Features, length: number, common: Uint8Array): Column {
  const features = new Int32Array(whole);
  const values = new Float32Array(whole);
  let count = 0;
  for (let at = 0; at < whole; at++) {
    const feature = numbers[at] ?? 0;
    if (common[feature] === 1) continue;
    features[count] = feature;
    values[count++] = (amounts[at] ?? 0) / length;
  }
  return { features, values, length: count };
}

function commonFeatures(examples: readonly Features[], features: number): Uint8Array {
  const counts = new Uint32Array(features);
  for (const { numbers, whole } of examples) {
    for (let at = 0; at < whole; at++) counts[numbers[at] ?? 0] = (counts[numbers[at] ?? 0] ?? 0) + 1;
  }
  const limit = Math.max(8, examples.length * tooCommon);
  return Uint8Array.from(counts, (count) => (count > limit ? 1 : 0));
}
