/**
 * The little language of recognition rules: words, `start*`, `*end`, `@concept`, and phrases of these. Everything is numbered
 * while loading, so that matching a text is a walk over numbers.
 */
import { fitted } from './fitted.ts';
import { tokenise } from './tokens.ts';

/** A phrase: its elements in order, and what is found when they follow each other. */
export interface Phrase {
  readonly elements: readonly number[];
  readonly finds: number;
}

export interface TermBook {
  /** Numbers an alternative such as `geen regisseur` or `@kind slaa*`; the same text gets the same number. */
  term(alternative: string): number;
  readonly size: () => number;
  readonly elements: ElementTables;
  /** Names of the concepts by element. */
  readonly conceptNames: readonly (string | undefined)[];
  /** Phrases whose find is a concept, by first element. */
  readonly conceptPhrases: ReadonlyMap<number, readonly Phrase[]>;
  /** Phrases whose find is a term, by first element. */
  readonly termPhrases: ReadonlyMap<number, readonly Phrase[]>;
}

export interface ElementTables {
  readonly exact: ReadonlyMap<string, number>;
  readonly start: ReadonlyMap<string, number>;
  readonly end: ReadonlyMap<string, number>;
}

/** Splits `a / b / c` into its alternatives. */
export function alternatives(entry: string): readonly string[] {
  return entry.includes('/') ? entry.split(/\s+\/\s+/).map((alternative) => alternative.trim()) : [entry.trim()];
}

/** The names of the concepts that an entry uses. */
export function conceptsIn(entry: string): readonly string[] {
  return entry.includes('@') ? [...entry.matchAll(/@([a-z0-9-]+)/g)].map((match) => match[1] ?? '') : [];
}

/** Nearly every part is one: it needs no taking apart. */
const plainWord = /^[a-z0-9]+$/;

export function createTermBook(concepts: Readonly<Record<string, readonly string[]>>): TermBook {
  let nextElement = 0;
  const exact = new Map<string, number>();
  const start = new Map<string, number>();
  const end = new Map<string, number>();
  const concept = new Map<string, number>();
  const number = (table: Map<string, number>, key: string): number => {
    const known = table.get(key);
    if (known !== undefined) return known;
    table.set(key, nextElement);
    return nextElement++;
  };
  const elementsOf = (alternative: string): readonly number[] => {
    if (plainWord.test(alternative)) return [number(exact, alternative)];
    return alternative.split(/\s+/).flatMap((part) => {
      if (plainWord.test(part)) return number(exact, part);
      if (part.startsWith('@')) return [number(concept, part.slice(1))];
      const words = tokenise(part).words;
      return words.map((word, index) => {
        if (part.endsWith('*') && index === words.length - 1) return number(start, word);
        if (part.startsWith('*') && index === 0) return number(end, word);
        return number(exact, word);
      });
    });
  };

  const conceptPhrases = new Map<number, Phrase[]>();
  const conceptNames: (string | undefined)[] = [];
  for (const [name, members] of Object.entries(concepts)) {
    const finds = number(concept, name);
    conceptNames[finds] = `@${name}`;
    for (const member of members) addPhrase(conceptPhrases, { elements: fitted(elementsOf(member)), finds });
  }
  const terms = new Map<string, number>();
  const termPhrases = new Map<number, Phrase[]>();
  return {
    term(alternative) {
      const known = terms.get(alternative);
      if (known !== undefined) return known;
      const finds = terms.size;
      terms.set(alternative, finds);
      addPhrase(termPhrases, { elements: fitted(elementsOf(alternative)), finds });
      return finds;
    },
    size: () => terms.size,
    elements: { exact, start, end },
    conceptNames,
    conceptPhrases,
    termPhrases,
  };
}

function addPhrase(table: Map<number, Phrase[]>, phrase: Phrase): void {
  const first = phrase.elements[0];
  if (first === undefined) return;
  const phrases = table.get(first);
  if (phrases) phrases.push(phrase);
  else table.set(first, [phrase]);
}
