/** Consecutive numbers for 32-bit keys: open addressing in two typed arrays, because a `Map` of this size costs start time. */
export interface Numbers {
  /** The number of a key; a new key gets the next one. */
  readonly add: (key: number) => number;
  /** The number of a key, or -1. */
  readonly find: (key: number) => number;
  size(): number;
  /** Everything it holds, without a copy. */
  table(): NumberTable;
}

/** By place: a key and its number. */
export interface NumberTable {
  readonly keys: Int32Array;
  /** One more than the number, so that 0 is an empty place. */
  readonly numbers: Int32Array;
  readonly size: number;
}

/** A table without keys. `room` is a power of two; it doubles when half of it is used. */
export function emptyTable(room: number): NumberTable {
  return { keys: new Int32Array(room), numbers: new Int32Array(room), size: 0 };
}

/** Goes on with this table, and changes it when a key is added. */
export function createNumbers(table: NumberTable): Numbers {
  let { keys, numbers, size } = table;
  let mask = keys.length - 1;

  const placeOf = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) >>> 9) & mask;
    while (numbers[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const oldKeys = keys;
    const oldNumbers = numbers;
    mask = oldKeys.length * 2 - 1;
    keys = new Int32Array(mask + 1);
    numbers = new Int32Array(mask + 1);
    for (let old = 0; old < oldKeys.length; old++) {
      const number = oldNumbers[old] ?? 0;
      if (number === 0) continue;
      const at = placeOf(oldKeys[old] ?? 0);
      keys[at] = oldKeys[old] ?? 0;
      numbers[at] = number;
    }
  };
  return {
    add(key) {
      const at = placeOf(key);
      const known = numbers[at] ?? 0;
      if (known !== 0) return known - 1;
      keys[at] = key;
      numbers[at] = ++size;
      if (size * 2 > mask) grow();
      return size - 1;
    },
    find: (key) => (numbers[placeOf(key)] ?? 0) - 1,
    size: () => size,
    table: () => ({ keys, numbers, size }),
  };
}
