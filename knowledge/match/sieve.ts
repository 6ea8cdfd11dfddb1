/**
 * A Bloom filter with one hash: whether two words written as one may be a word of a list. It says no to seven of eight pairs
 * that are none, without putting them together: each pair of neighbours in every text is asked. A yes has to be looked up.
 */
const room = 1 << 17;
const bitsInNumber = 32;

export type Sieve = (word: string, next: string) => boolean;

export function createSieve(...lists: readonly Iterable<string>[]): Sieve {
  const bits = new Uint32Array(room / bitsInNumber);
  for (const list of lists) {
    for (const word of list) {
      const place = placeOf(hash(start, word));
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }
  return (word, next) => {
    const place = placeOf(hash(hash(start, word), next));
    return (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  };
}

/** FNV-1a, 32 bits. */
const start = 0x811c9dc5;

function hash(before: number, text: string): number {
  let value = before;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

function placeOf(value: number): number {
  return (value ^ (value >>> 15)) & (room - 1);
}
