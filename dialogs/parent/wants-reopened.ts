/** Whether somebody says that the own question must be opened again, or that what was decided does not help. */
import type { Knowledge } from '../../knowledge/index.ts';
import { saysInOrder, type Spoken } from '../plain-words.ts';
import { isAlternative, patternsOf } from '../prepared.ts';

/** A longer text tells a story. */
const LONGEST = 12;

/** `something`: it names no question, so it may be about an answer that was just given. `undefined`: it says no such thing. */
export function saysReopened({ plain, words }: Spoken, knowledge: Knowledge): 'the-question' | 'something' | undefined {
  const patterns = patternsOf('herken.heropenen.zin', knowledge);
  if (words.length <= LONGEST && saysInOrder(words, patterns)) return 'the-question';
  return isAlternative(plain, 'herken.heropenen', knowledge) ? 'something' : undefined;
}
