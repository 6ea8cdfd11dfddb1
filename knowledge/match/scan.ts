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
  /** The hits alone. */
  hits(words: readonly string[]): readonly Hit[];
  /** Without the hits: quicker, for examples. */
  wording(words: readonly string[]): Pick<Scan, 'words' | 'concepts'>;
}

export interface ScannerOptions {
  /** Words that are right as they are, besides those of the terms, with how often the examples write them. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly protectedWords: Iterable<string>;
}

/** How much a word of a term counts beside the words of the examples. */
const termWritten = 10;

interface Edge {
  readonly element: number;
  /** In words. */
  readonly length: number;
}

/** By first element; an array, because this is asked for every word of every turn. */
type PhraseTable = readonly (readonly Phrase[] | undefined)[];
const none: readonly Phrase[] = [];

function tableOf<T>(byElement: ReadonlyMap<number, T>): readonly (T | undefined)[] {
  const last = Math.max(-1, ...byElement.keys());
  return Array.from({ length: last + 1 }, (_, element) => byElement.get(element));
}

export function createScanner(book: TermBook, options: ScannerOptions): Scanner {
  const elementsOf = createElementFinder(book.elements);
  const vocabulary = new Map(options.vocabulary);
  // A term that an editor wrote down is no misspelling.
  for (const word of [...book.elements.exact.keys(), ...book.elements.start.keys()]) {
    vocabulary.set(word, (vocabulary.get(word) ?? 0) + termWritten);
  }
  const spelling = createSpelling(vocabulary);
  const conceptPhrases = tableOf(book.conceptPhrases);
  const termPhrases = tableOf(book.termPhrases);
  const conceptNames = tableOf(book.conceptNames);
  const known = new Map<string, ReadWord>();
  for (const word of options.protectedWords) known.set(word, readAs(word, elementsOf(word)));
  for (const word of vocabulary.keys()) {
    if (known.has(word)) continue;
    const right = spelling.usual(word) ?? word;
    known.set(word, readAs(right, elementsOf(right)));
  }

  const read = (word: string): ReadWord => {
    const whole = known.get(word);
    if (whole) return whole;
    const spellings = shortened(word);
    for (const spelled of spellings) {
      const right = known.get(spelled);
      if (right) return right;
      const elements = elementsOf(spelled);
      if (elements.length > 0) return readAs(spelled, elements);
    }
    const corrected = spelling.correct(spellings.at(-1) ?? word);
    return (corrected === undefined ? undefined : known.get(corrected)) ?? readAs(word, []);
  };

  const edgesOf = (words: readonly string[], readWords: readonly ReadWord[]): Edge[][] => {
    const edges = readWords.map(({ edges: own }, at) => {
      const list = own.slice();
      // "huis arts" and "gezins plan" are one word.
      const next = words[at + 1];
      const joined = next === undefined ? undefined : known.get(`${words[at] ?? ''}${next}`);
      for (const { element } of joined?.edges ?? []) list.push({ element, length: 2 });
      return list;
    });
    for (let at = edges.length - 1; at >= 0; at--) addConcepts(edges, at, conceptPhrases);
    return edges;
  };
  const conceptsIn = (edges: Edge[][]): readonly string[] => {
    const found = new Set<string>();
    for (const list of edges) {
      for (const { element } of list) {
        const name = conceptNames[element];
        if (name !== undefined) found.add(name);
      }
    }
    return [...found];
  };
  const hitsIn = (edges: Edge[][]): readonly Hit[] => {
    const hits: Hit[] = [];
    for (let at = 0; at < edges.length; at++) collect(edges, at, termPhrases, hits);
    return hits;
  };
  return {
    hits: (words) => hitsIn(edgesOf(words, words.map(read))),
    scan(words) {
      const readWords = words.map(read);
      const edges = edgesOf(words, readWords);
      return { hits: hitsIn(edges), words: readWords.map(({ word }) => word), concepts: conceptsIn(edges) };
    },
    wording(words) {
      const readWords = words.map(read);
      return { words: readWords.map(({ word }) => word), concepts: conceptsIn(edgesOf(words, readWords)) };
    },
  };
}

interface ReadWord {
  readonly word: string;
  readonly edges: readonly Edge[];
}

function readAs(word: string, elements: readonly number[]): ReadWord {
  return { word, edges: elements.map((element) => ({ element, length: 1 })) };
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

function addConcepts(edges: Edge[][], at: number, phrases: PhraseTable): void {
  const here = edges[at] ?? [];
  // Only what stood here before: a concept does not begin with a concept.
  const before = here.length;
  for (let index = 0; index < before; index++) {
    const edge = here[index];
    if (edge === undefined) continue;
    for (const { elements, finds } of phrases[edge.element] ?? none) {
      const end = follow(edges, at + edge.length, elements, 1);
      if (end !== -1 && !here.some(({ element, length }) => element === finds && length === end - at)) {
        here.push({ element: finds, length: end - at });
      }
    }
  }
}

function collect(edges: Edge[][], at: number, phrases: PhraseTable, hits: Hit[]): void {
  for (const edge of edges[at] ?? []) {
    for (const { elements, finds } of phrases[edge.element] ?? none) {
      const end = follow(edges, at + edge.length, elements, 1);
      if (end !== -1) hits.push({ term: finds, from: at, to: end });
    }
  }
}

/** Where the rest of a phrase ends when it starts at `at`, or -1. */
function follow(edges: Edge[][], at: number, elements: readonly number[], next: number): number {
  if (next >= elements.length) return at;
  const here = edges[at];
  if (here === undefined) return -1;
  const wanted = elements[next];
  for (const { element, length } of here) {
    if (element !== wanted) continue;
    const end = follow(edges, at + length, elements, next + 1);
    if (end !== -1) return end;
  }
  return -1;
}
