import { normalise } from './normalise.ts';

export interface Tokens {
  readonly words: readonly string[];
  /** Place of each word on a line where the end of a sentence counts as three words. */
  readonly places: readonly number[];
}

const wordOrEnd = /[\p{L}\p{N}]+|[.!?;\n]+/gu;
const sentenceEnd = /^[.!?;\n]/;
const tripled = /(\p{L})\1{2,}/gu;
const sentenceGap = 3;

export function tokenise(text: string): Tokens {
  const words: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const [part] of normalise(text).matchAll(wordOrEnd)) {
    if (sentenceEnd.test(part)) {
      place += sentenceGap;
      continue;
    }
    words.push(part);
    places.push(place++);
  }
  return { words, places };
}

/** Spellings to try for a drawn-out word such as "helpppp": doubled and single; the word itself when it is not drawn out. */
export function shortened(word: string): readonly string[] {
  const double = word.replace(tripled, '$1$1');
  return double === word ? [word] : [double, word.replace(tripled, '$1')];
}
