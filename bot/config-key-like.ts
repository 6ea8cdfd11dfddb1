/** Which key somebody meant who misspelt it. */

const plain = (key: string): string => key.toUpperCase().replace(/[-_.]/g, '');

/** The key of `known` that `key` looks like: `POORT` for `PORT`, `KNOWLEDGE` for `KNOWLEDGE_DIR`; null when none does. */
export function keyLike(key: string, known: readonly string[]): string | null {
  // Node and npm have keys of their own that begin like this one.
  const candidates = known.filter((one) => one !== 'NODE_ENV');
  const near = candidates.find((one) => distance(plain(key), plain(one)) <= allowed(plain(one)));
  return near ?? candidates.find((one) => one.toUpperCase().startsWith(`${key.toUpperCase()}_`)) ?? null;
}

/** A third of a short word, so that `HOME` is not taken for `HOST`. */
const allowed = (word: string): number => Math.min(2, Math.floor(word.length / 4));

/** How many characters must be put in, taken out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (const [place, wanted] of Array.from(other).entries()) {
      const changed = (row[place] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
