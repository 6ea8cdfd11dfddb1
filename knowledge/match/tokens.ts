import { normalise } from './normalise.ts';

export interface Tokens {
  readonly words: readonly string[];
  /** Place of each word on a line where the end of a sentence counts as three words. */
  readonly places: readonly number[];
  /**
   * The number of the clause that each word stands in: a comma ends one, a colon too unless it only labels ("casus:"), and so
   * does "en" or "maar" before a new subject.
   */
  readonly clauses: readonly number[];
}

const wordOrEnd = /[\p{L}\p{N}]+|[.!?;\n]+|[,:]/gu;
const sentenceEnd = /^[.!?;\n]/;
const joins: ReadonlySet<string> = new Set(['en', 'maar', 'want', 'terwijl', 'omdat', 'dus']);
/** After "en" these begin a new clause more often than a second member ("de hond en de kat"). */
const subjects: ReadonlySet<string> = new Set(
  'ik hij zij ze wij we je jij u nu dan toen mijn mn onze ons zijn haar er het dat'.split(' '),
);
const tripled = /(\p{L})\1{2,}/gu;
const sentenceGap = 3;
/** So many words before a colon say who speaks or what follows, and belong to it. */
const longestLabel = 2;

export function tokenise(text: string): Tokens {
  const words: string[] = [];
  const places: number[] = [];
  const clauses: number[] = [];
  let place = 0;
  let clause = 0;
  let wordsInClause = 0;
  const endClause = (): void => {
    clause += 1;
    wordsInClause = 0;
  };
  for (const [part] of normalise(text).matchAll(wordOrEnd)) {
    if (sentenceEnd.test(part)) {
      place += sentenceGap;
      endClause();
      continue;
    }
    if (part === ',' || part === ':') {
      if (part === ',' || wordsInClause > longestLabel) endClause();
      continue;
    }
    if (subjects.has(part) && joins.has(words.at(-1) ?? '')) endClause();
    wordsInClause += 1;
    words.push(part);
    places.push(place++);
    clauses.push(clause);
  }
  return { words, places, clauses };
}

/** Spellings to try for a drawn-out word such as "helpppp": doubled and single; the word itself when it is not drawn out. */
export function shortened(word: string): readonly string[] {
  const double = word.replace(tripled, '$1$1');
  return double === word ? [word] : [double, word.replace(tripled, '$1')];
}
