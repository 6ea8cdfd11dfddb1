/** Stop, back, again, a person: always work, and never leave somebody without the question that was open. */
import { goOnAfterDanger } from './after-danger.ts';
import type { Interrupt } from './recognise.ts';
import { step } from './flow.ts';
import { beside } from './beside.ts';
import { greet } from './greet.ts';
import { flowOf, OWN_QUESTION } from './next-steps.ts';
import { howItStands } from './parent/about-own-question.ts';
import { askCode } from './parent/ask-code.ts';
import { noAnswer } from './parent/no-answer.ts';
import { unsentReaction } from './parent/own-words.ts';
import { reactWith } from './parent/react-with.ts';
import { toReaction } from './parent/typed-reaction.ts';
import { keepOut, letIn, wantsPerson } from './people/visitor.ts';
import { aboutPlace, aPerson, SUPPORTER } from './places.ts';
import { goOn, openQuestion, type Running, repeatQuestion, startFlow } from './run-flow.ts';
import { plainWords } from './plain-words.ts';
import { offer, say } from './say.ts';
import type { Outcome } from './types.ts';

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
      const stays = open === undefined ? undefined : noAnswer(open, running);
      if (stays !== undefined) return stays;
      const reaction = open?.flow.id === OWN_QUESTION ? toReaction(open, knowledge) : undefined;
      if (open !== undefined && reaction !== undefined) return goOn(running, open.flow, reaction);
      const kept = unsentReaction(running.state.flow) === undefined ? undefined : await reactWith(running);
      if (kept !== undefined) return kept;
      const flow = flowOf(OWN_QUESTION, running.turn.actor, knowledge);
      const known = running.state.followCode !== undefined && flow !== undefined;
      return known ? startFlow(running, flow) : askCode(running);
    }
  }
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
  if (goesOn) return open === undefined ? goOnAfterDanger(running) : { state, replies: repeatQuestion(running) };
  if (open !== undefined && open.position.answers.ingediend === undefined) {
    const outcome = await startFlow({ ...running, state: { ...state, flow: null } }, open.flow);
    return { ...outcome, replies: [say([deps.knowledge.text('opnieuw.flow')]), ...outcome.replies] };
  }
  const { replies, offered } = greet(turn.actor, deps.knowledge);
  return { state: { ...state, flow: null, offered }, replies };
}
