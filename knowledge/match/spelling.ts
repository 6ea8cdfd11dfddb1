/** Guarded spelling correction against a closed vocabulary: the same sound, else Damerau–Levenshtein. */
import { createShelves, type Shelves } from './shelves.ts';

const minimum = 5;
const lengthForTwo = 9;
const maximum = 40;
/** A word that was written this many times less often than a word that sounds the same is taken for a misspelling of it. */
const misspelt = 6;

export interface Spelling {
  /** The word of the vocabulary that this unknown word was probably meant to be. */
  correct(word: string): string | undefined;
  /** For a word of the vocabulary itself: a much more usual word that sounds the same ("beschiking", "beschikking"). */
  usual(word: string): string | undefined;
}

/** `written`: how often each word of the vocabulary was written; `usual`: what `usualSpellings` made of it. */
export function createSpelling(
  written: Written,
  usual: ReadonlyMap<string, string> = usualSpellings(written),
): Spelling {
  const timesOf = (word: string): number => written.get(word) ?? 0;
  // Not before the first word that nobody wrote: a start waits for what it needs only.
  let bySound: ReadonlyMap<string, string> | undefined;
  let shelves: Shelves | undefined;
  return {
    usual: (word) => usual.get(word),
    correct(word) {
      if (!isCorrected(word)) return undefined;
      bySound ??= mostWrittenBySound(written);
      const alike = bySound.get(sound(word));
      if (alike && Math.abs(alike.length - word.length) <= 2) return alike;
      const allowed = word.length >= lengthForTwo ? 2 : 1;
      let best: string | undefined;
      let bestDistance = allowed + 1;
      shelves ??= createShelves(Array.from(written.keys()).filter(isCorrected));
      // The first letter is rarely wrong, and a wrong one makes another word ("kosten", "posten").
      shelves.near(word, { allowed, sameStart: word.length < lengthForTwo }, (candidate) => {
        const distance = editDistance(word, candidate, allowed);
        const isBetter = distance < bestDistance;
        if (isBetter || (distance === bestDistance && best !== undefined && timesOf(candidate) > timesOf(best))) {
          [best, bestDistance] = [candidate, distance];
        }
      });
      return best;
    },
  };
}

/** By word of the vocabulary that is probably misspelt: the much more usual one that sounds the same. */
export function usualSpellings(written: Written): ReadonlyMap<string, string> {
  const bySound = mostWrittenBySound(written);
  const usual = new Map<string, string>();
  for (const [word, times] of written) {
    if (!isCorrected(word)) continue;
    const alike = bySound.get(sound(word));
    if (alike !== undefined && alike !== word && (written.get(alike) ?? 0) >= misspelt * times) usual.set(word, alike);
  }
  return usual;
}

type Written = ReadonlyMap<string, number>;

function mostWrittenBySound(written: Written): ReadonlyMap<string, string> {
  const bySound = new Map<string, string>();
  for (const [word, times] of written) {
    if (!isCorrected(word)) continue;
    const key = sound(word);
    const other = bySound.get(key);
    if (other === undefined || times > (written.get(other) ?? 0)) bySound.set(key, word);
  }
  return bySound;
}

const isCorrected = (word: string): boolean => word.length >= minimum && word.length <= maximum && !/\d/.test(word);

/** How a word sounds to somebody who writes what they hear: "bescikking", "gesin" and "betekend" find their word. */
export function sound(word: string): string {
  return word
    .replace(/sch(?=[aeiou])/g, 'sg')
    .replace(/ch/g, 'g')
    .replace(/ck|c|q/g, 'k')
    .replace(/y|ei/g, 'ij')
    .replace(/au/g, 'ou')
    .replace(/ph|v/g, 'f')
    .replace(/z/g, 's')
    .replace(/x/g, 'ks')
    .replace(/th/g, 't')
    .replace(/dt?$/, 't')
    .replace(/(.)\1+/g, '$1');
}

// Three rows of the table of distances; words are at most `maximum` long, and longer ones get longer rows.
let twoAgo = new Uint8Array(2 * maximum);
let previous = new Uint8Array(2 * maximum);
let current = new Uint8Array(2 * maximum);

/** Optimal string alignment distance; anything over `allowed`, which is at most 100, is returned as `allowed + 1`. */
export function editDistance(left: string, right: string, allowed: number): number {
  const far = allowed + 1;
  if (Math.abs(left.length - right.length) > allowed) return far;
  if (right.length >= current.length) {
    twoAgo = new Uint8Array(2 * right.length);
    previous = new Uint8Array(2 * right.length);
    current = new Uint8Array(2 * right.length);
  }
  for (let column = 0; column <= right.length; column++) previous[column] = Math.min(column, far);
  for (let row = 1; row <= left.length; row++) {
    const letter = left.charCodeAt(row - 1);
    // Further from the diagonal than `allowed` nothing can be near enough.
    const from = Math.max(1, row - allowed);
    const to = Math.min(right.length, row + allowed);
    current[from - 1] = from === 1 ? Math.min(row, far) : far;
    let smallest = current[from - 1] ?? far;
    for (let column = from; column <= to; column++) {
      const other = right.charCodeAt(column - 1);
      let cost = (previous[column - 1] ?? far) + (letter === other ? 0 : 1);
      if (column < row + allowed) cost = Math.min(cost, (previous[column] ?? far) + 1);
      cost = Math.min(cost, (current[column - 1] ?? far) + 1, far);
      const isSwapped = row > 1 && column > 1 && letter === right.charCodeAt(column - 2);
      if (isSwapped && left.charCodeAt(row - 2) === other) cost = Math.min(cost, (twoAgo[column - 2] ?? far) + 1);
      current[column] = cost;
      smallest = Math.min(smallest, cost);
    }
    if (smallest > allowed) return far;
    const oldest = twoAgo;
    twoAgo = previous;
    previous = current;
    current = oldest;
  }
  return Math.min(previous[right.length] ?? far, far);
}
