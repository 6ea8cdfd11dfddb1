/** Guarded spelling correction against a closed vocabulary: the same sound, else Damerau–Levenshtein. */
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

/** Words of one length and one first letter, each with a bit for every letter in it. */
interface Shelf {
  readonly words: string[];
  readonly letters: number[];
}

/** `vocabulary`: how often each word was written. */
export function createSpelling(vocabulary: ReadonlyMap<string, number>): Spelling {
  const bySound = new Map<string, string>();
  const shelves = new Map<number, Map<string, Shelf>>();
  const written = (word: string): number => vocabulary.get(word) ?? 0;
  for (const word of vocabulary.keys()) {
    if (word.length < minimum || word.length > maximum || /\d/.test(word)) continue;
    const key = sound(word);
    const other = bySound.get(key);
    if (other === undefined || written(word) > written(other)) bySound.set(key, word);
    shelve(shelves, word);
  }
  const usual = (word: string): string | undefined => {
    if (word.length < minimum) return undefined;
    const alike = bySound.get(sound(word));
    return alike !== undefined && alike !== word && written(alike) >= misspelt * written(word) ? alike : undefined;
  };
  return {
    usual,
    correct(word) {
      if (word.length < minimum || word.length > maximum) return undefined;
      const alike = bySound.get(sound(word));
      if (alike && Math.abs(alike.length - word.length) <= 2) return alike;
      const allowed = word.length >= lengthForTwo ? 2 : 1;
      const letters = lettersOf(word);
      let best: string | undefined;
      let bestDistance = allowed + 1;
      for (let length = word.length - allowed; length <= word.length + allowed; length++) {
        for (const [first, shelf] of shelves.get(length) ?? []) {
          // The first letter is rarely wrong, and a wrong one makes another word ("kosten", "posten").
          if (first !== word[0] && word.length < lengthForTwo) continue;
          for (let at = 0; at < shelf.words.length; at++) {
            if (bitsIn((shelf.letters[at] ?? 0) ^ letters) > 2 * allowed) continue;
            const candidate = shelf.words[at] ?? '';
            const distance = editDistance(word, candidate, allowed);
            const isBetter = distance < bestDistance;
            if (isBetter || (distance === bestDistance && best !== undefined && written(candidate) > written(best))) {
              [best, bestDistance] = [candidate, distance];
            }
          }
        }
      }
      return best;
    },
  };
}

function shelve(shelves: Map<number, Map<string, Shelf>>, word: string): void {
  const first = word[0] ?? '';
  let ofLength = shelves.get(word.length);
  if (!ofLength) shelves.set(word.length, (ofLength = new Map<string, Shelf>()));
  const shelf = ofLength.get(first);
  if (shelf) {
    shelf.words.push(word);
    shelf.letters.push(lettersOf(word));
  } else ofLength.set(first, { words: [word], letters: [lettersOf(word)] });
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

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

/** Optimal string alignment distance; anything over `allowed` is returned as `allowed + 1`. */
export function editDistance(left: string, right: string, allowed: number): number {
  const far = allowed + 1;
  if (Math.abs(left.length - right.length) > allowed) return far;
  let twoAgo: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (previous[column] ?? far) + 1,
        (current[column - 1] ?? far) + 1,
        (previous[column - 1] ?? far) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (twoAgo[column - 2] ?? far) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > allowed) return far;
    [twoAgo, previous] = [previous, current];
  }
  return Math.min(previous[right.length] ?? far, far);
}
