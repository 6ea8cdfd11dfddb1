/** Guarded spelling correction against a closed vocabulary: Damerau–Levenshtein, found through words with one letter less. */
const minimum = 5;
const lengthForTwo = 9;

export interface Spelling {
  /** The word of the vocabulary that this unknown word was probably meant to be. */
  correct(word: string): string | undefined;
}

export function createSpelling(vocabulary: Iterable<string>): Spelling {
  const bySound = new Map<string, string>();
  const byDeletion = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < minimum || /\d/.test(word)) continue;
    const key = sound(word);
    if (!bySound.has(key)) bySound.set(key, word);
    for (const shorter of deletions(word)) {
      const words = byDeletion.get(shorter);
      if (words) words.push(word);
      else byDeletion.set(shorter, [word]);
    }
  }
  return {
    correct(word) {
      if (word.length < minimum || word.length > 40) return undefined;
      const allowed = word.length >= lengthForTwo ? 2 : 1;
      const alike = bySound.get(sound(word));
      if (alike && Math.abs(alike.length - word.length) <= 2) return alike;
      let best: string | undefined;
      let bestDistance = allowed + 1;
      for (const shorter of deletions(word)) {
        for (const candidate of byDeletion.get(shorter) ?? []) {
          // The first letter is rarely wrong, and a wrong one makes another word ("kosten", "posten").
          if (candidate[0] !== word[0] && word.length < lengthForTwo) continue;
          const distance = editDistance(word, candidate, allowed);
          if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
        }
      }
      return best;
    },
  };
}

function deletions(word: string): readonly string[] {
  const found = [word];
  for (let at = 0; at < word.length; at++) found.push(word.slice(0, at) + word.slice(at + 1));
  return found;
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
