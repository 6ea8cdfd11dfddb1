/** The own question of this conversation, behind its first look: where what can be done with it is asked. */
import type { Flow } from '../../knowledge/index.ts';
import { afterLook } from '../effects/look-at-question.ts';
import { type FlowResult, startOf, step } from '../flow.ts';
import { flowOf, OWN_QUESTION } from '../next-steps.ts';
import type { Running } from '../run-flow.ts';
import type { FlowPosition } from '../types.ts';
import { lookUp } from './following.ts';

/** `undefined`: nothing was filed or looked up here, it can't be seen now, or it was taken back. */
export async function ownChoices(
  { deps, turn, state }: Running,
  answers: FlowPosition['answers'] = {},
): Promise<{ readonly flow: Flow; readonly at: FlowResult } | undefined> {
  const { followCode } = state;
  const flow = flowOf(OWN_QUESTION, turn.actor, deps.knowledge);
  if (followCode === undefined || flow === undefined) return undefined;
  const seen = await lookUp(deps, turn, followCode);
  if (seen.kind === 'unseen' || seen.escalation.state.kind === 'withdrawn') return undefined;
  // What the aanspreekpunt asked waits: who wants something else must not find a place for an answer.
  const outcome = seen.escalation.state.kind === 'decided' ? 'besloten' : 'loopt';
  const { gathered = {} } = afterLook(seen, '', deps);
  return { flow, at: step(flow, startOf(flow, answers), { kind: 'done', outcome, gathered }) };
}
