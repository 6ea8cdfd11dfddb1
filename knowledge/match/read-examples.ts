/** Reads all examples once: their features, how rare each feature is, and each example as a unit vector. */
import { createRowsBuilder, type Rows } from './cells.ts';
import type { FeatureReader, Features, Wording } from './features.ts';

export interface ReadExamples {
  /** Every example as a unit vector. */
  readonly all: Rows;
  /** Every example as a unit vector of its whole-word features alone. */
  readonly whole: Rows;
  /** By feature: log(1 + examples / examples that have it). */
  readonly rarity: Float32Array;
}

/** What an example has on average; more only costs a copy. */
const expectedFeatures = 130;

/** One example at a time: ten thousand that wait to be read would only keep the garbage collector busy. */
export function readExamples(
  examples: readonly Pick<Wording, 'words'>[],
  read: (words: readonly string[]) => Wording,
  reader: FeatureReader,
): ReadExamples {
  const collected = createRowsBuilder(examples.length, examples.length * expectedFeatures);
  const wholes = new Uint16Array(examples.length);
  for (let number = 0; number < examples.length; number++) {
    const example = examples[number];
    if (!example) continue;
    const { numbers, amounts, length, whole } = reader.learn(read(example.words));
    for (let at = 0; at < length; at++) collected.add(numbers[at] ?? 0, amounts[at] ?? 0);
    wholes[number] = whole;
    collected.endRow();
  }
  const all = collected.done();
  const rarity = rarityOf(all, reader.size());
  const whole = createRowsBuilder(examples.length, examples.length * 30);
  for (let number = 0; number < examples.length; number++) {
    const begin = all.begins[number] ?? 0;
    const end = all.begins[number + 1] ?? 0;
    const { whole: length } = makeUnit(all.features, all.values, rarity, {
      begin,
      whole: begin + (wholes[number] ?? 0),
      end,
    });
    for (let at = begin; at < begin + (wholes[number] ?? 0); at++) {
      whole.add(all.features[at] ?? 0, (all.values[at] ?? 0) / length);
    }
    whole.endRow();
  }
  return { all, whole: whole.done(), rarity };
}

/** Makes a question's amounts a unit vector, rare features the longer; returns the length of its whole-word part. */
export function weigh(question: Features, rarity: Float32Array): number {
  const { numbers, amounts, length, whole } = question;
  const lengths = makeUnit(numbers, amounts, rarity, { begin: 0, whole, end: length });
  question.scale = 1 / lengths.all;
  return lengths.whole;
}

/** The length of all that was there, and then that of the whole-word part. */
function makeUnit(
  features: Int32Array,
  values: Float32Array,
  rarity: Float32Array,
  { begin, whole, end }: { readonly begin: number; readonly whole: number; readonly end: number },
): { readonly all: number; readonly whole: number } {
  let squares = 0;
  let squaresOfWhole = 0;
  for (let at = begin; at < end; at++) {
    const value = (values[at] ?? 0) * (rarity[features[at] ?? 0] ?? 0);
    values[at] = value;
    squares += value * value;
    if (at < whole) squaresOfWhole = squares;
  }
  const size = Math.sqrt(squares) || 1;
  for (let at = begin; at < end; at++) values[at] = (values[at] ?? 0) / size;
  return { all: size, whole: Math.sqrt(squaresOfWhole) / size || 1 };
}

function rarityOf({ features, begins }: Rows, size: number): Float32Array {
  const examples = begins.length - 1;
  const counts = new Float32Array(size);
  for (let at = 0; at < features.length; at++) counts[features[at] ?? 0] = (counts[features[at] ?? 0] ?? 0) + 1;
  return counts.map((count) => Math.log(1 + examples / count));
}
