/** A story told while filing still asks its short questions: it is no choice, and waits to go along as own words. */
import { FILING } from '../next-steps.ts';
import { type openQuestion, type Running, repeatQuestion } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome } from '../types.ts';
import { withEarlier } from './own-words.ts';

type Open = NonNullable<ReturnType<typeof openQuestion>>;

/** Fewer words are a slip or a greeting, or choose something in other words. */
const FEWEST = 6;

/** `undefined`: no story, or own words were given already. What does not fit is refused in words. */
export function earlyStory({ flow, position, question }: Open, running: Running): Outcome | undefined {
  const { deps, state, said, plain } = running;
  const { knowledge } = deps;
  if (flow.id !== FILING || question.soort !== 'vraag' || position.answers.eigenWoorden !== undefined) return undefined;
  if (plain.split(' ').length < FEWEST) return undefined;
  const kept = withEarlier(position, said);
  if (kept === undefined) return undefined;
  const next = { ...state, flow: kept };
  return {
    state: next,
    replies: [say([knowledge.text('voorleggen.vooraf')]), ...repeatQuestion({ ...running, state: next })],
  };
}
