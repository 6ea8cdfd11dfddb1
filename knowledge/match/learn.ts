/** Everything that is counted from the examples, once: numbers and names only, so that it can be kept until the next start. */
import type { Cells } from './cells.ts';
import { createFeatureReader, type FeatureReaderOptions, type Wording } from './features.ts';
import { type LearntLikelihood, learnLikelihood } from './likelihood.ts';
import { type LearntLinear, learnLinear } from './linear.ts';
import { learnNeighbours } from './neighbours.ts';
import type { NumberTable } from './numbers.ts';
import { readExamples } from './read-examples.ts';
import { type LearntScope, learnScope } from './scope.ts';

export interface Example {
  readonly intent: string;
  readonly words: readonly string[];
}

export interface Learnt {
  readonly intents: readonly string[];
  /** By example: the number of its intent. */
  readonly intentOf: Uint16Array;
  readonly features: NumberTable;
  /** By feature: log(1 + examples / examples that have it). */
  readonly rarity: Float32Array;
  readonly likelihood: LearntLikelihood;
  /** By feature of whole words: the examples that have it. */
  readonly near: Cells;
  readonly scope: LearntScope;
  readonly danger: LearntLinear;
}

export interface LearnOptions extends FeatureReaderOptions {
  /** The intent whose examples are about other subjects. */
  readonly outside: string;
  /** Whether the examples of an intent tell of danger. */
  readonly isDanger: (intent: string) => boolean;
  /** From the words of an example to what they mean. */
  readonly read: (words: readonly string[]) => Wording;
}

/** Examples of one intent stand together. */
export function learn(examples: readonly Example[], { outside, isDanger, read, ...options }: LearnOptions): Learnt {
  const intents = [...new Set(examples.map(({ intent }) => intent))];
  const numberOf = new Map(intents.map((intent, number) => [intent, number]));
  const intentOf = Uint16Array.from(examples, ({ intent }) => numberOf.get(intent) ?? 0);
  const reader = createFeatureReader(options);
  const { all, whole, rarity } = readExamples(examples, read, reader);
  const size = rarity.length;
  const which = (holds: (intent: string) => boolean) => examples.map(({ intent }) => holds(intent));
  return {
    intents,
    intentOf,
    features: reader.table(),
    rarity,
    likelihood: learnLikelihood(all, intentOf, { intents: intents.length, features: size }),
    near: learnNeighbours(whole, size),
    scope: learnScope(
      all,
      which((intent) => intent === outside),
      size,
    ),
    danger: learnLinear(all, which(isDanger), size),
  };
}
