/** A follow code was said. In the middle of something else only how it stands is told; else the parent can go on with it. */
import type { Escalation } from '../cases/index.ts';
import type { Flow } from '../knowledge/index.ts';
import { afterLook } from './effects/look-at-question.ts';
import { startOf, step } from './flow.ts';
import { lookUp } from './parent/following.ts';
import { standing } from './parent/standing.ts';
import { flowOf } from './next-steps.ts';
import type { CodeFound } from './recognise.ts';
import { goOn, openQuestion, repeatQuestion, type Running } from './run-flow.ts';
import { say } from './say.ts';
import type { Outcome } from './types.ts';

/** What a parent does with the own question; `effects/look-at-question.ts` says what comes first. */
export const OWN_QUESTION = 'mijn-vraag';

export async function follow(running: Running, { code, rest }: CodeFound): Promise<Outcome> {
  const { deps, turn } = running;
  const before = { ...running.state, offered: [] };
  const seen = await lookUp(deps, turn, code);
  if (seen.kind === 'unseen') {
    return { state: before, replies: [say([seen.because]), ...repeatQuestion(running)] };
  }
  const state = { ...before, followCode: code };
  const open = openQuestion(state, deps);
  const flow = flowOf(OWN_QUESTION, turn.actor, deps.knowledge);
  if (flow !== undefined && (open === undefined || open.flow.id === flow.id))
    return goesOn({ ...running, state }, { flow, escalation: seen.escalation, said: rest });
  return { state, replies: [...standing(seen.escalation, deps.knowledge), ...repeatQuestion(running)] };
}

interface Found {
  readonly flow: Flow;
  readonly escalation: Escalation;
  readonly said: string;
}

/** Enters the flow behind its first step, which has just been done. */
async function goesOn(running: Running, { flow, escalation, said }: Found): Promise<Outcome> {
  const { outcome, replies, gathered = {} } = afterLook(escalation, said, running.deps);
  const next = await goOn(running, flow, step(flow, startOf(flow), { kind: 'done', outcome, gathered }));
  return { ...next, replies: [...replies, ...next.replies] };
}
