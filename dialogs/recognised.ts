/** How the text of a turn is recognised, and whether the numbers come first. */
import type { Match } from '../knowledge/index.ts';
import { audienceOf } from './answer-question.ts';
import { familyNameIn } from './family-in-text.ts';
import { plainWords } from './plain-words.ts';
import type { Running } from './run-flow.ts';
import type { Recognised } from './types.ts';
import { workWords } from './work/work-words.ts';

/** Recognises nothing before it is asked to. */
export function recogniser(asked: string, running: Running): Recognised {
  let match: Match | undefined;
  const { knowledge } = running.deps;
  return () => (match ??= knowledge.match(asked, audienceOf(running.turn.actor)));
}

/**
 * Whether the numbers come first. A colleague who says nothing but what starts work ("heeft gezin Bakker één plan?") is
 * looked through for danger by the crisis frames alone: likeness to what parents say means nothing there, and costs more
 * than all the rest. One word more, and it is looked at like any other text.
 */
export function isDanger(asked: string, running: Running, recognised: Recognised): boolean {
  if (saysOnlyWork(running) && running.deps.knowledge.crisisLevel(asked) === null) return false;
  return recognised().crisis;
}

/** A colleague who says nothing but words of work and, at most, the name behind "gezin". */
export function saysOnlyWork({ deps: { knowledge }, turn, words, said }: Running): boolean {
  if (turn.actor.kind === 'parent') return false;
  const known = workWords(knowledge);
  const others = words.filter((word) => !known.has(word));
  if (others.length === 0) return true;
  const name = plainWords(familyNameIn(said, knowledge));
  return name !== '' && others.join(' ') === name;
}
