/** From a word as it was typed to the word that was meant, and the elements of terms that it is. */
import { fitted } from './fitted.ts';
import { createSieve } from './sieve.ts';
import { createSpelling } from './spelling.ts';
import { stems } from './stems.ts';
import type { ElementTables } from './terms.ts';
import { shortened } from './tokens.ts';

export interface ReaderOptions {
  /** Words that are right as they are, with how often they were written: see `writtenWith`. */
  readonly written: ReadonlyMap<string, number>;
  /** What `usualSpellings` made of these, when it is known. */
  readonly usual?: ReadonlyMap<string, string>;
  readonly protectedWords: Iterable<string>;
}

export interface ReadWord {
  readonly word: string;
  readonly elements: readonly number[];
  /** What stands at this word when it stands by itself. */
  readonly edges: Edges;
}

/** What begins at one word: elements, and how many words each takes. */
export interface Edges {
  readonly elements: readonly number[];
  readonly lengths: readonly number[];
}

export interface WordReader {
  /** All words of one text. */
  words(typed: readonly string[]): readonly ReadWord[];
  /** The one word that two are, when that is right: "huis arts", "gezins plan". */
  joined(word: string, next: string): ReadWord | undefined;
}

/** Shorter words are rarely half of a longer one, and looking them up costs most. */
const shortestHalf = 4;

/**
 * So many misspelt words of one text are put right: more than a long story in bad spelling has. Looking one up costs a
 * thousand times what a right word costs, and whoever sends nothing else must not keep everybody waiting.
 */
const mostCorrected = 100;

/** How much a word of a term counts beside the words of the examples. */
const termWritten = 10;

/** The words of the examples and those of the terms: one that an editor wrote down is no misspelling. */
export function writtenWith(
  terms: ElementTables,
  vocabulary: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const written = new Map(vocabulary);
  for (const words of [terms.exact, terms.start]) {
    for (const word of words.keys()) written.set(word, (written.get(word) ?? 0) + termWritten);
  }
  return written;
}

/** `edgesOf` is called once for a word that is right, and for another one each time it is read. */
export function createReader(
  terms: ElementTables,
  { written, usual, protectedWords }: ReaderOptions,
  edgesOf: (elements: readonly number[]) => Edges,
): WordReader {
  const readAs = (word: string, elements: readonly number[]): ReadWord => ({
    word,
    elements,
    edges: edgesOf(elements),
  });
  const elementsOf = createElementFinder(terms);
  const isProtected = new Set(protectedWords);
  const spelling = createSpelling(written, usual);
  const mayBeRight = createSieve(written.keys(), isProtected);
  // As many as there are right words, never what people type.
  const seen = new Map<string, ReadWord>();

  const known = (word: string): ReadWord | undefined => {
    const before = seen.get(word);
    if (before) return before;
    const isRight = isProtected.has(word);
    if (!isRight && !written.has(word)) return undefined;
    const right = isRight ? word : (spelling.usual(word) ?? word);
    const read = readAs(right, elementsOf(right));
    seen.set(word, read);
    return read;
  };
  /** As it was typed, but for letters that were drawn out. */
  const plain = (spellings: readonly string[]): ReadWord | undefined => {
    for (const spelled of spellings) {
      const right = known(spelled);
      if (right) return right;
      const elements = elementsOf(spelled);
      if (elements.length > 0) return readAs(spelled, elements);
    }
    return undefined;
  };
  return {
    joined(word, next) {
      if (word.length < shortestHalf || next.length < shortestHalf || !mayBeRight(word, next)) return undefined;
      return known(word + next);
    },
    words(text) {
      let corrected = 0;
      return text.map((typed) => {
        const whole = known(typed);
        if (whole) return whole;
        const spellings = shortened(typed);
        const read = plain(spellings);
        if (read) return read;
        corrected += 1;
        const right = corrected > mostCorrected ? undefined : spelling.correct(spellings.at(-1) ?? typed);
        return (right === undefined ? undefined : known(right)) ?? readAs(typed, []);
      });
    },
  };
}

function createElementFinder(tables: ElementTables): (word: string) => readonly number[] {
  const startLengths = lengthsByLetter(tables.start.keys(), (word) => word[0]);
  const endLengths = lengthsByLetter(tables.end.keys(), (word) => word.at(-1));
  return (word) => {
    const found: number[] = [];
    const add = (element: number | undefined): void => {
      if (element !== undefined && !found.includes(element)) found.push(element);
    };
    add(tables.exact.get(word));
    if (found.length === 0) for (const stem of stems(word)) add(tables.exact.get(stem));
    for (const length of startLengths.get(word[0] ?? '') ?? []) add(tables.start.get(word.slice(0, length)));
    for (const length of endLengths.get(word.at(-1) ?? '') ?? []) add(tables.end.get(word.slice(-length)));
    return fitted(found);
  };
}

/** Which lengths are worth a look: most words share no beginning with any term. */
function lengthsByLetter(
  words: Iterable<string>,
  letterOf: (word: string) => string | undefined,
): ReadonlyMap<string, ReadonlySet<number>> {
  const lengths = new Map<string, Set<number>>();
  for (const word of words) {
    const letter = letterOf(word) ?? '';
    const known = lengths.get(letter);
    if (known) known.add(word.length);
    else lengths.set(letter, new Set([word.length]));
  }
  return lengths;
}
