/** Flows that free text starts: by the `aanroep` of the flow, or because a worker types the name of a family. */
import type { Flow } from '../knowledge/index.ts';
import { firstChoices } from './greet.ts';
import { saysInOrder } from './plain-words.ts';
import { flowOf, flowsFor } from './next-steps.ts';
import { alternativesOf, callsOf, plainTitlesOf } from './prepared.ts';
import { familiesIn, namesAFamily } from './family-in-text.ts';
import type { Running } from './run-flow.ts';
import { saysNothingElse } from './work/heard-command.ts';
import { besideWork, nameBesideWork, saysCheck } from './work/work-words.ts';

export function startedBy({ deps, turn, plain, words }: Running): Flow | undefined {
  // The first choices stay on the screen: they work as long as they can be seen.
  const menu = firstChoices(turn.actor, deps.knowledge).offered;
  const picked = menu[plainTitlesOf(menu).indexOf(plain)]?.to;
  if (picked?.kind === 'flow') return flowOf(picked.id, turn.actor, deps.knowledge);
  return flowsFor[turn.actor.kind]
    .map((id) => flowOf(id, turn.actor, deps.knowledge))
    .find((flow) => flow !== undefined && saysInOrder(words, callsOf(flow)));
}

/**
 * "check", "gezin bakker plan?", "hoe gaat het met De Vries", or nothing but the name of an own family, whatever else it looks
 * like ("vries", "vrees"); or a check by a name that may be nobody's.
 */
export async function asksForCheck(running: Running): Promise<Flow | undefined> {
  const { deps, turn, plain, words } = running;
  const { actor } = turn;
  const { knowledge } = deps;
  const flow = flowOf('casus-check', actor, knowledge);
  if (actor.kind !== 'worker' || flow === undefined) return undefined;
  const beside = besideWork(running, knowledge);
  if (saysCheck(running, knowledge)) {
    const asksByName = namesAFamily(running, knowledge) || nameBesideWork(running, knowledge).length > 0;
    if (beside.length === 0 || asksByName) return flow;
  }
  const aboutPlans = alternativesOf('herken.casus', knowledge);
  const asksForPlan = words.some((word) => aboutPlans.has(word));
  const mayBeLabel = beside.length > 0 && ` ${plain} `.includes(` ${beside.join(' ')} `);
  if (!asksForPlan && !mayBeLabel) return undefined;
  const own = await deps.cases.ownCases(actor);
  const named = familiesIn(running, own, knowledge);
  const meant = asksForPlan ? named : named.filter(({ label }) => saysNothingElse(beside, label));
  return meant.length > 0 ? flow : undefined;
}
