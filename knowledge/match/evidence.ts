/** What the examples say about a question: naive Bayes over all its features, the examples that are nearest, and danger. */
import { createDanger } from './danger.ts';
import { createFeatureReader, type FeatureReaderOptions, type Wording } from './features.ts';
import type { Learnt } from './learn.ts';
import { createLikelihood } from './likelihood.ts';
import { createNeighbours } from './neighbours.ts';
import { weigh } from './read-examples.ts';
import { createScope } from './scope.ts';

export interface Evidence {
  /** Whether there are examples enough for their counts to speak against something. */
  readonly isTelling: boolean;
  readonly intents: readonly string[];
  /** By intent, in standard deviations above the mean of all intents; the arrays are used again by the next call. */
  score(question: Wording): Scores;
  /** As `Scores.danger`, of a part of a text. */
  danger(part: Wording): number;
  /** The words and concepts that speak most for an intent, strongest first, with what each says in nats. */
  wordsFor(question: Wording, intent: string): readonly WordWeight[];
  exampleText(number: number): string | null;
}

export interface WordWeight {
  readonly word: string;
  readonly weight: number;
}

export interface Scores {
  readonly scores: Float32Array;
  /** Likeness of the nearest example, 0–1, and its number. */
  readonly best: Float32Array;
  readonly bestExample: Int32Array;
  /** Whether the question is about another subject: above 0 rather yes than no, in nats. */
  readonly outside: number;
  /** How many words are no stop words, and the part of these that no example has, 0–1. */
  readonly meaningful: number;
  readonly strange: number;
  /** Whether its words are those of somebody in danger: above 0 rather yes than no, in nats. */
  readonly danger: number;
}

/** With fewer examples than this their counts say too little to call a question another subject. */
const enough = 500;
/** How much the nearest examples count beside naive Bayes. Measured on questions nobody tuned on. */
const neighbourWeight = 0.25;

export interface EvidenceOptions extends FeatureReaderOptions {
  /** The intent whose examples are about other subjects. */
  readonly outside: string;
  /** Whether the examples of an intent tell of danger. */
  readonly isDanger: (intent: string) => boolean;
  /** The texts of the examples, in the order in which they were learnt. */
  readonly texts: readonly string[];
}

export function createEvidence(learnt: Learnt, { outside, isDanger, texts, ...options }: EvidenceOptions): Evidence {
  const { intents, rarity } = learnt;
  const numberOf = new Map(intents.map((intent, number) => [intent, number]));
  const reader = createFeatureReader(options, learnt.features);
  const likelihood = createLikelihood(learnt.likelihood, { rarity, eachOf: reader.eachOf });
  const findNeighbours = createNeighbours(learnt.near, learnt.intentOf, intents.length);
  const scope = createScope(learnt.scope);
  const inDanger = createDanger(learnt.danger, intents.map(isDanger));
  const outsideNumber = numberOf.get(outside) ?? -1;
  const scores = new Float32Array(intents.length);
  const isTelling = learnt.intentOf.length >= enough;

  const gainOf = (feature: number, intent: number): number => {
    if (feature === -1) return 0;
    let total = 0;
    for (let other = 0; other < intents.length; other++) total += likelihood.gain(feature, other);
    return (rarity[feature] ?? 0) * (likelihood.gain(feature, intent) - total / intents.length);
  };
  return {
    isTelling,
    intents,
    score(wording) {
      const question = reader.read(wording);
      const length = weigh(question, rarity);
      const said = likelihood.scores(question);
      const { scores: near, best, bestExample } = findNeighbours(question, length);
      scores.fill(0);
      addStandardised(scores, said, 1);
      addStandardised(scores, near, neighbourWeight);
      const outside = isTelling ? scope(question, leadOf(scores, outsideNumber)) : Number.NEGATIVE_INFINITY;
      const { meaningful, strange } = question;
      return { scores, best, bestExample, outside, meaningful, strange, danger: inDanger(question, said) };
    },
    danger(part) {
      const question = reader.read(part);
      weigh(question, rarity);
      return inDanger(question, likelihood.scores(question));
    },
    wordsFor({ words, concepts }, intent) {
      const number = numberOf.get(intent);
      if (number === undefined) return [];
      const said = [
        ...[...new Set(words)].map((word) => ({ word, weight: gainOf(reader.wordNumber(word), number) })),
        ...concepts.map((word) => ({ word, weight: gainOf(reader.conceptNumber(word), number) })),
      ];
      return said.filter(({ weight }) => weight > 0).sort((left, right) => right.weight - left.weight);
    },
    exampleText: (number) => texts[number] ?? null,
  };
}

/** How far one score is before all the others, or behind the best of them when it is negative. */
function leadOf(scores: Float32Array, number: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) if (at !== number) best = Math.max(best, scores[at] ?? 0);
  return (scores[number] ?? 0) - best;
}

function addStandardised(to: Float32Array, scores: Float32Array, weight: number): void {
  let sum = 0;
  for (let at = 0; at < scores.length; at++) sum += scores[at] ?? 0;
  const mean = sum / scores.length;
  let squares = 0;
  for (let at = 0; at < scores.length; at++) {
    const apart = (scores[at] ?? 0) - mean;
    squares += apart * apart;
  }
  const scale = weight / (Math.sqrt(squares / scores.length) || 1);
  for (let at = 0; at < scores.length; at++) to[at] = (to[at] ?? 0) + scale * ((scores[at] ?? 0) - mean);
}
