/** What is said right after the numbers to call: that it is over, or yes or no to going on. It is never an answer to file. */
import type { Match } from '../knowledge/index.ts';
import { audienceOf, giveAnswer } from './answer-question.ts';
import { childDeclined } from './child.ts';
import { callAgain, callWhenUnsure } from './crisis.ts';
import { isDangerous } from './danger-in-words.ts';
import { firstChoices } from './greet.ts';
import { offerReply } from './next-steps.ts';
import { municipalityLink } from './places.ts';
import { saysInOrder } from './plain-words.ts';
import { alternativesOf, isAlternative, patternsOf } from './prepared.ts';
import { besideThanks, remarkIn, saysThanks } from './remark-after-danger.ts';
import { openQuestion, type Running, repeatQuestion } from './run-flow.ts';
import { offer, say } from './say.ts';
import type { Outcome, Reply } from './types.ts';

/** A longer text tells something new. */
const LONGEST = 12;
/** Words after "ja" or "nee" that do not make it something else. */
const MOST_EXTRA_WORDS = 4;

type Saying = 'over' | 'thanks' | 'yes' | 'no';

const texts = { over: 'crisis.na-gevaar', thanks: 'crisis.na-dank', no: 'crisis.niet-verder' } as const;

/** `undefined`: the numbers were not given right before, or this is about something else. */
export function answersDanger(running: Running): Outcome | undefined {
  const { beforeDanger, deps, state } = running;
  const { knowledge } = deps;
  const saying = beforeDanger === undefined ? undefined : sayingIn(running);
  if (saying === undefined) return undefined;
  if (openQuestion(state, deps) !== undefined) return backToQuestion(running, []);
  if (saying === 'yes') {
    const outcome = goOnAfterDanger(running);
    return { ...outcome, state: { ...outcome.state, beforeDanger } };
  }
  const told = callAgain(knowledge.text(texts[saying]), knowledge);
  return { state: { ...state, beforeDanger }, replies: [told, ...waysOn(running)] };
}

/**
 * The same for words that only resemble danger, "hij slaapt nu": not the whole card again. Words in which a frame sees danger
 * are never taken for a remark, and neither is what is typed where own words are asked.
 */
export function remarksAfterDanger(running: Running): Outcome | undefined {
  const { deps, state, said, plain } = running;
  const { knowledge } = deps;
  if (isDangerous(said, knowledge) || remarkIn(said, plain, knowledge) === undefined) return undefined;
  return openQuestion(state, deps)?.question.soort === 'invoer' ? undefined : answersDanger(running);
}

/** Danger between words of thanks, and right after the numbers between other small words: politeness must not hide it. */
export function dangerBesideThanks({ beforeDanger, deps, turn, said, plain }: Running): Match | undefined {
  const { knowledge } = deps;
  const isLooked = beforeDanger !== undefined || saysThanks(plain, knowledge);
  if (!isLooked || remarkIn(said, plain, knowledge) !== undefined) return undefined;
  const rest = besideThanks(plain, knowledge);
  const match = rest === undefined ? undefined : knowledge.match(rest, audienceOf(turn.actor));
  return match?.crisis === true ? match : undefined;
}

/** Small talk right after the numbers: they stay in view above it. */
export function inViewAfterDanger({ beforeDanger, deps: { knowledge } }: Running, outcome: Outcome): Outcome {
  if (beforeDanger === undefined) return outcome;
  const told = callAgain(knowledge.text('crisis.blijft'), knowledge);
  return { ...outcome, state: { ...outcome.state, beforeDanger }, replies: [told, ...outcome.replies] };
}

/** Nothing was recognised in what was said right after the numbers: they stay in view. `undefined`: they were not given. */
export function unsureAfterDanger(running: Running): Outcome | undefined {
  const { beforeDanger, deps, state } = running;
  const { knowledge } = deps;
  if (beforeDanger === undefined) return undefined;
  const told = callWhenUnsure(knowledge.text('crisis.niet-begrepen'), knowledge);
  const person =
    state.isChild === true
      ? childDeclined(knowledge)
      : say([knowledge.text('antwoord.bel-iemand')], municipalityLink(knowledge));
  return { state: { ...state, beforeDanger }, replies: [told, person, ...waysOn(running)] };
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
    const again = callAgain(`${knowledge.text('crisis.terug')} ${knowledge.text('crisis.blijft')}`, knowledge);
    return { state: { ...state, subject, offered: given.offered }, replies: [again, ...given.replies] };
  }
  const next =
    offered.length > 0
      ? { offered, replies: offerReply(knowledge.text('antwoord.verder'), offered) }
      : firstChoices(turn.actor, knowledge);
  return {
    state: { ...state, offered: next.offered },
    replies: [
      callAgain(`${knowledge.text('crisis.begin')} ${knowledge.text('crisis.blijft')}`, knowledge),
      ...next.replies,
    ],
  };
}

/** The choices that stood under the numbers. */
function waysOn({ deps: { knowledge }, state }: Running): readonly Reply[] {
  const prompt = knowledge.text('antwoord.verder');
  if (state.offered.length > 0) return offerReply(prompt, state.offered);
  return [offer(prompt, [knowledge.text('keuze.verder'), knowledge.text('keuze.mens')])];
}

function sayingIn({ said, plain, words, deps: { knowledge } }: Running): Saying | undefined {
  const [first = '', ...rest] = words;
  const denies = words.some((word) => alternativesOf('herken.gevaar-niet-voorbij', knowledge).has(word));
  const isOver = saysInOrder(words, patternsOf('herken.gevaar-voorbij', knowledge));
  if (isOver && !denies && !said.includes('?') && words.length <= LONGEST) return 'over';
  const remark = remarkIn(said, plain, knowledge);
  if (remark === 'told') return 'over';
  const refuses = alternativesOf('herken.nee', knowledge).has(first);
  if (remark === 'thanks' && !refuses) return 'thanks';
  if (rest.length > MOST_EXTRA_WORDS) return undefined;
  if (alternativesOf('herken.ja', knowledge).has(first)) return 'yes';
  return refuses || isAlternative(plain, 'herken.ok', knowledge) ? 'no' : undefined;
}
