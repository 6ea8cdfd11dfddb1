/** Words in which somebody may be in danger, whatever was answered beside them. */
import type { Knowledge } from '../knowledge/index.ts';

const sentence = /[^.!?\n]+[.!?]*/g;
const MOST_SENTENCES = 3;

/** The sentences that tell of it, as they were typed; all of the words when no sentence does so by itself; none without danger. */
export function dangerIn(words: string, knowledge: Knowledge): readonly string[] {
  if (!isDangerous(words, knowledge)) return [];
  const found: string[] = [];
  for (const [one] of words.matchAll(sentence)) {
    if (isDangerous(one, knowledge)) found.push(one.trim());
    if (found.length === MOST_SENTENCES) break;
  }
  return found.length > 0 ? found : [words];
}

export function isDangerous(words: string, knowledge: Knowledge): boolean {
  const level = knowledge.crisisLevel(words);
  return level === 'acuut' || level === 'crisis';
}
