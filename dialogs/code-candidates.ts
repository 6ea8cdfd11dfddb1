/** Where in a text a follow code may stand, and whether what stands there is meant as one. */
import { normaliseFollowCode } from '../cases/index.ts';
import { plainWords } from './plain-words.ts';

/** Two halves with a dash, one sign or nothing between. They may overlap: "code K7QP 3M2X" holds two, the second is right. */
const twoHalves =
  /(?<![\p{L}\p{N}-])(?=([0-9A-Z]{4})([ ._]?|\s{0,2}[-\u2010-\u2015\u2212]\s{0,2})([0-9A-Z]{4})(?![\p{L}\p{N}-]))/giu;
/** "K 7 Q P 3 M 2 X": spelled sign by sign, and nothing else said. */
const spelled = /^[^\p{L}\p{N}]*((?:[0-9A-Z][\s._\u2010-\u2015\u2212-]{1,3}){7}[0-9A-Z])[^\p{L}\p{N}]*$/iu;
const letterOrNumber = /[\p{L}\p{N}]/u;
/** A code that is shown has none of these: somebody typed them for 1 and 0, or this is a word. */
const neverShown = /[ilou]/i;
const dash = /[\u2010-\u2015\u2212-]/;
const BEFORE = 40;
const year = /^(?:19|20)\d\d$/;

export interface Candidate {
  readonly code: string;
  /** As it stands in the text. */
  readonly whole: string;
  readonly index: number;
  /** The last words before it, at most so many characters. */
  readonly before: string;
  readonly first: string;
  readonly second: string;
  readonly hasDash: boolean;
  /** The text holds nothing else. */
  readonly alone: boolean;
  /** In capitals between other letters that are not. */
  readonly standsOut: boolean;
}

export interface Context {
  /** The word code is said, or a code was asked for. */
  readonly saysCode: boolean;
  /** A code was asked for. */
  readonly expected: boolean;
  readonly isCodeWord: (word: string) => boolean;
  /** Ordinary words, in lower case; those for a code too. */
  readonly isWord: (word: string) => boolean;
}

export function codeCandidatesIn(text: string): readonly Candidate[] {
  const letterByLetter = spelledIn(text);
  if (letterByLetter !== undefined) return [letterByLetter];
  const start = text.search(letterOrNumber);
  const hasSmallLetters = /\p{Ll}/u.test(text);
  return [...text.matchAll(twoHalves)].flatMap(({ index, 1: first = '', 2: between = '', 3: second = '' }) => {
    const code = normaliseFollowCode(first + second);
    if (code === undefined) return [];
    const whole = first + between + second;
    const alone = index === start && !letterOrNumber.test(text.slice(index + whole.length));
    const standsOut = isCapitals(whole) && (alone || hasSmallLetters);
    const before = text.slice(Math.max(0, index - BEFORE), index);
    const hasDash = dash.test(between);
    return [{ code, whole, index, before, first, second, hasDash, alone, standsOut }];
  });
}

/** As if it was typed with a dash; a row of digits is as likely a part of a telephone number. */
function spelledIn(text: string): Candidate | undefined {
  const signs = spelled.exec(text)?.[1]?.replace(/[^0-9A-Z]/gi, '') ?? '';
  const code = signs.length === 8 ? normaliseFollowCode(signs) : undefined;
  if (code === undefined) return undefined;
  const [first, second] = [signs.slice(0, 4), signs.slice(4)];
  return {
    code,
    whole: text,
    index: 0,
    before: '',
    first,
    second,
    hasDash: /\D/.test(signs),
    alone: true,
    standsOut: isCapitals(signs),
  };
}

/** Where nobody speaks of a code: one without a digit, a dash or four capitals in a row never looks like one, unless spelled. */
export const mayLookLikeCode = (text: string): boolean =>
  /[\d\u2010-\u2015\u2212-]|[A-Z]{4}/.test(text) || spelled.test(text);

/** Letters with digits are a code. Letters alone need a sign that they are meant as one; so does a number alone. */
export function looksLikeCode(candidate: Candidate, context: Context): boolean {
  const { whole, first, second, hasDash, alone } = candidate;
  if (/^\d+$/.test(first + second))
    return context.saysCode || (alone && hasDash && !(year.test(first) && year.test(second)));
  if (!/\d/.test(first + second)) return lettersAreCode(candidate, context);
  if (hasDash || whole === first + second) return true;
  return (context.saysCode || alone) && !isWordBesideNumber(candidate, context);
}

/** "Mijn K7QP", "kind 2019". */
function isWordBesideNumber({ first, second }: Candidate, { isWord }: Context): boolean {
  const [letters, other] = /\d/.test(first) ? [second, first] : [first, second];
  if (!isWord(letters.toLowerCase())) return false;
  return neverShown.test(letters) || /^\d+$/.test(other) || isCapitals(letters) !== isCapitals(other);
}

function lettersAreCode(candidate: Candidate, context: Context): boolean {
  const { whole, before, first, second, hasDash, alone, standsOut } = candidate;
  const { saysCode, expected, isWord } = context;
  const pieces = whole === first + second ? [whole] : [first, second];
  const words = pieces.filter((piece) => isWord(piece.toLowerCase())).length;
  if (words === pieces.length) return false;
  if (expected && alone) return true;
  if (hasDash) return saysCode || alone || isCapitals(whole);
  if (neverShown.test(whole)) return false;
  if (saysCode && standsOut) return true;
  if (words > 0 || !(saysCode || isCapitals(whole))) return false;
  // "Code X", "mijn code is X".
  const isCalledCode = plainWords(before).split(' ').slice(-2).some(context.isCodeWord);
  if (isCalledCode && pieces.length > 1) return true;
  return !pieces.every((piece) => readsAsWord(piece, isCalledCode ? 3 : 2));
}

/** The lower, the more it looks like a code: of "mijn K7QP 3M2X" the last two. */
export function doubtAbout({ first, second, hasDash }: Candidate, { isWord }: Context): number {
  if (hasDash) return -1;
  const differ = isCapitals(first) === isCapitals(second) ? 0 : 1;
  return [first, second].reduce((sum, half) => {
    if (/\d/.test(half)) return sum + (/\D/.test(half) ? 0 : 1);
    return sum + 1 + (/[aeiouy]/i.test(half) ? 1 : 0) + (isWord(half.toLowerCase()) ? 1 : 0);
  }, differ);
}

const isCapitals = (text: string) => text === text.toUpperCase();

/** Letters as an unknown Dutch word may have them: so many vowels in eight, one in four, and never four consonants in a row. */
export function readsAsWord(letters: string, vowelsInEight: number): boolean {
  const vowels = letters.match(/[aeiouy]/gi)?.length ?? 0;
  return vowels >= (letters.length > 4 ? vowelsInEight : 1) && !/[^aeiouy]{4}/i.test(letters);
}
