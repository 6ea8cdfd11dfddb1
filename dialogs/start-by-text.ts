/** Flows that free text starts: by the `aanroep` of the flow, or because a worker types the name of a family. */
import type { Flow, Knowledge } from '../knowledge/index.ts';
import { firstChoices } from './greet.ts';
import { plainWords, saysInOrder } from './plain-words.ts';
import { flowOf, flowsFor } from './next-steps.ts';
import { alternativesOf, callsOf, plainTitlesOf } from './prepared.ts';
import { familiesIn, namesAFamily } from './family-in-text.ts';
import type { Running } from './run-flow.ts';

export function startedBy({ deps, turn, plain }: Running): Flow | undefined {
  const words = plain.split(' ');
  // The first choices stay on the screen: they work as long as they can be seen.
  const menu = firstChoices(turn.actor, deps.knowledge).offered;
  const picked = menu[plainTitlesOf(menu).indexOf(plain)]?.to;
  if (picked?.kind === 'flow') return flowOf(picked.id, turn.actor, deps.knowledge);
  return flowsFor[turn.actor.kind]
    .map((id) => flowOf(id, turn.actor, deps.knowledge))
    .find((flow) => flow !== undefined && callsOf(flow).some((pattern) => saysInOrder(words, pattern)));
}

/** "gezin bakker plan?": a worker in a hurry names an own family and the plan or the regisseur; or asks for a check by name. */
export async function asksForCheck(running: Running): Promise<Flow | undefined> {
  const { deps, turn, said, plain } = running;
  const { actor } = turn;
  const { knowledge } = deps;
  const flow = flowOf('casus-check', actor, knowledge);
  if (actor.kind !== 'worker' || flow === undefined || !saysOneOf(plain, 'herken.casus', knowledge)) return undefined;
  if (startsCheck(running)) return flow;
  const own = await deps.cases.ownCases(actor);
  return familiesIn(said, own, knowledge).length > 0 ? flow : undefined;
}

/** Asks for a check and names a family, whoever's it is. */
function startsCheck({ deps: { knowledge }, said, plain }: Running): boolean {
  const keys = ['herken.casus', 'herken.casus-check'];
  return keys.every((key) => saysOneOf(plain, key, knowledge)) && namesAFamily(said, knowledge);
}

function saysOneOf(plain: string, key: string, knowledge: Knowledge): boolean {
  const known = alternativesOf(key, knowledge);
  return plain.split(' ').some((word) => known.has(word));
}

/** "Gezin De Vries", or "De Vries": nothing but a label of an own family, whatever else it looks like ("vries", "vrees"). */
export async function namesOwnFamily({ deps, turn, said }: Running): Promise<Flow | undefined> {
  const { actor } = turn;
  const { knowledge } = deps;
  if (actor.kind !== 'worker') return undefined;
  const flow = flowOf('casus-check', actor, knowledge);
  if (flow === undefined) return undefined;
  const ignored = alternativesOf('herken.gezin', knowledge);
  const nameOf = (text: string) =>
    plainWords(text)
      .split(' ')
      .filter((word) => !ignored.has(word))
      .join(' ');
  const name = nameOf(said);
  if (name === '') return undefined;
  const own = await deps.cases.ownCases(actor);
  return own.some(({ label }) => nameOf(label) === name) ? flow : undefined;
}
