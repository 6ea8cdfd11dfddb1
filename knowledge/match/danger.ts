/**
 * Whether words are those of somebody in danger. Two things speak: logistic regression on all examples (danger or not), and how
 * much of what naive Bayes finds likely are the crisis answers. The one weighs words against each other, the other knows
 * how each kind of danger is told.
 */
import type { Vector } from './features.ts';
import { createLinear, type LearntLinear } from './linear.ts';

/**
 * Above 0 rather yes than no, in nats. `said`: by intent what naive Bayes says of these words, in nats up to a constant. A
 * frame of the crisis layer is not counted here.
 */
export type Danger = (question: Vector, said: Float32Array) => number;

/** Fitted on 7,858 messages that were not learnt; the bias was then set where 98 % of the danger that is said is found. */
const weights = { linear: 0.32, crisis: 0.7, bias: -1.6 } as const;
/** In nats: more than this is certain enough. */
const most = 8;

/** `isCrisis`: by number, whether an intent's answer is for danger. */
export function createDanger(learnt: LearntLinear, isCrisis: readonly boolean[]): Danger {
  const linear = createLinear(learnt);
  return (question, said) =>
    weights.linear * linear(question) + weights.crisis * shareOf(said, isCrisis) + weights.bias;
}

/** The logarithm of the odds that it is one of these intents. */
function shareOf(said: Float32Array, isThese: readonly boolean[]): number {
  if (said.length === 0) return 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < said.length; at++) highest = Math.max(highest, said[at] ?? 0);
  let these = 0;
  let others = 0;
  for (let at = 0; at < said.length; at++) {
    const likely = Math.exp((said[at] ?? 0) - highest);
    if (isThese[at] === true) these += likely;
    else others += likely;
  }
  return Math.max(-most, Math.min(most, Math.log(these / others)));
}
