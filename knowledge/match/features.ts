/**
 * What a text consists of, as numbers: its concepts, the roots of its words, pairs of neighbouring words, and pieces of
 * three and four letters, by which a word that nobody wrote as an example is still known by its parts.
 */
import { createNumbers } from './numbers.ts';
import { rootOf } from './stems.ts';

export interface Wording {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
}

/** The features of a text, each once, with their amounts: first those that are whole words, then the pieces. */
export interface Features {
  numbers: Int32Array;
  amounts: Float32Array;
  /** How many features there are, and how many of them are not pieces. */
  length: number;
  whole: number;
  /** The part of its meaningful words that no example has, 0–1; 1 for a text without any word. */
  strange: number;
}

export interface FeatureReader {
  /** Reads an example: a new feature gets the next number. */
  learn(wording: Wording): Features;
  /** Reads a question: only features that an example had. What it returns is used again by the next call. */
  read(wording: Wording): Features;
  size(): number;
}

/** How much a feature of each kind weighs before its rarity is counted. Measured on questions nobody tuned on. */
const amounts = { concept: 1.5, word: 2, stopWord: 1, pair: 1, piece: 0.5 } as const;
const maxWords = 80;
const maxLetters = 24;
const shortestPiece = 3;
const longestPiece = 4;

const nothing = { length: 0, whole: 0, strange: 0 };

interface ReadWord {
  readonly isStop: boolean;
  readonly root: number;
  readonly amount: number;
  readonly pieces: readonly number[];
}

export function createFeatureReader(stopWords: ReadonlySet<string>): FeatureReader {
  const numbers = createNumbers(1 << 16);
  const known = new Map<string, ReadWord>();
  const concepts = new Map<string, number>();
  let sums = new Float32Array(1 << 16);
  let found = new Int32Array(1 << 13);
  let count = 0;
  let strange = 0;
  const room: Features = { numbers: new Int32Array(1 << 12), amounts: new Float32Array(1 << 12), ...nothing };

  const readWord = (word: string): ReadWord => {
    const isStop = stopWords.has(word);
    return {
      isStop,
      root: hash('w', rootOf(word)),
      amount: isStop ? amounts.stopWord : amounts.word,
      pieces: isStop ? [] : piecesOf(word),
    };
  };
  const add = (feature: number, amount: number): void => {
    if (feature === -1) return;
    if (feature >= sums.length) sums = grown(sums);
    if (count >= found.length) {
      const larger = new Int32Array(found.length * 2);
      larger.set(found);
      found = larger;
    }
    if (sums[feature] === 0) found[count++] = feature;
    sums[feature] = (sums[feature] ?? 0) + amount;
  };
  /** Fills `found` and `sums`; returns how many features are not pieces. */
  const collect = ({ words, concepts: named }: Wording, isExample: boolean): number => {
    const numberOf = isExample ? numbers.add : numbers.find;
    count = 0;
    for (const concept of named) {
      let key = concepts.get(concept);
      if (key === undefined) concepts.set(concept, (key = hash('c', concept)));
      add(numberOf(key), amounts.concept);
    }
    const read: ReadWord[] = [];
    const end = Math.min(words.length, maxWords);
    let meaningful = 0;
    let unknown = 0;
    for (let at = 0; at < end; at++) {
      const word = words[at] ?? '';
      let one = known.get(word);
      if (!one) {
        one = readWord(word);
        if (isExample) known.set(word, one);
      }
      const feature = numberOf(one.root);
      add(feature, one.amount);
      if (!one.isStop) {
        meaningful += 1;
        if (feature === -1) unknown += 1;
      }
      if (at > 0) add(numberOf(paired(read[at - 1]?.root ?? 0, one.root)), amounts.pair);
      read.push(one);
    }
    strange = meaningful === 0 ? 1 : unknown / meaningful;
    const whole = count;
    for (const { pieces } of read) for (const piece of pieces) add(numberOf(piece), amounts.piece);
    return whole;
  };
  const take = (features: Features, whole: number): Features => {
    for (let at = 0; at < count; at++) {
      const feature = found[at] ?? 0;
      features.numbers[at] = feature;
      features.amounts[at] = sums[feature] ?? 0;
      sums[feature] = 0;
    }
    features.length = count;
    features.whole = whole;
    features.strange = strange;
    return features;
  };
  return {
    learn(wording) {
      const whole = collect(wording, true);
      return take({ numbers: new Int32Array(count), amounts: new Float32Array(count), ...nothing }, whole);
    },
    read(wording) {
      const whole = collect(wording, false);
      if (count > room.numbers.length) {
        room.numbers = new Int32Array(count * 2);
        room.amounts = new Float32Array(count * 2);
      }
      return take(room, whole);
    },
    size: () => numbers.size(),
  };
}

function grown(array: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** FNV-1a, 32 bits. Among a hundred thousand features about one pair shares a key, which no score notices. */
function hash(kind: string, text: string): number {
  let value = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193);
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function paired(left: number, right: number): number {
  return (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0;
}

/** The marks at both ends tell a beginning and an end from a middle. */
function piecesOf(word: string): readonly number[] {
  const marked = `_${word.slice(0, maxLetters)}_`;
  const pieces: number[] = [];
  for (let from = 0; from + shortestPiece <= marked.length; from++) {
    let value = 0x2f0b4c47;
    const end = Math.min(marked.length, from + longestPiece);
    for (let at = from; at < end; at++) {
      value = Math.imul(value ^ marked.charCodeAt(at), 0x01000193);
      if (at - from + 1 >= shortestPiece) pieces.push(value >>> 0);
    }
  }
  return pieces;
}
