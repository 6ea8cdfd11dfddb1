/** Finds every numbered term in a text, in one walk from left to right. */
import { createSpelling } from './spelling.ts';
import { stems } from './stems.ts';
import type { ElementTables, Phrase, TermBook } from './terms.ts';
import { shortened } from './tokens.ts';

export interface Hit {
  readonly term: number;
  /** First word, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export interface Scan {
  readonly hits: readonly Hit[];
  /** The words after spelling correction. */
  readonly words: readonly string[];
  /** Concepts of the word list that are named, each once, e.g. `@kind`. */
  readonly concepts: readonly string[];
}

export interface Scanner {
  scan(words: readonly string[]): Scan;
  /** Without the hits: quicker, for examples. */
  wording(words: readonly string[]): Pick<Scan, 'words' | 'concepts'>;
}

export interface ScannerOptions {
  /** Words that are right as they are, besides those of the terms. */
  readonly vocabulary: Iterable<string>;
  readonly protectedWords: Iterable<string>;
}

type Edge = readonly [element: number, length: number];

export function createScanner(book: TermBook, options: ScannerOptions): Scanner {
  const elementsOf = createElementFinder(book.elements);
  const vocabulary = new Set([...options.vocabulary, ...book.elements.exact.keys(), ...book.elements.start.keys()]);
  const spelling = createSpelling(vocabulary);
  const known = new Map<string, ReadWord>();
  for (const word of [...vocabulary, ...options.protectedWords]) known.set(word, { word, elements: elementsOf(word) });

  const read = (word: string): ReadWord => {
    const whole = known.get(word);
    if (whole) return whole;
    const spellings = shortened(word);
    for (const spelled of spellings) {
      const elements = known.get(spelled)?.elements ?? elementsOf(spelled);
      if (elements.length > 0 || known.has(spelled)) return { word: spelled, elements };
    }
    const corrected = spelling.correct(spellings.at(-1) ?? word);
    return (corrected === undefined ? undefined : known.get(corrected)) ?? { word, elements: [] };
  };

  const edgesOf = (words: readonly string[], readWords: readonly ReadWord[]): Edge[][] => {
    const edges = readWords.map(({ elements }, at) => {
      const list = elements.map((element): Edge => [element, 1]);
      // "huis arts" and "gezins plan" are one word.
      const joined = known.get(`${words[at] ?? ''}${words[at + 1] ?? ' '}`);
      for (const element of joined?.elements ?? []) list.push([element, 2]);
      return list;
    });
    for (let at = edges.length - 1; at >= 0; at--) addConcepts(edges, at, book.conceptPhrases);
    return edges;
  };
  const conceptsIn = (edges: Edge[][]): readonly string[] => {
    const found = new Set<string>();
    for (const list of edges) {
      for (const [element] of list) {
        const name = book.conceptNames.get(element);
        if (name !== undefined) found.add(name);
      }
    }
    return [...found];
  };
  return {
    scan(words) {
      const readWords = words.map(read);
      const edges = edgesOf(words, readWords);
      const hits: Hit[] = [];
      for (let at = 0; at < edges.length; at++) collect(edges, at, book.termPhrases, hits);
      return { hits, words: readWords.map(({ word }) => word), concepts: conceptsIn(edges) };
    },
    wording(words) {
      const readWords = words.map(read);
      return { words: readWords.map(({ word }) => word), concepts: conceptsIn(edgesOf(words, readWords)) };
    },
  };
}

interface ReadWord {
  readonly word: string;
  readonly elements: readonly number[];
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
    return found;
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

function addConcepts(edges: Edge[][], at: number, phrases: ReadonlyMap<number, readonly Phrase[]>): void {
  const here = edges[at] ?? [];
  for (const [element, length] of [...here]) {
    for (const phrase of phrases.get(element) ?? []) {
      const end = follow(edges, at + length, phrase.elements, 1);
      if (end !== -1 && !here.some((edge) => edge[0] === phrase.finds && edge[1] === end - at)) {
        here.push([phrase.finds, end - at]);
      }
    }
  }
}

function collect(edges: Edge[][], at: number, phrases: ReadonlyMap<number, readonly Phrase[]>, hits: Hit[]): void {
  for (const [element, length] of edges[at] ?? []) {
    for (const phrase of phrases.get(element) ?? []) {
      const end = follow(edges, at + length, phrase.elements, 1);
      if (end !== -1) hits.push({ term: phrase.finds, from: at, to: end });
    }
  }
}

/** Where the rest of a phrase ends when it starts at `at`, or -1. */
function follow(edges: Edge[][], at: number, elements: readonly number[], next: number): number {
  const wanted = elements[next];
  if (wanted === undefined) return at;
  for (const [element, length] of edges[at] ?? []) {
    if (element !== wanted) continue;
    const end = follow(edges, at + length, elements, next + 1);
    if (end !== -1) return end;
  }
  return -1;
}
