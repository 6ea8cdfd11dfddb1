/** Danger in what was said: the numbers first, and nothing that was being written is lost. */
import type { Match } from '../knowledge/index.ts';
import { flowWords } from './ask.ts';
import { childLine, namesKindertelefoon } from './child.ts';
import { callInDanger, crisisReply, type InDanger } from './crisis.ts';
import { optionsOf, step } from './flow.ts';
import { FILING, OWN_QUESTION } from './next-steps.ts';
import { earlyStory } from './parent/early-story.ts';
import { withoutAnswered } from './parent/own-words.ts';
import { meantAsOwnWords } from './parent/side-question.ts';
import { saysLeftOut, typedReaction } from './parent/typed-reaction.ts';
import { plainWords } from './plain-words.ts';
import { answerInput, goOn, openQuestion, type Running, repeatQuestion } from './run-flow.ts';
import { offer, say } from './say.ts';
import type { Outcome } from './types.ts';
import { whoTookTheChild } from './who-took-the-child.ts';
// As idle.ts: what a colleague commands is done in danger too, after the numbers.
import { workCommand } from './work/commands.ts';
import { checkInDanger } from './work/danger-in-command.ts';
import { commandWithWords } from './work/words-behind.ts';
import { signalOffer } from './work/worry.ts';

type Open = NonNullable<ReturnType<typeof openQuestion>>;

export function answerTo(open: Open, running: Running) {
  const said = meantAsOwnWords(open, running) ?? running.said;
  return step(open.flow, withoutAnswered(open.position, open.question), answerInput({ ...running, said }));
}

/** A reaction to the own question that only resembles danger: the numbers in one line, and the words are kept. */
export async function likeDanger(running: Running): Promise<Outcome | undefined> {
  const { deps, state, said } = running;
  const { knowledge } = deps;
  const open = openQuestion(state, deps);
  if (open === undefined || open.flow.id !== OWN_QUESTION || knowledge.crisisLevel(said) !== null) return undefined;
  const result = open.question.soort === 'invoer' ? answerTo(open, running) : typedReaction(open, running);
  if (result === undefined) return undefined;
  const next = await goOn(running, open.flow, result);
  return { ...next, replies: [callInDanger(knowledge), ...next.replies] };
}

/** Numbers first; then the talk goes on where it was, and words that were being written are not lost. */
export async function inDanger(running: Running, match: Match): Promise<Outcome> {
  const { state, beforeDanger = { offered: state.offered, subject: state.subject } } = running;
  const outcome = await numbersFirst(running, match);
  const { offered } = outcome.state;
  if (offered.length === 0) return { ...outcome, state: { ...outcome.state, beforeDanger } };
  // Choices under the numbers are about the danger itself; a colleague who says "dank je" or "ja" reads them again.
  return running.turn.actor.kind === 'parent'
    ? outcome
    : { ...outcome, state: { ...outcome.state, beforeDanger: { offered } } };
}

function readerOf({ turn, state }: Running): InDanger {
  if (turn.actor.kind !== 'parent') return 'colleague';
  return state.isChild === true ? 'child' : 'citizen';
}

async function numbersFirst(running: Running, match: Match): Promise<Outcome> {
  const { deps, state } = running;
  const { knowledge } = deps;
  const reader = readerOf(running);
  const isChild = reader === 'child';
  const numbers = crisisReply(match, knowledge, reader);
  const first = isChild && !namesKindertelefoon(numbers, knowledge) ? [numbers, childLine(knowledge)] : [numbers];
  const open = openQuestion(state, deps);
  if (open === undefined) {
    const work = (await commandWithWords(running, () => match)) ?? (await workCommand(running, () => match));
    // A colleague who writes a signal down: the numbers, and the card all the same.
    if (work !== undefined) return { ...work, replies: [...first, ...work.replies] };
    const unclear = whoTookTheChild(match, running);
    if (unclear !== undefined) return { state: { ...state, offered: unclear.offered }, replies: unclear.replies };
    const checked = await checkInDanger(running);
    if (checked !== undefined) return { ...checked, replies: [...first, ...checked.replies] };
    const signal = await signalOffer(running);
    if (signal !== undefined) return { state: signal.state, replies: [...first, ...signal.replies] };
    // What follows is for citizens.
    if (reader === 'colleague') return { state: { ...state, offered: [] }, replies: first };
    const choices = [knowledge.text('keuze.verder'), knowledge.text('keuze.mens')];
    const goesOn = offer(knowledge.text(isChild ? 'kind.verder' : 'crisis.verder'), choices);
    return { state: { ...state, offered: [] }, replies: [...first, goesOn] };
  }
  const options = optionsOf(open.question, flowWords(knowledge));
  const isPressed = options.some(({ title }) => plainWords(title) === running.plain);
  const answers = open.question.soort === 'invoer' || isPressed;
  const result = answers ? answerTo(open, running) : undefined;
  if (result === undefined) {
    const story = earlyStory(open, running);
    if (story !== undefined) return { state: story.state, replies: [...first, ...story.replies] };
    const stays = say([knowledge.text('crisis.vraag-blijft'), ...saysLeftOut(open, running)]);
    return { state, replies: [...first, stays, ...repeatQuestion(running)] };
  }
  // The outcome that this choice leads to has its own urgent words and the same numbers.
  if (result.kind === 'ends' && result.step.toon === 'spoed') return goOn(running, open.flow, result);
  const next = await goOn(running, open.flow, result);
  const kept = open.question.soort === 'invoer' && result.kind !== 'too-long' && result.kind !== 'refused';
  const isSent = open.flow.id !== FILING && result.kind !== 'asks';
  const words = isSent ? 'crisis.woorden-bewaard' : 'crisis.woorden-nog-niet-verstuurd';
  const between = kept ? [say([knowledge.text(words)])] : [];
  return { ...next, replies: [...first, ...between, ...next.replies] };
}
