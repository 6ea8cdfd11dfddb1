/** Finds every numbered term in a text, in one walk from left to right. */
import { fitted, fittedLists, fittedValues } from './fitted.ts';
import { createReader, type Edges, type ReaderOptions, type ReadWord } from './read-words.ts';
import type { Phrase, TermBook } from './terms.ts';

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
  readonly wording: (words: readonly string[]) => Pick<Scan, 'words' | 'concepts'>;
}

export function createScanner(book: TermBook, options: ReaderOptions): Scanner {
  const concepts = createPhraseFinder(book.conceptPhrases);
  const read = createReader(book.elements, options, (elements) => {
    if (elements.length === 0) return nowhere;
    const edges: OwnEdges = { elements: [], lengths: [] };
    for (const element of elements) add(edges, element, 1, concepts);
    return { elements: fitted(edges.elements), lengths: fitted(edges.lengths) };
  });
  const { conceptNames } = book;
  const terms = createPhraseFinder(book.termPhrases);

  const edgesOf = (words: readonly string[], readWords: readonly ReadWord[]): readonly Edges[] => {
    const edges = readWords.map((readWord, at): Edges => {
      const joined = read.joined(words[at] ?? '', words[at + 1] ?? '');
      if (!joined) return readWord.edges;
      const own = copyOf(readWord.edges);
      for (const element of joined.elements) add(own, element, 2, concepts);
      return own;
    });
    for (let at = edges.length - 1; at >= 0; at--) {
      concepts.longer(edges, at, (element, end) => {
        const own = copyOf(edges[at] ?? nowhere);
        addOnce(own, element, end - at);
        edges[at] = own;
      });
    }
    return edges;
  };
  const conceptsIn = (edges: readonly Edges[]): readonly string[] => {
    const found: string[] = [];
    for (const { elements } of edges) {
      for (const element of elements) {
        const name = conceptNames[element];
        if (name !== undefined && !found.includes(name)) found.push(name);
      }
    }
    return found;
  };
  const hitsIn = (edges: readonly Edges[]): readonly Hit[] => {
    const hits: Hit[] = [];
    for (let at = 0; at < edges.length; at++) {
      const { elements, lengths } = edges[at] ?? nowhere;
      for (let edge = 0; edge < elements.length; edge++) {
        for (const term of terms.single(elements[edge] ?? -1)) {
          hits.push({ term, from: at, to: at + (lengths[edge] ?? 1) });
        }
      }
      terms.longer(edges, at, (term, to) => hits.push({ term, from: at, to }));
    }
    return hits;
  };
  return {
    hits: (words) => hitsIn(edgesOf(words, read.words(words))),
    scan(words) {
      const readWords = read.words(words);
      const edges = edgesOf(words, readWords);
      return { hits: hitsIn(edges), words: readWords.map(({ word }) => word), concepts: conceptsIn(edges) };
    },
    wording(words) {
      const readWords = read.words(words);
      return { words: readWords.map(({ word }) => word), concepts: conceptsIn(edgesOf(words, readWords)) };
    },
  };
}

/** Edges that may still be added to: those of a word belong to every text. */
interface OwnEdges {
  readonly elements: number[];
  readonly lengths: number[];
}

const nowhere: Edges = { elements: [], lengths: [] };

const copyOf = ({ elements, lengths }: Edges): OwnEdges => ({ elements: elements.slice(), lengths: lengths.slice() });

/** An element, and each concept that it is a member of by itself. */
function add(edges: OwnEdges, element: number, length: number, concepts: PhraseFinder): void {
  edges.elements.push(element);
  edges.lengths.push(length);
  for (const concept of concepts.single(element)) addOnce(edges, concept, length);
}

function addOnce({ elements, lengths }: OwnEdges, element: number, length: number): void {
  for (let at = 0; at < elements.length; at++) if (elements[at] === element && lengths[at] === length) return;
  elements.push(element);
  lengths.push(length);
}

interface PhraseFinder {
  /** What an element finds all by itself. */
  single(element: number): readonly number[];
  /** What is found by phrases of two and more elements that begin at this word. */
  longer(edges: readonly Edges[], at: number, found: (finds: number, end: number) => void): void;
}

/** Phrases are looked up by their first two elements: hundreds begin with "ik", few with "ik ben". */
function createPhraseFinder(phrases: ReadonlyMap<number, readonly Phrase[]>): PhraseFinder {
  // By element: these are looked up for every word of every text.
  const { single, pairs } = byFirst(phrases);
  return {
    single: (element) => single[element] ?? none,
    longer(edges, at, found) {
      const { elements, lengths } = edges[at] ?? nowhere;
      // Only what stood here before: a concept does not begin with a concept.
      const before = elements.length;
      for (let edge = 0; edge < before; edge++) {
        const seconds = pairs[elements[edge] ?? -1];
        if (!seconds) continue;
        const start = at + (lengths[edge] ?? 1);
        const next = edges[start] ?? nowhere;
        for (let second = 0; second < next.elements.length; second++) {
          const end = start + (next.lengths[second] ?? 1);
          for (const { elements: wanted, finds } of seconds.get(next.elements[second] ?? -1) ?? []) {
            const last = follow(edges, end, wanted, 2);
            if (last !== -1) found(finds, last);
          }
        }
      }
    },
  };
}

const none: readonly number[] = [];

function byFirst(phrases: ReadonlyMap<number, readonly Phrase[]>) {
  const single: number[][] = [];
  const pairs: (Map<number, Phrase[]> | undefined)[] = [];
  for (const [first, beginning] of phrases) {
    for (const phrase of beginning) {
      const second = phrase.elements[1];
      if (second === undefined) (single[first] ??= []).push(phrase.finds);
      else push((pairs[first] ??= new Map<number, Phrase[]>()), second, phrase);
    }
  }
  return { single: fittedLists(single), pairs: Array.from(pairs, (lists) => lists && fittedValues(lists)) };
}

function push<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Where the rest of a phrase ends when it starts at `at`, or -1. */
function follow(edges: readonly Edges[], at: number, wanted: readonly number[], next: number): number {
  if (next >= wanted.length) return at;
  const { elements, lengths } = edges[at] ?? nowhere;
  for (let edge = 0; edge < elements.length; edge++) {
    if (elements[edge] !== wanted[next]) continue;
    const end = follow(edges, at + (lengths[edge] ?? 1), wanted, next + 1);
    if (end !== -1) return end;
  }
  return -1;
}
