/** Whether somebody says to take the own question back. */
import type { Knowledge } from '../../knowledge/index.ts';
import { saysInOrder, type Spoken } from '../plain-words.ts';
import { isAlternative, patternsOf } from '../prepared.ts';

/** A longer text tells a story. */
const LONGEST = 8;

/** The whole message says so: nothing else can be meant by it. */
export const saysTakeBack = (plain: string, knowledge: Knowledge): boolean =>
  isAlternative(plain, 'herken.intrekken', knowledge);

/** The same, or in a short sentence of another form. */
export function wantsTakenBack({ plain, words }: Spoken, knowledge: Knowledge): boolean {
  if (saysTakeBack(plain, knowledge)) return true;
  return words.length <= LONGEST && saysInOrder(words, patternsOf('herken.intrekken.zin', knowledge));
}
