/** Who filed a question here and asks for a person: the choices of that question, with "Laat mij terugbellen" among them. */
import { afterLook } from '../effects/look-at-question.ts';
import { startOf, step } from '../flow.ts';
import { flowOf, OWN_QUESTION } from '../next-steps.ts';
import { goOn, openQuestion, type Running } from '../run-flow.ts';
import type { Outcome } from '../types.ts';
import { lookUp } from './following.ts';

/** `undefined`: nothing was filed or looked up here, it was taken back, or something is being asked. */
export async function callBackOffer(running: Running): Promise<Outcome | undefined> {
  const { deps, turn, state } = running;
  const { followCode } = state;
  const flow = flowOf(OWN_QUESTION, turn.actor, deps.knowledge);
  if (followCode === undefined || flow === undefined || openQuestion(state, deps) !== undefined) return undefined;
  const seen = await lookUp(deps, turn, followCode);
  if (seen.kind === 'unseen' || seen.escalation.state.kind === 'withdrawn') return undefined;
  // What the aanspreekpunt asked waits: who asks for a person must not find a place for an answer.
  const outcome = seen.escalation.state.kind === 'decided' ? 'besloten' : 'loopt';
  const { gathered = {} } = afterLook(seen, '', deps);
  return goOn(running, flow, step(flow, startOf(flow), { kind: 'done', outcome, gathered }));
}
