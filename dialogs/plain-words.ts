const LONGEST = 8000;

/** Lower case, without accents and punctuation, words divided by one space: for comparing only, never for keeping. */
export function plainWords(text: string): string {
  const part = text.slice(0, LONGEST);
  return latinWords(part) ?? anyWords(part);
}

function anyWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Up to the last accented letter of Latin script; none of them is more than one letter without its accent. */
const LATIN = 0x250;
let folded: readonly string[] | undefined;

/**
 * The same, letter by letter from a table: in nearly every text, and the patterns above take as long for one "één" as all
 * the rest of a turn. `undefined`: the text has other letters.
 */
function latinWords(text: string): string | undefined {
  folded ??= Array.from({ length: LATIN }, (_, code) => anyWords(String.fromCharCode(code)) || ' ');
  let plain = '';
  let isApart = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letter = folded[code] ?? (isSign(code) ? ' ' : undefined);
    if (letter === undefined) return undefined;
    if (letter === ' ') isApart = plain !== '';
    else {
      plain += isApart ? ` ${letter}` : letter;
      isApart = false;
    }
  }
  return plain;
}

/** Dashes, curly quotes, dots and the euro. */
function isSign(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || code === 0x20ac;
}

/** What somebody typed, with what it is compared by; worked out once a turn. */
export interface Spoken {
  readonly said: string;
  readonly plain: string;
  /** The plain words. */
  readonly words: readonly string[];
}

export function spoken(said: string): Spoken {
  const plain = plainWords(said);
  return { said, plain, words: plain.split(' ') };
}

/** The alternatives of a `herken.…` text, which are divided by ` / `. */
export function alternatives(text: string): readonly string[] {
  return text.split(' / ').map(plainWords);
}

interface PatternWord {
  readonly word: string;
  readonly open: boolean;
}

export type Pattern = readonly PatternWord[];

/** Words that must be said in order; a trailing `*` matches the start of a word. */
export function patternOf(text: string): Pattern {
  return text.split(/\s+/).map((part) => ({ word: plainWords(part.replace('*', '')), open: part.endsWith('*') }));
}

/** Patterns by their first word: there are many, and few start with a word that was said. */
export interface PatternBook {
  readonly all: readonly Pattern[];
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
  /** Those that begin with the start of a word. */
  readonly open: readonly Pattern[];
}

export function patternBook(all: readonly Pattern[]): PatternBook {
  const byFirst = new Map<string, Pattern[]>();
  const open: Pattern[] = [];
  for (const pattern of all) {
    const [first] = pattern;
    if (first === undefined || first.word === '') continue;
    if (first.open) open.push(pattern);
    else byFirst.set(first.word, [...(byFirst.get(first.word) ?? []), pattern]);
  }
  return { all, byFirst, open };
}

/** Whether all words of one of the patterns are said, in order, with at most three other words between two of them. */
export function saysInOrder(words: readonly string[], { byFirst, open }: PatternBook): boolean {
  return words.some(
    (word, start) =>
      byFirst.get(word)?.some((pattern) => goesOn(words, start, pattern)) === true ||
      open.some((pattern) => fits(word, pattern[0]) && goesOn(words, start, pattern)),
  );
}

const STEPS = [1, 2, 3, 4];

function goesOn(words: readonly string[], start: number, pattern: Pattern): boolean {
  let at = start;
  return pattern.every((next, place) => {
    if (place === 0) return true;
    const found = STEPS.find((step) => fits(words[at + step], next));
    at += found ?? 0;
    return found !== undefined;
  });
}

function fits(said: string | undefined, part: PatternWord | undefined): boolean {
  if (part === undefined) return false;
  return part.open ? said?.startsWith(part.word) === true : said === part.word;
}
