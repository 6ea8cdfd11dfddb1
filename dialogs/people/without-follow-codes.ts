/**
 * For the eyes of others: a follow code opens a filing, so it is left out wherever something looks like one. Better a word too
 * many than a code: only what reads as ordinary words or numbers stays.
 */
import { normaliseFollowCode } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { readsAsWord } from '../code-candidates.ts';
import { plainWords } from '../plain-words.ts';
import { alternativesOf } from '../prepared.ts';

const LONGEST = 8000;
const CODE_LENGTH = 8;
/** In how many equal parts people type a code: whole, in two halves, in pairs, letter by letter. */
const parts = [1, 2, 4, 8] as const;
const codeLetters = /^[0-9A-TV-Z]+$/i;
const LONGEST_GAP = 6;
/** Letters that stick to the end of a code: "K7QP-3M2Xx". */
const LONGEST_TAIL = 2;

const isNumber = (typed: string) => /^\d+$/.test(typed);

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly saysCode: boolean;
  readonly isWord: (piece: string) => boolean;
}

/** `known`: the code of this conversation, of which each half is left out wherever it stands. */
export function withoutFollowCodes(text: string, knowledge: Knowledge, known?: string): string {
  const visible = text.slice(0, LONGEST).replace(/\p{Cf}/gu, '');
  const reading = readingOf(visible, knowledge);
  const hidden = new Set(reading.pieces.filter((piece) => isHalf(reading, piece.text)));
  const found = codesIn(reading);
  for (const { pieces, words } of found) if (words.length === 0) for (const piece of pieces) hidden.add(piece);
  // "Mijn K7QP-3M2X": an ordinary word beside a code that was found already is no part of one.
  for (const { pieces, words } of found)
    if (pieces.some((piece) => !words.includes(piece) && !hidden.has(piece)))
      for (const piece of pieces) hidden.add(piece);
  const code = known === undefined ? undefined : normaliseFollowCode(known);
  if (code !== undefined) for (const piece of knownIn(reading, code)) hidden.add(piece);
  return left(reading, hidden, knowledge.text('samen.code-weg'));
}

function readingOf(text: string, knowledge: Knowledge): Reading {
  const codeWords = alternativesOf('herken.code', knowledge);
  const saysCode = plainWords(text)
    .split(' ')
    .some((word) => codeWords.has(word));
  const pieces = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: piece, index }) => ({
    text: piece,
    start: index,
    end: index + piece.length,
  }));
  const mayBeUnknown = !saysCode && pieces.length > 1;
  const isWord = (piece: string) =>
    codeWords.has(piece.toLowerCase()) ||
    knowledge.knows(piece.toLowerCase()) ||
    (mayBeUnknown && isUnknownWord(piece));
  return { text, pieces, saysCode, isWord };
}

/**
 * A word of eight letters that no knowledge file has ("moeizaam"), not in capitals. Of the codes, which have A, E and Y only,
 * one in 300 reads so; where a code is spoken of, or nothing else is said, such a word is left out.
 */
function isUnknownWord(piece: string): boolean {
  return piece.length === CODE_LENGTH && /^\p{L}\p{Ll}+$/u.test(piece) && readsAsWord(piece, 3);
}

/** "De code is K7QP en dan 3M2X": where a code is spoken of, also what looks like half a one. */
function isHalf({ saysCode, isWord }: Reading, piece: string): boolean {
  const looksSo = piece.length === CODE_LENGTH / 2 && codeLetters.test(piece);
  return saysCode && looksSo && !isNumber(piece) && !isWord(piece);
}

interface Found {
  readonly pieces: readonly Piece[];
  /** Those that are more likely a word beside a code; none when the code is certain. */
  readonly words: readonly Piece[];
}

function codesIn(reading: Reading): readonly Found[] {
  return reading.pieces.flatMap((_, at) => parts.flatMap((count) => codeFrom(reading, at, count)));
}

/** The code that begins here and is typed in this many parts; none when it is something else. */
function codeFrom({ text, pieces, saysCode, isWord }: Reading, at: number, count: number): readonly Found[] {
  const found = pieces.slice(at, at + count);
  const length = CODE_LENGTH / count;
  if (found.length < count || !isTogether(text, found)) return [];
  const typed = found.map((piece, place) => withoutTail(piece, { text, length, before: found[place - 1] }));
  if (!typed.every((part) => part.length === length && codeLetters.test(part))) return [];
  const digits = typed.filter(isNumber).length;
  // Four pairs in a row are hardly ever words; where a code is spoken of, that is not worth the risk.
  if (length === 1 || (saysCode && (length === 2 || digits === count))) return [{ pieces: found, words: [] }];
  const words = found.filter((_, place) => isWord(typed[place] ?? ''));
  if (words.length + digits === count) return [];
  const isTight = !/\s/.test(text.slice(found[0]?.start, found.at(-1)?.end));
  return [{ pieces: found, words: isTight ? [] : words }];
}

/** Letters that stick to the second half are no part of a code; after a space they make it another word ("mijn kinderen"). */
function withoutTail(
  { text: piece, start }: Piece,
  { text, length, before }: { readonly text: string; readonly length: number; readonly before: Piece | undefined },
): string {
  const sticks = length === CODE_LENGTH / 2 && piece.length > length && piece.length <= length + LONGEST_TAIL;
  return sticks && before !== undefined && !/\s/.test(text.slice(before.end, start)) ? piece.slice(0, length) : piece;
}

function isTogether(text: string, found: readonly Piece[]): boolean {
  return found.every((piece, place) => piece.start - (found[place - 1]?.end ?? piece.start) <= LONGEST_GAP);
}

/** People type O for 0, and I or L for 1. */
const asCode = (typed: string) => typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');

/** A half of it alone too: whoever types it in two messages, or with words between, still shows it. */
function knownIn({ pieces }: Reading, code: string): readonly Piece[] {
  const halves = [code.slice(0, CODE_LENGTH / 2), code.slice(CODE_LENGTH / 2)];
  return pieces.flatMap((piece, at) => {
    if (halves.some((half) => asCode(piece.text).includes(half))) return [piece];
    return spelledFrom(pieces.slice(at, at + CODE_LENGTH), [...halves, code]);
  });
}

/** The first pieces when they spell one of these together. */
function spelledFrom(pieces: readonly Piece[], wanted: readonly string[]): readonly Piece[] {
  let spelled = '';
  for (const [place, piece] of pieces.entries()) {
    spelled += asCode(piece.text);
    if (wanted.includes(spelled)) return pieces.slice(0, place + 1);
    if (spelled.length >= CODE_LENGTH) return [];
  }
  return [];
}

/** One sign for what stood together. */
function left({ text, pieces }: Reading, hidden: ReadonlySet<Piece>, instead: string): string {
  let shown = '';
  let end = 0;
  let wasHidden = false;
  for (const piece of pieces) {
    const isHidden = hidden.has(piece);
    if (!(isHidden && wasHidden)) shown += text.slice(end, piece.start) + (isHidden ? instead : piece.text);
    [end, wasHidden] = [piece.end, isHidden];
  }
  return shown + text.slice(end);
}
