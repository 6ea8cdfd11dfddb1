/**
 * What a text consists of, as numbers: its concepts, the roots of its words, pairs of neighbouring words, and pieces of
 * three and four letters, by which a word that nobody wrote as an example is still known by its parts.
 */
import { createNumbers, emptyTable, type NumberTable } from './numbers.ts';
import { rootOf } from './stems.ts';

export interface Wording {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
}

/** The features of one text, each once: first those that are whole words, pairs or concepts, then the pieces. */
export interface Features {
  readonly numbers: Int32Array;
  readonly amounts: Float32Array;
  /** How many features there are, and how many of them are no pieces; the arrays may be longer. */
  length: number;
  whole: number;
  /** How many words it has that are no stop words. */
  meaningful: number;
  /** The part of these that no example has, 0–1; 1 for a text without any. */
  strange: number;
}

export interface FeatureReader {
  /** Reads an example: a new feature gets the next number. */
  learn(wording: Wording): Features;
  /** Reads a question: only features that an example had. */
  read(wording: Wording): Features;
  /** How many different features the examples have. */
  size(): number;
  /** What `learn` has learnt. */
  table(): NumberTable;
  /** The feature of a word or of a concept, or -1. */
  wordNumber(word: string): number;
  conceptNumber(concept: string): number;
}

/** How much a feature of each kind weighs before its rarity is counted. Measured on questions nobody tuned on. */
const amounts = { concept: 1.5, word: 2, stopWord: 1, pair: 1, piece: 0.5 } as const;
const maxWords = 80;
const maxLetters = 24;
const shortestPiece = 3;
const longestPiece = 4;
/** Concepts, words, pairs and pieces of the longest text that is read. */
const room = maxWords * (4 + 2 * maxLetters);

/** For as many features as the examples have; it grows when they have more. */
const firstRoom = 1 << 17;

/** A word as numbers of features: -1 where no example has it. */
interface ReadWord {
  readonly isStop: boolean;
  /** The key of its root, for pairs, and the number of that feature. */
  readonly key: number;
  readonly root: number;
  /** Where its pieces stand among those that are kept; from -1 on when they are not. */
  readonly from: number;
  readonly to: number;
}

export interface FeatureReaderOptions {
  readonly stopWords: ReadonlySet<string>;
  /** Whether an example has the word: only what is known of these is kept. */
  readonly isWritten: (word: string) => boolean;
}

/** `learnt`: what another reader has learnt. What `learn` and `read` return is the same object every time. */
export function createFeatureReader(
  { stopWords, isWritten }: FeatureReaderOptions,
  learnt: NumberTable = emptyTable(firstRoom),
): FeatureReader {
  const numbers = createNumbers(learnt);
  const known = new Map<string, ReadWord>();
  const pieces = createPieces();
  const concepts = new Map<string, number>();
  let sums = new Float32Array(firstRoom);
  const features: Features = {
    numbers: new Int32Array(room),
    amounts: new Float32Array(room),
    length: 0,
    whole: 0,
    meaningful: 0,
    strange: 0,
  };
  const read: ReadWord[] = [];
  let count = 0;

  const readWord = (word: string, numberOf: (key: number) => number): ReadWord => {
    const before = known.get(word);
    if (before) return before;
    const isStop = stopWords.has(word);
    const key = hash('w', rootOf(word));
    const root = numberOf(key);
    if (!isWritten(word)) return { isStop, key, root, from: -1, to: -1 };
    const from = pieces.count();
    if (!isStop)
      eachPiece(word, (piece) => {
        pieces.push(numberOf(piece));
      });
    const one = { isStop, key, root, from, to: pieces.count() };
    known.set(word, one);
    return one;
  };
  const add = (feature: number, amount: number): void => {
    if (feature === -1) return;
    if (feature >= sums.length) {
      const larger = new Float32Array(sums.length * 2);
      larger.set(sums);
      sums = larger;
    }
    if (sums[feature] === 0 && count < room) features.numbers[count++] = feature;
    sums[feature] = (sums[feature] ?? 0) + amount;
  };
  const fill = ({ words, concepts: named }: Wording, numberOf: (key: number) => number): Features => {
    count = 0;
    read.length = 0;
    for (const concept of named) {
      let feature = concepts.get(concept);
      if (feature === undefined) {
        feature = numberOf(hash('c', concept));
        if (feature !== -1) concepts.set(concept, feature);
      }
      add(feature, amounts.concept);
    }
    const end = Math.min(words.length, maxWords);
    let meaningful = 0;
    let unknown = 0;
    let before = 0;
    for (let at = 0; at < end; at++) {
      const one = readWord(words[at] ?? '', numberOf);
      add(one.root, one.isStop ? amounts.stopWord : amounts.word);
      if (!one.isStop) {
        meaningful += 1;
        if (one.root === -1) unknown += 1;
      }
      if (at > 0) add(numberOf(paired(before, one.key)), amounts.pair);
      before = one.key;
      read.push(one);
    }
    features.meaningful = meaningful;
    features.strange = meaningful === 0 ? 1 : unknown / meaningful;
    features.whole = count;
    for (let at = 0; at < end; at++) {
      const { isStop, from, to } = read[at] ?? nothing;
      if (from === -1) {
        if (!isStop)
          eachPiece(words[at] ?? '', (piece) => {
            add(numberOf(piece), amounts.piece);
          });
      } else for (let piece = from; piece < to; piece++) add(pieces.at(piece), amounts.piece);
    }
    for (let at = 0; at < count; at++) {
      const feature = features.numbers[at] ?? 0;
      features.amounts[at] = sums[feature] ?? 0;
      sums[feature] = 0;
    }
    features.length = count;
    return features;
  };
  return {
    learn: (wording) => fill(wording, numbers.add),
    read: (wording) => fill(wording, numbers.find),
    size: () => numbers.size(),
    table: () => numbers.table(),
    wordNumber: (word) => numbers.find(hash('w', rootOf(word))),
    conceptNumber: (concept) => numbers.find(hash('c', concept)),
  };
}

const nothing: ReadWord = { isStop: true, key: 0, root: -1, from: -1, to: -1 };

/** The pieces of all words that are kept, one after the other: an array for each word would cost ten times as much. */
function createPieces() {
  let numbers = new Int32Array(1 << 16);
  let count = 0;
  return {
    count: () => count,
    at: (place: number): number => numbers[place] ?? -1,
    push(number: number): void {
      if (count === numbers.length) {
        const larger = new Int32Array(count * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count++] = number;
    },
  };
}

/** FNV-1a, 32 bits. Among a hundred thousand features about one pair shares a key, which no score notices. */
function hash(kind: string, text: string): number {
  let value = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193);
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

function paired(left: number, right: number): number {
  return Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
}

/** Calls `found` with the key of each piece. The marks at both ends tell a beginning and an end from a middle. */
function eachPiece(word: string, found: (key: number) => void): void {
  const marked = `_${word.slice(0, maxLetters)}_`;
  for (let from = 0; from + shortestPiece <= marked.length; from++) {
    let value = 0x2f0b4c47;
    const end = Math.min(marked.length, from + longestPiece);
    for (let at = from; at < end; at++) {
      value = Math.imul(value ^ marked.charCodeAt(at), 0x01000193);
      if (at - from + 1 >= shortestPiece) found(value);
    }
  }
}
