/**
 * Words in a text for everybody by which the family or a colleague can be known: names that stand in the case, what is
 * written as a name, and numbers and addresses by their form. A nickname in small letters, or a story that only one family
 * can have, is for the officer to see.
 */
import { maskBsn } from '../mask-bsn.ts';
import { normaliseFollowCode } from '../follow-code.ts';
import { folded, isCapitalised, notNames, particles } from './name-words.ts';
import { saidNamesIn } from './said-names.ts';

interface Known {
  /** As they were written down: `Gezin De Vries`, `Kind (14)`, `Samira (CJG)`. */
  readonly names: readonly string[];
  /** What was written in the case itself, by the family and about it. */
  readonly ownWords: readonly string[];
  readonly followCodeHashes: readonly string[];
  sha256(text: string): string;
}

interface NamePart {
  readonly folded: string;
  /** Three letters that are no surname, as `Wil`, are a name only where they are written as one. */
  readonly needsCapital: boolean;
}

const word = /[\p{L}\p{M}]+/gu;
/** Shortest word that is looked for by itself. */
const SHORTEST = 2;
const SHORT = 3;

const wordsIn = (text: string): readonly string[] => text.match(word) ?? [];

/** What stands in brackets is an age or a role. */
const partsOf = (name: string): readonly NamePart[] => {
  const parts = wordsIn(name.replace(/\([^)]*\)/g, ' '))
    .map(folded)
    .filter((part) => part.length >= SHORTEST && !particles.has(part) && !notNames.has(part));
  return parts.map((part, place) => ({
    folded: part,
    needsCapital: part.length <= SHORT && place < parts.length - 1,
  }));
};

/** Also in the genitive: `Samiras`, `Kevins`. */
const isNamed = (said: string, parts: ReadonlyMap<string, NamePart>): boolean => {
  const plain = folded(said);
  const part = parts.get(plain) ?? (plain.endsWith('s') ? parts.get(plain.slice(0, -1)) : undefined);
  return part !== undefined && (!part.needsCapital || isCapitalised(said));
};

/** Each with the small words before it: `De Vries`. */
const namesIn = (text: string, names: readonly string[]): readonly string[] => {
  const all = names.flatMap(partsOf).sort((one, other) => Number(other.needsCapital) - Number(one.needsCapital));
  const parts = new Map(all.map((part) => [part.folded, part]));
  const said = wordsIn(text);
  return said.flatMap((one, place) => {
    if (!isNamed(one, parts)) return [];
    const before = said.slice(0, place);
    const first = before.findLastIndex((small) => !(particles.has(folded(small)) && isCapitalised(small))) + 1;
    return [[...before.slice(first), one].join(' ')];
  });
};

const address = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/gu;
/** Nine digits or more that begin as a telephone number does, and are no date. */
const telephone =
  /(?<![\p{L}\d])(?!\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d))(?:\+\d|\(?0\d)(?:[\s().\/-]{0,2}\d){7,12}(?!\d)/gu;
const longNumber = /(?<!\d)\d{7,}(?!\d)/gu;
/** Not `2026 en`: the year before a small word. */
const postcode =
  /(?<![\p{L}\d])[1-9]\d{3}(?!\s(?:al|bij|de|die|en|er|ik|in|is|ja|je|ga|na|nu|of|om|op|te|ten|we|wij|ze|zo|ad)(?!\p{L}))\s?[a-z]{2}(?![\p{L}\d])/giu;
const street =
  /(?<!\p{L})(?:\p{L}+(?:weg|dijk|hof|pad|kade|steeg|dreef|plantsoen|markt|wal|brink|kamp|enk)|\p{L}*(?:straat|laan|plein|gracht|singel))\s+(?:nr\.?\s*|nummer\s+)?\d+[a-z]?(?![\p{L}\d])/giu;
const escalationNumber = /(?<![\p{L}\d])L-[\dA-Z]{6}(?![\p{L}\d])/giu;
const dashedCode = /(?<![\p{L}\d])[\p{L}\d]{4}\s?[-\u2010-\u2015\u2212]\s?[\p{L}\d]{4}(?![\p{L}\d])/gu;
/** Looked at from every word, because any two words of four letters look like one. */
const bareCode = /(?<![\p{L}\d])(?=([\p{L}\d]{4}\s?[\p{L}\d]{4})(?![\p{L}\d]))/gu;
const hasBoth = /^(?=.*\d)(?=.*[A-Z])/iu;
/** As somebody else took it out before, and as it is typed. */
const takenOut = /\[nummer verwijderd\]/gu;
const digits = /\d(?:[ .-]?\d)+/gu;

const found = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];

/** Of this family whatever it looks like; of another one when it can be nothing else. */
const codesIn = (text: string, known: Known): readonly string[] => {
  const isOwn = (said: string): boolean => {
    const code = normaliseFollowCode(said);
    return code !== undefined && known.followCodeHashes.includes(known.sha256(code));
  };
  const bare = [...text.matchAll(bareCode)].flatMap(([, said]) => said ?? []);
  const isCode = (said: string) => normaliseFollowCode(said) !== undefined && hasBoth.test(said);
  return [...found(text, dashedCode).filter((said) => isCode(said) || isOwn(said)), ...bare.filter(isOwn)];
};

/** In the words of the text, each once; empty: nothing that is known. */
export const recognisableIn = (text: string, known: Known): readonly string[] => {
  const plain = text.normalize('NFC');
  const bsn = found(plain, digits).filter((run) => maskBsn(run) !== run);
  const patterns = [street, postcode, telephone, address, escalationNumber, longNumber, takenOut];
  const all = [
    ...namesIn(plain, known.names),
    ...saidNamesIn(plain, known.ownWords),
    ...patterns.flatMap((pattern) => found(plain, pattern)),
    ...codesIn(plain, known),
    ...bsn,
  ];
  const whole = [...new Set(all)];
  return whole.filter((one) => !whole.some((other) => other !== one && other.includes(one)));
};
