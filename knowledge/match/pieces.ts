/** The pieces of all words that are kept, one after the other: an array for each word would cost ten times as much. */
export interface Pieces {
  count(): number;
  /** The feature at a place, or -1. */
  at(place: number): number;
  push(number: number): void;
}

export function createPieces(): Pieces {
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
