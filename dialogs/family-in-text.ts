/** Which of the worker's own families is named in a sentence? Only labels the worker may see are compared. */
import type { Knowledge } from '../knowledge/index.ts';
import { plainWords, type Spoken } from './plain-words.ts';
import { alternativesOf, once } from './prepared.ts';

interface Labelled {
  readonly label: string;
}

/** The best fitting families: one when it is clear, more when the name is not enough, none when no family is named. */
export function familiesIn<T extends Labelled>(
  said: Spoken,
  families: readonly T[],
  knowledge: Knowledge,
): readonly T[] {
  const scored = families.map((family) => ({ family, score: score(said, namesIn(family, knowledge)) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  return best === 0 ? [] : scored.filter((one) => one.score === best).map((one) => one.family);
}

/** Whether the text speaks of some family by name: "gezin Bakker". */
export function namesAFamily({ words }: Spoken, knowledge: Knowledge): boolean {
  const before = alternativesOf('herken.gezin', knowledge);
  return words.some((word, at) => before.has(word) && words[at + 1] !== undefined);
}

/** The words with a capital, two at most, of the name behind "gezin" ("gezin de Vries": "Vries"); empty when there are none. */
export function familyNameIn(text: string, knowledge: Knowledge): string {
  const words = wordsIn(text);
  const before = alternativesOf('herken.gezin', knowledge);
  const small = alternativesOf('herken.tussenvoegsel', knowledge);
  const at = words.findIndex((word) => before.has(plainWords(word)));
  if (at < 0) return '';
  const rest = words.slice(at + 1);
  const first = rest.findIndex((word) => !small.has(plainWords(word)));
  if (first < 0) return '';
  const isName = (word: string | undefined) => word !== undefined && /^\p{Lu}\p{Ll}/u.test(word);
  const [one, two] = rest.slice(first);
  if (!isName(one)) return '';
  return isName(two) ? `${one ?? ''} ${two ?? ''}` : (one ?? '');
}

interface Names {
  /** Without "gezin": "de vries". */
  readonly whole: string;
  /** Without "de" and "van" too. */
  readonly names: readonly string[];
}

/** The register hands out the same label until the family is changed. */
const namesOf = once(() => new WeakMap<Labelled, Names>());

function namesIn(family: Labelled, knowledge: Knowledge): Names {
  const known = namesOf(knowledge).get(family);
  if (known !== undefined) return known;
  const ignored = alternativesOf('herken.gezin', knowledge);
  const small = alternativesOf('herken.tussenvoegsel', knowledge);
  const words = plainWords(family.label)
    .split(' ')
    .filter((word) => !ignored.has(word));
  const names = { whole: words.join(' '), names: words.filter((word) => !small.has(word)) };
  namesOf(knowledge).set(family, names);
  return names;
}

/** Names in a row count most; "de" and "van" only help to choose between "De Vries" and "Van Vries". */
function score({ plain, words }: Spoken, { whole, names }: Names): number {
  const run = longestRun(words, names);
  if (run === 0) return 0;
  return run * 10 + (` ${plain} `.includes(` ${whole} `) ? 5 : 0);
}

/** How many names of the label, from its first one, stand in a row in the text. */
function longestRun(said: readonly string[], names: readonly string[]): number {
  let longest = 0;
  for (let start = said.indexOf(names[0] ?? ''); start >= 0; start = said.indexOf(names[0] ?? '', start + 1)) {
    const broken = names.findIndex((name, at) => said[start + at] !== name);
    longest = Math.max(longest, broken < 0 ? names.length : broken);
  }
  return longest;
}

/** "gezin Pietersen", "De Vries", "familie van den Berg": a name that is no ordinary word, of a family that may not be known. */
export function namesUnknownFamily(text: string, knowledge: Knowledge): boolean {
  const words = wordsIn(text);
  const shouts = text === text.toUpperCase();
  const before = alternativesOf('herken.gezin', knowledge);
  const small = alternativesOf('herken.tussenvoegsel', knowledge);
  const isSmall = (word: string | undefined) => word !== undefined && small.has(plainWords(word));
  const isName = (word: string | undefined): boolean => {
    if (word === undefined || isSmall(word) || before.has(plainWords(word))) return false;
    return (!shouts && /^\p{Lu}/u.test(word)) || !isKnown(word, knowledge);
  };
  const nameFrom = (at: number): number => {
    const first = words.findIndex((word, place) => place >= at && !isSmall(word));
    return first >= 0 && isName(words[first]) ? first : -1;
  };
  if (words.some((word, at) => before.has(plainWords(word)) && nameFrom(at + 1) >= 0)) return true;
  // Nothing but a name. The first word of a sentence has a capital anyway.
  const start = nameFrom(0);
  if (start !== words.length - 1) return false;
  return start > 0 || (/^\p{Lu}/u.test(words[0] ?? '') && !isKnown(words[0] ?? '', knowledge));
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}'’-]+/gu) ?? [];

/** As many words as a name has at most, without "de" and "van". */
const LONGEST_NAME = 2;

/** Whether these plain words of the text are somebody's name: no ordinary word, or with a capital that no sentence asks for. */
export function areNames(words: readonly string[], text: string, knowledge: Knowledge): boolean {
  const [first, ...others] = wordsIn(text);
  const shouts = text === text.toUpperCase();
  const withCapital = shouts ? [] : others.filter((word) => /^\p{Lu}/u.test(word));
  const capitals = new Set(withCapital.flatMap((word) => plainWords(word).split(' ')));
  const isName = (word: string) => /^\p{L}+$/u.test(word) && (capitals.has(word) || !isKnown(word, knowledge));
  return first !== undefined && words.length > 0 && words.length <= LONGEST_NAME && words.every(isName);
}

function isKnown(word: string, knowledge: Knowledge): boolean {
  return plainWords(word)
    .split(' ')
    .every((part) => knowledge.knows(part));
}

/** The label without "gezin": "De Vries". */
export function nameOf(label: string, knowledge: Knowledge): string {
  const before = alternativesOf('herken.gezin', knowledge);
  return label
    .split(' ')
    .filter((word) => !before.has(plainWords(word)))
    .join(' ');
}

/** The label in the middle of a sentence: "gezin De Vries". */
export function labelInSentence(label: string, knowledge: Knowledge): string {
  const [first = '', ...rest] = label.split(' ');
  const isCommon = alternativesOf('herken.gezin', knowledge).has(plainWords(first));
  return [isCommon ? first.toLowerCase() : first, ...rest].join(' ');
}
