/** What is said right after the numbers to call: that it is over, or yes or no to going on. It is never an answer to file. */
import type { Knowledge } from '../knowledge/index.ts';
import { giveAnswer } from './answer-question.ts';
import { callAgain } from './crisis.ts';
import { firstChoices } from './greet.ts';
import { offerReply } from './next-steps.ts';
import { saysInOrder } from './plain-words.ts';
import { alternativesOf, patternsOf } from './prepared.ts';
import { openQuestion, type Running, repeatQuestion } from './run-flow.ts';
import { offer, say } from './say.ts';
import type { Outcome, Reply } from './types.ts';

/** A longer text tells something new. */
const LONGEST = 12;
/** Words after "ja" or "nee" that do not make it something else. */
const MOST_EXTRA_WORDS = 4;

type Saying = 'over' | 'yes' | 'no';

/** `undefined`: the numbers were not given right before, or this is about something else. */
export function answersDanger(running: Running): Outcome | undefined {
  const { beforeDanger, deps, state, plain } = running;
  const { knowledge } = deps;
  const saying = beforeDanger === undefined ? undefined : sayingIn(plain, knowledge);
  if (saying === undefined) return undefined;
  if (openQuestion(state, deps) !== undefined) return backToQuestion(running, []);
  if (saying === 'yes') return goOnAfterDanger(running);
  const told = callAgain(knowledge.text(saying === 'over' ? 'crisis.na-gevaar' : 'crisis.niet-verder'), knowledge);
  return { state: { ...state, beforeDanger }, replies: [told, ...waysOn(running)] };
}

/** The open question again. `told`: what else there is to say about the words that were typed. */
export function backToQuestion(running: Running, told: readonly string[]): Outcome {
  const { deps, state } = running;
  const { knowledge } = deps;
  const line = callAgain(knowledge.text('crisis.na-gevaar'), knowledge);
  return { state, replies: [line, say([...told, knowledge.text('flow.verder')]), ...repeatQuestion(running)] };
}

/** Back to what was talked about, else what can be done now. */
export function goOnAfterDanger(running: Running): Outcome {
  const { deps, turn, state } = running;
  const { knowledge } = deps;
  const { subject, offered } = running.beforeDanger ?? state;
  const answer = subject === undefined ? undefined : knowledge.answer(subject);
  if (answer !== undefined) {
    const given = giveAnswer(answer, turn.actor, knowledge);
    const again = say([knowledge.text('crisis.terug')]);
    return { state: { ...state, subject, offered: given.offered }, replies: [again, ...given.replies] };
  }
  const next =
    offered.length > 0
      ? { offered, replies: offerReply(knowledge.text('antwoord.verder'), offered) }
      : firstChoices(turn.actor, knowledge);
  return {
    state: { ...state, offered: next.offered },
    replies: [say([knowledge.text('crisis.begin')]), ...next.replies],
  };
}

/** The choices that stood under the numbers. */
function waysOn({ deps: { knowledge }, state }: Running): readonly Reply[] {
  const prompt = knowledge.text('antwoord.verder');
  if (state.offered.length > 0) return offerReply(prompt, state.offered);
  return [offer(prompt, [knowledge.text('keuze.verder'), knowledge.text('keuze.mens')])];
}

function sayingIn(plain: string, knowledge: Knowledge): Saying | undefined {
  const words = plain.split(' ');
  const [first = '', ...rest] = words;
  const denies = words.some((word) => alternativesOf('herken.gevaar-niet-voorbij', knowledge).has(word));
  const isOver = patternsOf('herken.gevaar-voorbij', knowledge).some((one) => saysInOrder(words, one));
  if (isOver && !denies && words.length <= LONGEST) return 'over';
  if (rest.length > MOST_EXTRA_WORDS) return undefined;
  if (alternativesOf('herken.ja', knowledge).has(first)) return 'yes';
  return alternativesOf('herken.nee', knowledge).has(first) ? 'no' : undefined;
}
