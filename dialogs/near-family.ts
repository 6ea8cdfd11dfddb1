/** Own families of which the name was nearly typed: "Janssen" for Jansen. Nothing is known here of any other family. */
import { editDistance, type Knowledge } from '../knowledge/index.ts';
import { nameOf } from './family-in-text.ts';
import { plainWords } from './plain-words.ts';

/** A name shorter than this is near to half of all names. */
const SHORTEST = 3;
/** In a short name only one letter may differ. */
const LONGEST_SHORT = 4;

/** The nearest ones, by a name in their label or by all of it; none when more than `most` letters differ. */
export function familiesNear<T extends { readonly label: string }>(
  name: readonly string[],
  families: readonly T[],
  { most, knowledge }: { readonly most: 1 | 2; readonly knowledge: Knowledge },
): readonly T[] {
  const typed = name.join('');
  if (typed.length < SHORTEST) return [];
  const allowed = typed.length <= LONGEST_SHORT ? 1 : most;
  const far = families.map((family) => ({ family, letters: lettersBetween(typed, family.label, knowledge, allowed) }));
  const least = Math.min(allowed + 1, ...far.map(({ letters }) => letters));
  return far.filter(({ letters }) => letters === least && letters <= allowed).map(({ family }) => family);
}

function lettersBetween(typed: string, label: string, knowledge: Knowledge, allowed: number): number {
  const names = plainWords(nameOf(label, knowledge)).split(' ');
  return Math.min(...[...names, names.join('')].map((one) => editDistance(typed, one, allowed)));
}
