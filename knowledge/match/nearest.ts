/** The nearest single example by whole words: what an editor wrote down as an example must be found again. */
import { addScores, createPostings } from './postings.ts';
import type { Example, Likeness, Wording } from './similar.ts';

export type Nearest = (wording: Pick<Wording, 'words'>) => readonly Likeness[];

/** Words in more than this part of the examples say nothing. */
const tooCommon = 0.12;
/** Only what is nearly the same counts; an example that shares half its words is left to the likeness of the whole. */
const leastScore = 0.6;

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
  const table = createPostings(
    [...rarity.keys()],
    sets.map((words) => weigh(words, rarity)),
  );
  const intentOf = own.map(({ intent }) => intent);
  // Used again in every turn: as long as there are examples, and a text touches few of them.
  const scores = new Float32Array(own.length);

  return ({ words }) => {
    const said = new Set(words);
    const length = lengthOf(said, (word) => rarity.get(word) ?? (frequency.has(word) ? 0 : unseen));
    const found: number[] = [];
    for (const word of said) {
      const piece = table.numberOf.get(word);
      if (piece === undefined) continue;
      found.push(piece);
      addScores(table, piece, (rarity.get(word) ?? 0) / length, scores);
    }
    const best = new Map<string, number>();
    for (const piece of found) {
      const end = table.begins[piece + 1] ?? 0;
      for (let at = table.begins[piece] ?? 0; at < end; at++) {
        const number = table.rows[at] ?? 0;
        const score = scores[number] ?? 0;
        scores[number] = 0;
        if (score < leastScore) continue;
        const intent = intentOf[number] ?? '';
        if (score > (best.get(intent) ?? 0)) best.set(intent, score);
      }
    }
    return [...best].map(([intent, score]) => ({ intent, score }));
  };
}

/** The rare words of one example, as a unit vector. */
function weigh(words: ReadonlySet<string>, rarity: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const length = lengthOf(words, (word) => rarity.get(word) ?? 0);
  const weighed = new Map<string, number>();
  for (const word of words) {
    const rare = rarity.get(word);
    if (rare !== undefined) weighed.set(word, rare / length);
  }
  return weighed;
}

function lengthOf(words: ReadonlySet<string>, weigh: (word: string) => number): number {
  let sum = 0;
  for (const word of words) sum += weigh(word) ** 2;
  return Math.sqrt(sum) || 1;
}
