/** The longest text that is looked at; the rest of a longer text is ignored. */
const maxCharacters = 8000;
/** A letter with its accents comes apart into at most four; a single character such as U+FDFA into eighteen. */
const maxApart = 4 * maxCharacters;

const apostrophes = /[\u2018\u2019\u201b\u0060\u00b4\u02bc\u2032]/g;
const marks = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const contracted = /(?<![a-z0-9])(?:m'n|z'n|d'r|zo'n|ie's|'t|'k|'n|'r|'s)(?![a-z0-9])/g;
const written: ReadonlyMap<string, string> = new Map([
  ["m'n", 'mijn'],
  ["z'n", 'zijn'],
  ["d'r", 'haar'],
  ["zo'n", 'zon'],
  ["ie's", 'iets'],
  ["'t", 'het'],
  ["'k", 'ik'],
  ["'n", 'een'],
  ["'r", 'er'],
  ["'s", ''],
]);

/** Lower case, without accents and invisible characters, contractions written out. Works for any string. */
export function normalise(text: string): string {
  // Some characters grow when they are taken apart, so the end is cut again.
  const apart = text.slice(0, maxCharacters).normalize('NFKD').slice(0, maxApart).replace(marks, '');
  const plain = apart.slice(0, maxCharacters).toLowerCase();
  if (!/['\u2018\u2019\u201b\u0060\u00b4\u02bc\u2032]/.test(plain)) return plain;
  return plain
    .replace(apostrophes, "'")
    .replace(contracted, (short) => written.get(short) ?? short)
    .replaceAll("'", '');
}
