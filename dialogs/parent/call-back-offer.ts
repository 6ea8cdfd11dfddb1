/** Who filed a question here and asks for a person: the choices of that question, with "Laat mij terugbellen" among them. */
import { goOn, openQuestion, type Running } from '../run-flow.ts';
import type { Outcome } from '../types.ts';
import { ownChoices } from './own-choices.ts';
import { stillWaiting } from './own-words.ts';

/** `undefined`: nothing was filed or looked up here, it was taken back, or something is being asked. */
export async function callBackOffer(running: Running): Promise<Outcome | undefined> {
  const { deps, state } = running;
  if (openQuestion(state, deps) !== undefined) return undefined;
  const own = await ownChoices(running, stillWaiting(state.flow));
  return own === undefined ? undefined : goOn(running, own.flow, own.at);
}
