/**
 * What a text consists of, as numbers: its concepts, the roots of its words, pairs of neighbouring words, and pieces of
 * three and four letters, by which a word that nobody wrote as an example is still known by its parts.
 */
import { eachPiece, hash, maxLetters, paired } from './feature-keys.ts';
import { createNumbers, emptyTable, type NumberTable } from './numbers.ts';
import { createPieces } from './pieces.ts';
import { rootOf } from './stems.ts';

export interface Wording {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
}

/** Numbers of features, each once, and how much there is of each. */
export interface Vector {
  readonly numbers: Int32Array;
  readonly amounts: Float32Array;
  /** How many features there are; the arrays may be longer. */
  readonly length: number;
}

/** The features of one text: first those that are whole words, pairs or concepts, then the pieces. */
export interface Features extends Vector {
  length: number;
  /** How many of them are no pieces. */
  whole: number;
  /** The kept words it has, each as often as it stands there. */
  readonly kept: KeptWord[];
  /** All features that are not those of kept words, each as often as it is found, with what one weighs before its rarity. */
  readonly loose: number[];
  readonly looseAmounts: number[];
  /** What `amounts` are multiplied by after the rarity: 1 before `weigh`. */
  scale: number;
  /** How many words it has that are no stop words. */
  meaningful: number;
  /** The part of these that no example has, 0–1; 1 for a text without any. */
  strange: number;
}

/** A word that an example has. What is known of it is kept: its root and its pieces. */
export interface KeptWord {
  /** Its place among all words that are kept. */
  readonly number: number;
  readonly isStop: boolean;
  /** The feature of its root. */
  readonly root: number;
  /** Where its pieces stand among those that are kept; a stop word has none. */
  readonly from: number;
  readonly to: number;
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
  /** Calls `found` with each feature of a kept word and what one weighs before its rarity; pairs are no part of a word. */
  readonly eachOf: (word: KeptWord, found: (feature: number, amount: number) => void) => void;
  /** The feature of a word or of a concept, or -1. */
  wordNumber(word: string): number;
  conceptNumber(concept: string): number;
}

/** How much a feature of each kind weighs before its rarity is counted. Measured on questions nobody tuned on. */
const amounts = { concept: 1.5, word: 2, stopWord: 1, pair: 1, piece: 0.5 } as const;
const maxWords = 80;
/** Concepts, words, pairs and pieces of the longest text that is read; what a text names beyond this is left out. */
const room = maxWords * (4 + 2 * maxLetters);

/** For as many features as the examples have; it grows when they have more. */
const firstRoom = 1 << 17;

/** A word as numbers of features: -1 where no example has it, and as its own number when it is not kept. */
interface ReadWord extends KeptWord {
  /** The key of its root, for pairs. */
  readonly key: number;
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
    kept: [],
    loose: [],
    looseAmounts: [],
    scale: 1,
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
    if (!isWritten(word)) return { isStop, key, root, number: -1, from: 0, to: 0 };
    const from = pieces.count();
    if (!isStop)
      eachPiece(word, (piece) => {
        pieces.push(numberOf(piece));
      });
    const one = { isStop, key, root, number: known.size, from, to: pieces.count() };
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
    if (sums[feature] === 0) {
      if (count === room) return;
      features.numbers[count++] = feature;
    }
    sums[feature] = (sums[feature] ?? 0) + amount;
  };
  const addLoose = (feature: number, amount: number): void => {
    if (feature === -1) return;
    add(feature, amount);
    features.loose.push(feature);
    features.looseAmounts.push(amount);
  };
  const fill = ({ words, concepts: named }: Wording, numberOf: (key: number) => number): Features => {
    count = 0;
    read.length = 0;
    features.kept.length = 0;
    features.loose.length = 0;
    features.looseAmounts.length = 0;
    features.scale = 1;
    for (const concept of named) {
      let feature = concepts.get(concept);
      if (feature === undefined) {
        feature = numberOf(hash('c', concept));
        if (feature !== -1) concepts.set(concept, feature);
      }
      addLoose(feature, amounts.concept);
    }
    const end = Math.min(words.length, maxWords);
    let meaningful = 0;
    let unknown = 0;
    let before = 0;
    for (let at = 0; at < end; at++) {
      const one = readWord(words[at] ?? '', numberOf);
      if (one.number === -1) addLoose(one.root, amountOf(one));
      else {
        add(one.root, amountOf(one));
        features.kept.push(one);
      }
      if (!one.isStop) {
        meaningful += 1;
        if (one.root === -1) unknown += 1;
      }
      if (at > 0) addLoose(numberOf(paired(before, one.key)), amounts.pair);
      before = one.key;
      read.push(one);
    }
    features.meaningful = meaningful;
    features.strange = meaningful === 0 ? 1 : unknown / meaningful;
    features.whole = count;
    for (let at = 0; at < end; at++) {
      const { number, isStop, from, to } = read[at] ?? nothing;
      for (let piece = from; piece < to; piece++) add(pieces.at(piece), amounts.piece);
      if (number === -1 && !isStop)
        eachPiece(words[at] ?? '', (piece) => {
          addLoose(numberOf(piece), amounts.piece);
        });
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
    eachOf(word, found) {
      if (word.root !== -1) found(word.root, amountOf(word));
      for (let piece = word.from; piece < word.to; piece++) {
        const feature = pieces.at(piece);
        if (feature !== -1) found(feature, amounts.piece);
      }
    },
    wordNumber: (word) => numbers.find(hash('w', rootOf(word))),
    conceptNumber: (concept) => numbers.find(hash('c', concept)),
  };
}

const amountOf = ({ isStop }: KeptWord): number => (isStop ? amounts.stopWord : amounts.word);

const nothing: ReadWord = { isStop: true, key: 0, root: -1, number: -1, from: 0, to: 0 };
