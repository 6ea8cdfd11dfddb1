const LONGEST = 8000;

/** Lower case, without accents and punctuation, words divided by one space: for comparing only, never for keeping. */
export function plainWords(text: string): string {
  // Most of what is compared is plain already; this is walked through in every turn.
  if (text.length < 200 && /^[a-z0-9]+(?: [a-z0-9]+)*$/.test(text)) return text;
  return text
    .slice(0, LONGEST)
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

/**
 * Whether all words of the pattern are said, in order, with at most three other words between two of them. A trailing `*`
 * matches the start of a word.
 */
export function saysInOrder(said: string, pattern: string): boolean {
  const words = said.split(' ');
  const wanted = pattern
    .split(/\s+/)
    .map((part) => ({ word: plainWords(part.replace('*', '')), open: part.endsWith('*') }));
  const fits = (at: number, { word, open }: { word: string; open: boolean }) =>
    open ? words[at]?.startsWith(word) === true : words[at] === word;
  const [first, ...rest] = wanted;
  if (first === undefined || first.word === '') return false;
  return words.some((_, start) => {
    if (!fits(start, first)) return false;
    let at = start;
    return rest.every((next) => {
      const found = [1, 2, 3, 4].find((step) => fits(at + step, next));
      at += found ?? 0;
      return found !== undefined;
    });
  });
}
