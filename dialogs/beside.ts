/** An answer beside what was going on: the open question comes again, else the first choices. */
import { firstChoices } from './greet.ts';
import { type Running, repeatQuestion } from './run-flow.ts';
import type { Outcome, Reply } from './types.ts';

export function beside(running: Running, replies: readonly Reply[]): Outcome {
  const question = repeatQuestion(running);
  if (question.length > 0) return { state: running.state, replies: [...replies, ...question] };
  const { deps, turn, state } = running;
  const choices = firstChoices(turn.actor, deps.knowledge);
  return { state: { ...state, offered: choices.offered }, replies: [...replies, ...choices.replies] };
}
