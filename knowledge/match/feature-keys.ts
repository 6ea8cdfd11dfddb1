/** From words, concepts, pairs and pieces of words to the 32-bit keys by which features are numbered. */

/** So many letters of a word are taken to pieces, of these lengths. */
export const maxLetters = 24;
const shortestPiece = 3;
const longestPiece = 4;

/** FNV-1a, 32 bits. Among a hundred thousand features about one pair shares a key, which no score notices. */
export function hash(kind: string, text: string): number {
  let value = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193);
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** The key of a pair of neighbouring words, by the keys of both. */
export function paired(left: number, right: number): number {
  return Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
}

/** Calls `found` with the key of each piece. The marks at both ends tell a beginning and an end from a middle. */
export function eachPiece(word: string, found: (key: number) => void): void {
  const marked = `_${word.slice(0, maxLetters)}_`;
  for (let from = 0; from + shortestPiece <= marked.length; from++) {
    let value = 0x2f0b4c47;
    const end = Math.min(marked.length, from + longestPiece);
    for (let at = from; at < end; at++) {
      value = Math.imul(value ^ marked.charCodeAt(at), 0x01000193);
      if (at - from + 1 >= shortestPiece) found(value);
    }
  }
}
