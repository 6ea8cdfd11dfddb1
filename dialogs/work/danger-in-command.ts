/** "check Jansen, kind is in gevaar": with a command about an own family, words of danger are believed whatever stands around them. */
import { isDangerous } from '../danger-in-words.ts';
import { familiesIn } from '../family-in-text.ts';
import { flowOf } from '../next-steps.ts';
import { saysOnlyWork } from '../recognised.ts';
import { type Running, startFlow } from '../run-flow.ts';
import type { Outcome } from '../types.ts';
import { commandIn } from './heard-command.ts';
import { saysCheck } from './work-words.ts';

export async function commandsInDanger(running: Running): Promise<boolean> {
  const { deps, turn, said } = running;
  const { knowledge } = deps;
  // Who says only work was looked through for danger already.
  if (turn.actor.kind === 'parent' || saysOnlyWork(running)) return false;
  if (!saysCheck(running, knowledge) && commandIn(running, knowledge) === undefined) return false;
  return (await namesOwnFamily(running)) && isDangerous(said, knowledge);
}

/** The check that was asked for in the same words, to be shown below the numbers. */
export async function checkInDanger(running: Running): Promise<Outcome | undefined> {
  const { deps, turn } = running;
  const flow = saysCheck(running, deps.knowledge) ? flowOf('casus-check', turn.actor, deps.knowledge) : undefined;
  return flow !== undefined && (await namesOwnFamily(running)) ? startFlow(running, flow) : undefined;
}

async function namesOwnFamily(running: Running): Promise<boolean> {
  const { deps, turn } = running;
  if (turn.actor.kind === 'parent') return false;
  return familiesIn(running, await deps.cases.ownCases(turn.actor), deps.knowledge).length > 0;
}
