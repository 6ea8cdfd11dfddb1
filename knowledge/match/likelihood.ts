/**
 * Multinomial naive Bayes, weighed by rarity and length as in Rennie et al., "Tackling the Poor Assumptions of Naive Bayes
 * Text Classifiers" (2003): what each feature says for each intent, counted from the examples in one pass. A score is a sum
 * over features, so it can be taken apart again into the words it came from.
 */
import { addRows, type Cells, createRowsBuilder, type Rows, turnOver, valueAt } from './cells.ts';
import type { FeatureReader, Features } from './features.ts';
import { createWordGains } from './word-gains.ts';

/** A little of everything is expected in every intent, so that one unseen word rules nothing out. */
const smoothing = 0.02;

export interface Likelihood {
  /** Log-likelihood by intent, in nats up to a constant; the array is used again by the next call. */
  scores(question: Features): Float32Array;
  /** What a feature of weight 1 says for an intent, against an intent without it. */
  gain(feature: number, intent: number): number;
}

export interface LearntLikelihood {
  /** By feature: what it says for each intent, against an intent without it. */
  readonly gains: Cells;
  /** By intent: what one of any feature says against it. */
  readonly burdens: Float32Array;
}

/** `examples` are unit vectors; `intentOf` gives the number of each one's intent, those of one intent standing together. */
export function learnLikelihood(
  examples: Rows,
  intentOf: Uint16Array,
  sizes: { readonly intents: number; readonly features: number },
): LearntLikelihood {
  const { gains, totals } = sumByIntent(examples, intentOf, sizes);
  const burdens = totals.map((total) => Math.log(1 + total / (smoothing * Math.max(1, sizes.features))));
  return { gains: turnOver(gains, sizes.features), burdens };
}

/** `rarity`: that of each feature; `eachOf`: that of the reader of the questions. */
export function createLikelihood(
  { gains, burdens }: LearntLikelihood,
  { rarity, eachOf }: Pick<FeatureReader, 'eachOf'> & { readonly rarity: Float32Array },
): Likelihood {
  const scores = new Float32Array(burdens.length);
  const addWord = createWordGains(burdens.length, (word, to) => {
    eachOf(word, (feature, amount) => {
      addRows(gains, feature, amount * (rarity[feature] ?? 0), to);
    });
  });
  return {
    scores({ amounts, length, kept, loose, looseAmounts, scale }) {
      scores.fill(0);
      let total = 0;
      for (let at = 0; at < length; at++) total += amounts[at] ?? 0;
      for (const word of kept) addWord(word, scale, scores);
      for (let at = 0; at < loose.length; at++) {
        const feature = loose[at] ?? 0;
        addRows(gains, feature, scale * (looseAmounts[at] ?? 0) * (rarity[feature] ?? 0), scores);
      }
      for (let intent = 0; intent < scores.length; intent++) {
        scores[intent] = (scores[intent] ?? 0) - total * (burdens[intent] ?? 0);
      }
      return scores;
    },
    gain: (feature, intent) => valueAt(gains, feature, intent),
  };
}

function sumByIntent(
  { begins, features, values }: Rows,
  intentOf: Uint16Array,
  sizes: { readonly intents: number; readonly features: number },
): { readonly gains: Rows; readonly totals: Float32Array } {
  const totals = new Float32Array(sizes.intents);
  const sums = new Float32Array(sizes.features);
  const found = new Int32Array(sizes.features);
  const gains = createRowsBuilder(sizes.intents, features.length / 2);
  let example = 0;
  for (let intent = 0; intent < sizes.intents; intent++) {
    let count = 0;
    let total = 0;
    for (; example < intentOf.length && intentOf[example] === intent; example++) {
      const end = begins[example + 1] ?? 0;
      for (let at = begins[example] ?? 0; at < end; at++) {
        const feature = features[at] ?? 0;
        const value = values[at] ?? 0;
        if (sums[feature] === 0) found[count++] = feature;
        sums[feature] = (sums[feature] ?? 0) + value;
        total += value;
      }
    }
    totals[intent] = total;
    for (let at = 0; at < count; at++) {
      const feature = found[at] ?? 0;
      gains.add(feature, Math.log(1 + (sums[feature] ?? 0) / smoothing));
      sums[feature] = 0;
    }
    gains.endRow();
  }
  return { gains: gains.done(), totals };
}
