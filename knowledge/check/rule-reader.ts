/**
 * Reads a recognition rule as an editor does: do these words stand in that sentence? Plainer than the matcher (no spelling
 * correction, endings only), so that the check tells about the words that were written, not about the matcher.
 */
import { alternatives } from '../match/terms.ts';
import type { RecognitionRule } from '../schema.ts';

export interface RuleReader {
  meets(sentence: string, rule: Pick<RecognitionRule, 'alle' | 'niet'>): boolean;
  /** Whether a word of this concept stands in the sentence. */
  names(sentence: string, concept: string): boolean;
}

interface Word {
  readonly text: string;
  readonly root: string;
}
type Words = readonly Word[];
/** Where a part of a phrase that begins at this word can end. */
type Part = (words: Words, from: number) => readonly number[];

export function ruleReader(concepts: Readonly<Record<string, readonly string[]>>): RuleReader {
  // Every sentence is asked about by many rules, and every concept by many sentences.
  const wordsOf = remembering(wordsIn);
  const conceptPart = remembering((name: string) => oneOf((concepts[name] ?? []).map((member) => member.split(/\s+/))));
  const phrasesOf = remembering((entry: string) =>
    alternatives(entry).map((one) =>
      one.split(/\s+/).map((part) => (part.startsWith('@') ? conceptPart(part.slice(1)) : wordPart(part))),
    ),
  );
  const stands = (words: Words, entry: string): boolean =>
    phrasesOf(entry).some((phrase) => words.some((_, from) => endsOf(words, from, phrase).length > 0));
  return {
    meets(sentence, { alle, niet }) {
      const words = wordsOf(sentence);
      return alle.every((entry) => stands(words, entry)) && !niet.some((entry) => stands(words, entry));
    },
    names: (sentence, concept) => stands(wordsOf(sentence), `@${concept}`),
  };
}

function remembering<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fresh = make(text);
    made.set(text, fresh);
    return fresh;
  };
}

function endsOf(words: Words, from: number, phrase: readonly Part[]): readonly number[] {
  return phrase.reduce<readonly number[]>((ends, part) => ends.flatMap((at) => part(words, at)), [from]);
}

/** A concept has hundreds of members: only those that begin with the word that stands there are looked at. */
function oneOf(members: readonly (readonly string[])[]): Part {
  const byRoot = new Map<string, Part[][]>();
  const open: Part[][] = [];
  for (const member of members) {
    const phrase = member.map(wordPart);
    const [first = ''] = member;
    const root = wordsIn(first)[0]?.root ?? '';
    if (first.includes('*')) open.push(phrase);
    else byRoot.set(root, [...(byRoot.get(root) ?? []), phrase]);
  }
  return (words, from) => {
    const own = byRoot.get(words[from]?.root ?? '') ?? [];
    return [...own, ...open].flatMap((phrase) => endsOf(words, from, phrase));
  };
}

/** A part may be several words by itself: "1-op-1" is read as three. */
function wordPart(part: string): Part {
  const wanted = wordsIn(part);
  const [openStart, openEnd] = [part.startsWith('*'), part.endsWith('*')];
  return (words, from) => {
    const fits = wanted.every((word, at) => {
      const said = words[from + at];
      if (said === undefined) return false;
      if (openEnd && at === wanted.length - 1) return said.text.startsWith(word.text);
      if (openStart && at === 0) return said.text.endsWith(word.text);
      return said.root === word.root;
    });
    return fits && wanted.length > 0 ? [from + wanted.length] : [];
  };
}

function wordsIn(text: string): Words {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/['’]/g, '');
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, root: rootOf(word) }));
}

/** Singular and plural, and the endings of verbs, count as the same word. */
function rootOf(word: string): string {
  const short = word.length > 4 ? word.replace(/(?:en|e|s|t|d)$/, '') : word;
  return short.replace(/([bcdfgklmnprst])\1$/, '$1').replace(/(aa|ee|oo|uu)(?=[^aeiou]$)/, (pair) => pair.charAt(0));
}
