/** What the examples say about a question: naive Bayes over all its features, and the examples that are nearest. */
import { createFeatureReader, type Features, type Wording } from './features.ts';
import { createLikelihood } from './likelihood.ts';
import { createNeighbours } from './neighbours.ts';
import { createScope } from './scope.ts';

export interface Example extends Wording {
  readonly intent: string;
  readonly text: string;
}

export interface Evidence {
  readonly intents: readonly string[];
  /** By intent, in standard deviations above the mean of all intents; the arrays are used again by the next call. */
  score(question: Wording): Scores;
  /** The words and concepts that say most for an intent, strongest first, with their part in its score. */
  wordsFor(question: Wording, intent: string): readonly { readonly word: string; readonly weight: number }[];
  exampleText(number: number): string | null;
}

export interface Scores {
  readonly scores: Float32Array;
  /** Likeness of the nearest example, 0–1. */
  readonly best: Float32Array;
  readonly bestExample: Int32Array;
  /** Whether the question is about another subject: above 0 rather yes than no, in nats. */
  readonly outside: number;
}

/** How much the nearest examples count beside naive Bayes. Measured on questions nobody tuned on. */
const neighbourWeight = 0.3;

/** `outside` is the intent whose examples are about other subjects. */
export function createEvidence(
  examples: readonly Example[],
  { stopWords, outside }: { readonly stopWords: ReadonlySet<string>; readonly outside: string },
): Evidence {
  const intents = [...new Set(examples.map(({ intent }) => intent))];
  const numberOf = new Map(intents.map((intent, number) => [intent, number]));
  const intentOf = examples.map(({ intent }) => numberOf.get(intent) ?? 0);
  const reader = createFeatureReader(stopWords);
  const learnt = examples.map((example) => reader.learn(example));
  const sizes = { intents: intents.length, features: reader.size() };
  const rarity = rarityOf(learnt, sizes.features);
  const wholeLengths = Float32Array.from(learnt, (example) => weigh(example, rarity));
  const likelihood = createLikelihood(learnt, intentOf, sizes);
  const findNeighbours = createNeighbours(learnt, wholeLengths, intentOf, sizes);
  const scope = createScope(
    learnt,
    examples.map(({ intent }) => intent === outside),
    sizes.features,
  );
  const outsideNumber = numberOf.get(outside) ?? -1;
  const scores = new Float32Array(intents.length);

  return {
    intents,
    score(wording) {
      const question = reader.read(wording);
      const length = weigh(question, rarity);
      const said = likelihood.scores(question);
      const { scores: near, best, bestExample } = findNeighbours(question, length);
      scores.fill(0);
      addStandardised(scores, said, 1);
      addStandardised(scores, near, neighbourWeight);
      return { scores, best, bestExample, outside: scope(question, leadOf(scores, outsideNumber)) };
    },
    wordsFor: () => [],
    exampleText: (number) => examples[number]?.text ?? null,
  };
}

/** How far one score is before all the others, or behind the best of them when it is negative. */
function leadOf(scores: Float32Array, number: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) if (at !== number) best = Math.max(best, scores[at] ?? 0);
  return (scores[number] ?? 0) - best;
}

function rarityOf(examples: readonly Features[], features: number): Float32Array {
  const counts = new Float32Array(features);
  for (const { numbers, length } of examples) {
    for (let at = 0; at < length; at++) counts[numbers[at] ?? 0] = (counts[numbers[at] ?? 0] ?? 0) + 1;
  }
  return counts.map((count) => Math.log(1 + examples.length / count));
}

/** Makes the amounts a unit vector, rare features the longer; returns the length of its whole-word part. */
function weigh({ numbers, amounts, length, whole }: Features, rarity: Float32Array): number {
  let squares = 0;
  let squaresOfWhole = 0;
  for (let at = 0; at < length; at++) {
    const amount = (amounts[at] ?? 0) * (rarity[numbers[at] ?? 0] ?? 0);
    amounts[at] = amount;
    squares += amount * amount;
    if (at === whole - 1) squaresOfWhole = squares;
  }
  const size = Math.sqrt(squares) || 1;
  for (let at = 0; at < length; at++) amounts[at] = (amounts[at] ?? 0) / size;
  return Math.sqrt(squaresOfWhole) / size || 1;
}

function addStandardised(to: Float32Array, scores: Float32Array, weight: number): void {
  let sum = 0;
  for (const score of scores) sum += score;
  const mean = sum / scores.length;
  let squares = 0;
  for (const score of scores) squares += (score - mean) ** 2;
  const deviation = Math.sqrt(squares / scores.length) || 1;
  for (let at = 0; at < scores.length; at++) to[at] = (to[at] ?? 0) + (weight * ((scores[at] ?? 0) - mean)) / deviation;
}
