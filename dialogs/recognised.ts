/** What a text is recognised as: worked out when it is first needed, and once. */
import type { Knowledge, Match } from '../knowledge/index.ts';
import { audienceOf } from './answer-question.ts';
import type { Running } from './run-flow.ts';
import type { Recognised } from './types.ts';
import { startsCheck, startedBy } from './start-by-text.ts';
import { isWorkCommand } from './work/commands.ts';

export function recogniser(asked: string, running: Running): Recognised {
  let match: Match | undefined;
  const { knowledge } = running.deps;
  return () => (match ??= knowledge.match(asked, audienceOf(running.turn.actor)));
}

/**
 * Words that start the work of a colleague are looked through for danger by the crisis layer alone: likeness to what
 * parents say ("gezin Bakker, één plan?") says nothing there, and costs more than all the rest.
 */
export function isDanger(asked: string, running: Running, recognised: Recognised): boolean {
  return (!isWork(running) || hasSignal(asked, running.deps.knowledge)) && recognised().crisis;
}

function isWork(running: Running): boolean {
  const { deps, turn, plain } = running;
  if (turn.actor.kind === 'parent') return false;
  return isWorkCommand(plain, deps.knowledge) || startsCheck(running) || startedBy(running) !== undefined;
}

const hasSignal = (asked: string, knowledge: Knowledge): boolean => knowledge.crisisLevel(asked) !== null;
