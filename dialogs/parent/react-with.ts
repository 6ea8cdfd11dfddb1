/** Words for the own question that were said without a button: shown back where a reaction is typed, before anything is sent. */
import { alternativesOf } from '../prepared.ts';
import { goOn, type Running } from '../run-flow.ts';
import type { Outcome } from '../types.ts';
import { ownChoices } from './own-choices.ts';
import { stillWaiting, unsentReaction } from './own-words.ts';
import { asks } from './side-question.ts';
import { toReaction } from './typed-reaction.ts';

/** "Ik wil er nog iets bij zeggen: …", after something was filed or looked up here. `undefined`: it is about something else. */
export async function addsToQuestion(running: Running): Promise<Outcome | undefined> {
  const { said, plain, deps, state } = running;
  const { knowledge } = deps;
  if (state.followCode === undefined) return undefined;
  const begin = [...alternativesOf('herken.aanvullen', knowledge)].find((one) => `${plain} `.startsWith(`${one} `));
  if (begin === undefined || asks(said, knowledge)) return undefined;
  return reactWith(running, begin === plain ? undefined : said);
}

/** Where a reaction is typed, with what was kept of one. `undefined`: none can be given. */
export async function reactWith(running: Running, words?: string): Promise<Outcome | undefined> {
  const { state, deps } = running;
  const parts = [unsentReaction(state.flow), words].filter((part) => part !== undefined);
  const waiting = stillWaiting(state.flow);
  const answers = parts.length === 0 ? waiting : { ...waiting, eerdereReactie: parts.join('\n') };
  const own = await ownChoices(running, answers);
  if (own?.at.kind !== 'asks') return undefined;
  const { flow, at } = own;
  const reaction = toReaction({ flow, position: at.position, question: at.step }, deps.knowledge);
  return reaction === undefined ? undefined : goOn(running, flow, reaction);
}
