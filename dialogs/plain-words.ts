const LONGEST = 8000;

/** Lower case, without accents and punctuation, words divided by one space: for comparing only, never for keeping. */
export function plainWords(text: string): string {
  const part = text.slice(0, LONGEST);
  // Most of what is compared has no accents, and this is walked through many times in every turn.
  if (/^[\0-\x7f]*$/.test(part))
    return part
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return part
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
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

/** Whether all words of the pattern are said, in order, with at most three other words between two of them. */
export function saysInOrder(words: readonly string[], pattern: Pattern): boolean {
  const [first] = pattern;
  if (first === undefined || first.word === '') return false;
  return words.some((word, start) => fits(word, first) && goesOn(words, start, pattern));
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

function fits(said: string | undefined, { word, open }: PatternWord): boolean {
  return open ? said?.startsWith(word) === true : said === word;
}
