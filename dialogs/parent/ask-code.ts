/** Asking for the follow code, and what is said to who lost it. */
import { beside } from '../beside.ts';
import { municipalityLink } from '../places.ts';
import { isAlternative } from '../prepared.ts';
import { openQuestion, type Running } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome } from '../types.ts';

export function askCode(running: Running): Outcome {
  const outcome = beside(running, [say([running.deps.knowledge.text('volgen.uitleg')])]);
  return { ...outcome, state: { ...outcome.state, expectsCode: true } };
}

/** `expectsCode`: "Bent u de code kwijt?" was asked right before, so that "ja" says enough. */
export function lostCode(running: Running, expectsCode: boolean): Outcome | undefined {
  const { deps, turn, state, plain } = running;
  const { knowledge } = deps;
  if (turn.actor.kind !== 'parent' || openQuestion(state, deps) !== undefined) return undefined;
  const answers = expectsCode && isAlternative(plain, 'herken.kwijt', knowledge);
  if (!answers && !isAlternative(plain, 'herken.code-kwijt', knowledge)) return undefined;
  const outcome = beside(running, [say([knowledge.text('volgen.kwijt')], municipalityLink(knowledge))]);
  return { ...outcome, state: { ...outcome.state, expectsCode: true } };
}
