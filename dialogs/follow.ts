/** A follow code was said. In the middle of something else only how it stands is told; else the parent can go on with it. */
import type { Flow } from '../knowledge/index.ts';
import { afterLook } from './effects/look-at-question.ts';
import { startOf, step } from './flow.ts';
import { lookUp } from './parent/following.ts';
import { type Shown, standing } from './parent/standing.ts';
import { stillWaiting, withoutReaction } from './parent/own-words.ts';
import { flowOf, OWN_QUESTION } from './next-steps.ts';
import { onCard } from './people/shown-words.ts';
import type { CodeFound } from './recognise.ts';
import { goOn, openQuestion, repeatQuestion, type Running } from './run-flow.ts';
import { say } from './say.ts';
import type { Outcome } from './types.ts';

export async function follow(running: Running, { code, rest }: CodeFound): Promise<Outcome> {
  const { deps, turn } = running;
  const before = { ...running.state, offered: [] };
  const seen = await lookUp(deps, turn, code);
  if (seen.kind === 'unseen') {
    return { state: before, replies: [say([seen.because]), ...repeatQuestion(running)] };
  }
  const isOther = code !== before.followCode;
  const state = { ...before, flow: isOther ? withoutReaction(before.flow) : before.flow, followCode: code };
  if (turn.actor.kind !== 'parent')
    return { state, replies: [onCard(standing(seen, deps.knowledge), deps.knowledge), ...repeatQuestion(running)] };
  const open = openQuestion(state, deps);
  const flow = flowOf(OWN_QUESTION, turn.actor, deps.knowledge);
  if (flow !== undefined && (open === undefined || open.flow.id === flow.id))
    return goesOn({ ...running, state }, { flow, shown: seen, said: rest });
  return { state, replies: [...standing(seen, deps.knowledge), ...repeatQuestion(running)] };
}

interface Found {
  readonly flow: Flow;
  readonly shown: Shown;
  readonly said: string;
}

/** Enters the flow behind its first step, which has just been done. */
async function goesOn(running: Running, { flow, shown, said }: Found): Promise<Outcome> {
  const { knowledge } = running.deps;
  const { outcome, replies, gathered = {} } = afterLook(shown, said, running.deps);
  const waiting = stillWaiting(running.state.flow);
  const next = await goOn(running, flow, step(flow, startOf(flow, waiting), { kind: 'done', outcome, gathered }));
  const { eerdereReactie } = waiting;
  const unsent = eerdereReactie === undefined ? [] : [say([knowledge.text('reactie.nog-niet'), eerdereReactie])];
  return { ...next, replies: [...replies, ...unsent, ...next.replies] };
}
