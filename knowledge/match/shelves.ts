/** The words of a vocabulary by length, first letter and letters, so that few are compared with a misspelt one. */

export interface Shelves {
  /**
   * Calls `found` for every word that may be `allowed` edits away, and for some that are further: no word of more edits is
   * ruled out by its letters alone. `sameStart`: only words with the same first letter.
   */
  near(word: string, limits: NearLimits, found: (candidate: string) => void): void;
}

export interface NearLimits {
  readonly allowed: number;
  readonly sameStart: boolean;
}

/** Words of one length and one first letter, each with a bit for every letter that is in it, and in it twice. */
interface Shelf {
  readonly words: string[];
  readonly letters: number[];
  readonly doubles: number[];
}

export function createShelves(words: Iterable<string>): Shelves {
  const shelves = new Map<number, Map<string, Shelf>>();
  for (const word of words) {
    const first = word[0] ?? '';
    let ofLength = shelves.get(word.length);
    if (!ofLength) shelves.set(word.length, (ofLength = new Map<string, Shelf>()));
    let shelf = ofLength.get(first);
    if (!shelf) ofLength.set(first, (shelf = { words: [], letters: [], doubles: [] }));
    shelf.words.push(word);
    shelf.letters.push(lettersOf(word));
    shelf.doubles.push(doublesOf(word));
  }
  return {
    near(word, { allowed, sameStart }, found) {
      const letters = lettersOf(word);
      const doubles = doublesOf(word);
      // One edit takes one letter away and adds one: each changes a single bit of the two.
      const most = 2 * allowed;
      for (let length = word.length - allowed; length <= word.length + allowed; length++) {
        for (const [first, shelf] of shelves.get(length) ?? []) {
          if (sameStart && first !== word[0]) continue;
          for (let at = 0; at < shelf.words.length; at++) {
            const apart = bitsIn((shelf.letters[at] ?? 0) ^ letters);
            if (apart > most || apart + bitsIn((shelf.doubles[at] ?? 0) ^ doubles) > most) continue;
            found(shelf.words[at] ?? '');
          }
        }
      }
    },
  };
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function doublesOf(word: string): number {
  let letters = 0;
  let doubles = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = 1 << (word.charCodeAt(at) & 31);
    doubles |= letters & letter;
    letters |= letter;
  }
  return doubles;
}

function bitsIn(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
