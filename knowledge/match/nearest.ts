/** The nearest single example by whole words: what an editor wrote down as an example must be found again. */
import type { Example, Likeness, Wording } from './similar.ts';

export type Nearest = (wording: Pick<Wording, 'words'>) => readonly Likeness[];

/** Words in more than this part of the examples say nothing. */
const tooCommon = 0.12;
/** Only what is nearly the same counts; an example that shares half its words is left to the likeness of the whole. */
const leastScore = 0.6;

interface Posting {
  readonly numbers: Uint16Array;
  readonly weights: Float32Array;
}

export function createNearest(examples: readonly Example[]): Nearest {
  const own = examples.filter(({ counter }) => !counter);
  const sets = own.map(({ words }) => new Set(words));
  const frequency = new Map<string, number>();
  for (const words of sets) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarity = new Map<string, number>();
  for (const [word, count] of frequency) {
    if (count <= Math.max(8, own.length * tooCommon)) rarity.set(word, Math.log(1 + own.length / count));
  }
  const unseen = Math.log(1 + own.length);
  const lists = new Map<string, [number: number, weight: number][]>();
  for (const [number, words] of sets.entries()) {
    const length = lengthOf(words, (word) => rarity.get(word) ?? 0);
    for (const word of words) {
      const rare = rarity.get(word);
      if (rare === undefined) continue;
      const list = lists.get(word);
      if (list) list.push([number, rare / length]);
      else lists.set(word, [[number, rare / length]]);
    }
  }
  const postings = new Map([...lists].map(([word, list]): [string, Posting] => [word, compact(list)]));

  return ({ words }) => {
    const said = new Set(words);
    const length = lengthOf(said, (word) => rarity.get(word) ?? (frequency.has(word) ? 0 : unseen));
    const scores = new Float32Array(own.length);
    const touched: number[] = [];
    for (const word of said) {
      const posting = postings.get(word);
      if (!posting) continue;
      const weight = (rarity.get(word) ?? 0) / length;
      for (let at = 0; at < posting.numbers.length; at++) {
        const number = posting.numbers[at] ?? 0;
        if (scores[number] === 0) touched.push(number);
        scores[number] = (scores[number] ?? 0) + weight * (posting.weights[at] ?? 0);
      }
    }
    const best = new Map<string, number>();
    for (const number of touched) {
      const score = scores[number] ?? 0;
      const intent = own[number]?.intent;
      if (intent !== undefined && score >= leastScore && score > (best.get(intent) ?? 0)) best.set(intent, score);
    }
    return [...best].map(([intent, score]) => ({ intent, score }));
  };
}

function compact(list: readonly [number, number][]): Posting {
  return {
    numbers: Uint16Array.from(list, ([number]) => number),
    weights: Float32Array.from(list, ([, weight]) => weight),
  };
}

function lengthOf(words: ReadonlySet<string>, weigh: (word: string) => number): number {
  let sum = 0;
  for (const word of words) sum += weigh(word) ** 2;
  return Math.sqrt(sum) || 1;
}
