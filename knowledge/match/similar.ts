/**
 * Likeness to an answer's examples taken together: cosine over three-letter pieces, words and concepts, where rare pieces
 * weigh more. It suggests; it answers only beside a rule.
 */
import { addScores, createPostings } from './postings.ts';

export interface Wording {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
}

export interface Example extends Wording {
  readonly intent: string;
  /** A counter-example: near in words, but meant for another answer. */
  readonly counter: boolean;
}

export interface Likeness {
  readonly intent: string;
  /** 0–1. */
  readonly score: number;
}

export type Similar = (wording: Wording) => readonly Likeness[];

/** Measured on the project's own examples, each left out in turn. */
const weights = { concept: 3, word: 1.5, stopWord: 1, letters: 1, counter: 0.3 } as const;
const maxWords = 80;
const leastScore = 0.12;
/** A piece that weighs less than this in an answer's examples costs time and changes nothing. */
const leastWeight = 0.02;

type Pieces = ReadonlyMap<string, number>;

export function createSimilar(examples: readonly Example[], stopWords: ReadonlySet<string>): Similar {
  const known = new Map<string, readonly string[]>();
  for (const word of new Set(examples.flatMap(({ words }) => words))) known.set(word, lettersOf(word));
  const pieces = (wording: Wording): Pieces => countPieces(wording, stopWords, known);
  const counted = examples.map(pieces);
  const frequency = new Map<string, number>();
  for (const found of counted) for (const piece of found.keys()) frequency.set(piece, (frequency.get(piece) ?? 0) + 1);
  const rarity = new Map<string, number>();
  for (const [piece, count] of frequency) rarity.set(piece, Math.log(1 + examples.length / count));

  const intents = [...new Set(examples.map(({ intent }) => intent))];
  const members = new Map(intents.map((intent): [string, Member[]] => [intent, []]));
  counted.forEach((found, at) => {
    const example = examples[at];
    if (example) members.get(example.intent)?.push({ found, counter: example.counter });
  });
  const table = createPostings(
    [...rarity.keys()],
    intents.map((intent) => profileOf(members.get(intent) ?? [], rarity)),
  );
  // Numbers instead of words from here on, and room that is used again: this runs in every turn.
  const rarityOf = Float64Array.from(rarity.values());
  const numbersOf = (names: readonly string[]): readonly number[] =>
    names.flatMap((name) => table.numberOf.get(name) ?? []);
  const lettersIn = new Map([...known].map(([word, letters]) => [word, numbersOf(letters)]));
  const counts = new Float64Array(rarityOf.length);
  const scores = new Float32Array(intents.length);

  return ({ words, concepts }) => {
    const found: number[] = [];
    const add = (piece: number | undefined, weight: number): void => {
      if (piece === undefined) return;
      if (counts[piece] === 0) found.push(piece);
      counts[piece] = (counts[piece] ?? 0) + weight;
    };
    for (const concept of concepts) add(table.numberOf.get(concept), weights.concept);
    for (const word of words.slice(0, maxWords)) {
      const isStopWord = stopWords.has(word);
      add(table.numberOf.get(word), isStopWord ? weights.stopWord : weights.word);
      if (isStopWord) continue;
      for (const piece of lettersIn.get(word) ?? numbersOf(lettersOf(word))) add(piece, weights.letters);
    }
    let squares = 0;
    for (const piece of found) {
      const weight = (counts[piece] ?? 0) * (rarityOf[piece] ?? 0);
      counts[piece] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    scores.fill(0);
    for (const piece of found) {
      addScores(table, piece, (counts[piece] ?? 0) / length, scores);
      counts[piece] = 0;
    }
    const alike: Likeness[] = [];
    for (let number = 0; number < scores.length; number++) {
      const score = scores[number] ?? 0;
      if (score >= leastScore) alike.push({ intent: intents[number] ?? '', score });
    }
    return alike;
  };
}

interface Member {
  readonly found: Pieces;
  readonly counter: boolean;
}

/** The sum of an intent's examples, less what its counter-examples say, as a unit vector. */
function profileOf(members: readonly Member[], rarity: Pieces): Pieces {
  const sum = new Map<string, number>();
  for (const { found, counter } of members) {
    const sign = counter ? -weights.counter : 1;
    for (const [piece, weight] of unit(found, rarity)) sum.set(piece, (sum.get(piece) ?? 0) + sign * weight);
  }
  const positive = [...sum].filter(([, weight]) => weight > 0);
  const length = Math.sqrt(positive.reduce((total, [, weight]) => total + weight * weight, 0)) || 1;
  const kept = positive.filter(([, weight]) => weight / length >= leastWeight);
  return new Map(kept.map(([piece, weight]) => [piece, weight / length]));
}

/** Known pieces only: a word nobody ever used as an example must not make the rest look less alike. */
function unit(found: Pieces, rarity: Pieces): Pieces {
  const weighed = new Map<string, number>();
  let sum = 0;
  for (const [piece, count] of found) {
    const rare = rarity.get(piece);
    if (rare === undefined) continue;
    const weight = count * rare;
    weighed.set(piece, weight);
    sum += weight * weight;
  }
  const length = Math.sqrt(sum) || 1;
  for (const [piece, weight] of weighed) weighed.set(piece, weight / length);
  return weighed;
}

function countPieces(
  { words, concepts }: Wording,
  stopWords: ReadonlySet<string>,
  known: ReadonlyMap<string, readonly string[]>,
): Pieces {
  const found = new Map<string, number>();
  const add = (piece: string, weight: number): void => {
    found.set(piece, (found.get(piece) ?? 0) + weight);
  };
  for (const concept of concepts) add(concept, weights.concept);
  for (const word of words.slice(0, maxWords)) {
    if (stopWords.has(word)) {
      add(word, weights.stopWord);
      continue;
    }
    add(word, weights.word);
    for (const letters of known.get(word) ?? lettersOf(word)) add(letters, weights.letters);
  }
  return found;
}

/** Three letters at a time, with a mark at both ends so that these never look like a word. */
function lettersOf(word: string): readonly string[] {
  const padded = `_${word.slice(0, 30)}_`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => `_${padded.slice(at, at + 3)}`);
}
