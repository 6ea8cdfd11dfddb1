/** Stop, back, again, a person: always work, and never leave somebody without the question that was open. */
import type { Interrupt } from './recognise.ts';
import { step } from './flow.ts';
import { follow } from './follow.ts';
import { firstChoices, greet } from './greet.ts';
import { flowOf, OWN_QUESTION } from './next-steps.ts';
import { toReaction } from './parent/typed-reaction.ts';
import { keepOut, letIn, wantsPerson } from './people/visitor.ts';
import { aboutPlace, aPerson, SUPPORTER } from './places.ts';
import { goOn, openQuestion, type Running, repeatQuestion, startFlow } from './run-flow.ts';
import { plainWords, saysInOrder } from './plain-words.ts';
import { patternsOf } from './prepared.ts';
import { offer, say } from './say.ts';
import type { Outcome, Reply } from './types.ts';

export async function interrupted(running: Running, interrupt: Interrupt): Promise<Outcome> {
  const { knowledge } = running.deps;
  switch (interrupt) {
    case 'stop':
      return stop(running);
    case 'back':
      return back(running);
    case 'again':
      return again(running);
    case 'human':
      return wantsPerson(running);
    case 'let-in':
      return letIn(running);
    case 'keep-out':
      return keepOut(running);
    case 'supporter': {
      const about = aboutPlace(SUPPORTER, knowledge);
      return beside(running, about.length > 0 ? about : [aPerson(knowledge)]);
    }
    case 'how-to-follow':
      return howItStands(running);
    case 'react': {
      const open = openQuestion(running.state, running.deps);
      const reaction = open?.flow.id === OWN_QUESTION ? toReaction(open, knowledge) : undefined;
      if (open !== undefined && reaction !== undefined) return goOn(running, open.flow, reaction);
      const flow = flowOf(OWN_QUESTION, running.turn.actor, knowledge);
      const known = running.state.followCode !== undefined && flow !== undefined;
      return known ? startFlow(running, flow) : askCode(running);
    }
  }
}

/** As many words as a question about the own filing has at most; a longer text is about something else. */
const LONGEST_QUESTION = 8;

/** "heeft u mijn vraag ontvangen?", "is het gelukt?": only where nothing is being asked, and by a parent. */
export async function asksHowItStands(running: Running): Promise<Outcome | undefined> {
  const { deps, turn, plain } = running;
  const words = plain.split(' ');
  if (turn.actor.kind !== 'parent' || words.length > LONGEST_QUESTION) return undefined;
  const asks = patternsOf('herken.volgen.zin', deps.knowledge).some((one) => saysInOrder(words, one));
  return asks ? howItStands(running) : undefined;
}

/** Of what was filed or looked up in this conversation, else with the code that is asked for. */
async function howItStands(running: Running): Promise<Outcome> {
  const { deps, state, turn } = running;
  const { followCode } = state;
  if (turn.actor.kind !== 'parent' || openQuestion(state, deps) !== undefined) return askCode(running);
  if (followCode !== undefined) return follow(running, { code: followCode, rest: '' });
  const outcome = askCode(running);
  return { ...outcome, replies: [say([deps.knowledge.text('volgen.geen-in-gesprek')]), ...outcome.replies] };
}

function askCode(running: Running): Outcome {
  const outcome = beside(running, [say([running.deps.knowledge.text('volgen.uitleg')])]);
  return { ...outcome, state: { ...outcome.state, expectsCode: true } };
}

/** Says what was kept: nothing, unless something was filed on the way. Nobody joins any more either. */
function stop({ deps, state, turn }: Running): Outcome {
  const { knowledge } = deps;
  const wasAsked = deps.people.cancel(turn.conversation);
  const open = openQuestion(state, deps);
  const { ingediend, nummer } = open?.position.answers ?? {};
  const kept = nummer === undefined || nummer === '' ? undefined : knowledge.text('stop.bij-vraag', { nummer });
  const words =
    ingediend !== undefined
      ? knowledge.text('stop.na-indienen', { nummer: ingediend })
      : (kept ?? knowledge.text(open === undefined ? 'stop.niets-liep' : 'stop.gestopt'));
  const choices = [knowledge.text('keuze.opnieuw'), knowledge.text('keuze.mens')];
  return {
    state: { ...state, flow: null, offered: [], asksToJoin: undefined },
    replies: [
      say(wasAsked ? [words, knowledge.text('samen.niet-meer-gevraagd')] : [words]),
      offer(knowledge.text('antwoord.verder'), choices),
    ],
  };
}

async function back(running: Running): Promise<Outcome> {
  const { deps, state } = running;
  const position = state.flow;
  const flow = position === null ? undefined : deps.knowledge.flow(position.id);
  if (position === null || flow === undefined) {
    return beside(running, [say([deps.knowledge.text('terug.kan-niet')])]);
  }
  return goOn(running, flow, step(flow, position, { kind: 'back' }));
}

async function again(running: Running): Promise<Outcome> {
  const { deps, turn, state, plain } = running;
  const open = openQuestion(state, deps);
  const goesOn = plain === plainWords(deps.knowledge.text('keuze.verder'));
  if (open !== undefined && goesOn) return { state, replies: repeatQuestion(running) };
  if (open !== undefined && open.position.answers.ingediend === undefined) {
    const outcome = await startFlow({ ...running, state: { ...state, flow: null } }, open.flow);
    return { ...outcome, replies: [say([deps.knowledge.text('opnieuw.flow')]), ...outcome.replies] };
  }
  const { replies, offered } = greet(turn.actor, deps.knowledge);
  return { state: { ...state, flow: null, offered }, replies };
}

function beside(running: Running, replies: readonly Reply[]): Outcome {
  const question = repeatQuestion(running);
  if (question.length > 0) return { state: running.state, replies: [...replies, ...question] };
  const { deps, turn, state } = running;
  const choices = firstChoices(turn.actor, deps.knowledge);
  return { state: { ...state, offered: choices.offered }, replies: [...replies, ...choices.replies] };
}
