/**
 * What a word says, by intent, with all its pieces. It has a dozen of these, and they stand in two of three intents: added up
 * once, a word that is said again costs one row instead of twelve.
 */
import type { KeptWord } from './features.ts';

/** Adds what a word gives to each intent, so many times. */
export type AddWord = (word: KeptWord, amount: number, to: Float32Array) => void;

/** So many words are remembered, the first that are said: a megabyte holds nine of ten words of 3,651 questions. */
const most = 2048;

/** `addWhole` adds what it gives once. */
export function createWordGains(intents: number, addWhole: (word: KeptWord, to: Float32Array) => void): AddWord {
  // One row more, for a word that is not remembered.
  const rows = new Float32Array((most + 1) * intents);
  /** By number of the word: where its row begins. */
  const begins: (number | undefined)[] = [];
  let remembered = 0;

  const rowOf = (word: KeptWord): number => {
    const known = begins[word.number];
    if (known !== undefined) return known;
    const begin = remembered * intents;
    const row = rows.subarray(begin, begin + intents);
    addWhole(word, row.fill(0));
    if (remembered < most) {
      begins[word.number] = begin;
      remembered += 1;
    }
    return begin;
  };
  return (word, amount, to) => {
    const begin = rowOf(word);
    for (let intent = 0; intent < intents; intent++) {
      to[intent] = (to[intent] ?? 0) + amount * (rows[begin + intent] ?? 0);
    }
  };
}
