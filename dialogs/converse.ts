/** One turn of talk. The order is the point: danger first, then what works everywhere, then the flow, then the question. */
import { maskBsn } from '../cases/index.ts';
import type { Match } from '../knowledge/index.ts';
import { answerMatch, answerText, audienceOf, declined, giveAnswer } from './answer-question.ts';
import { chosen, pressed } from './choose.ts';
import { crisisReply } from './crisis.ts';
import { asksForCheck, namesOwnFamily, startedBy } from './start-by-text.ts';
import { optionsOf, step } from './flow.ts';
import { follow } from './follow.ts';
import { firstChoices, greet } from './greet.ts';
import { interrupted } from './interrupts.ts';
import { flowOf } from './next-steps.ts';
import { flowWords } from './ask.ts';
import { followCodeIn, interruptIn, isOnlyFollowCode, isSaid } from './recognise.ts';
import { answerInput, goOn, openQuestion, type Running, refused, repeatQuestion, startFlow } from './run-flow.ts';
import { offer, say } from './say.ts';
import { submitted } from './submits.ts';
import { myCards } from './submits/officer-cards.ts';
import type { Converse, DialogDeps, DialogState, Outcome, Turn } from './types.ts';

/** Everything a conversation can be asked, over plain data. Faults of the register are thrown; the host says so. */
export function converse(deps: DialogDeps): Converse {
  return async (state, turn) => {
    const { input } = turn;
    switch (input.kind) {
      case 'opened':
        return opened(deps, state, turn);
      case 'submit':
        return submitted(deps, state, turn, input);
      case 'text':
        return heard(deps, state, turn, maskBsn(input.text, deps.knowledge.text('bsn.verwijderd')));
    }
  };
}

function opened(deps: DialogDeps, state: DialogState, turn: Turn): Outcome {
  const open = repeatQuestion({ deps, turn, state, said: '' });
  if (open.length > 0) return { state, replies: [say([deps.knowledge.text('flow.verder')]), ...open] };
  const { replies, offered } = greet(turn.actor, deps.knowledge);
  return { state: { ...state, flow: null, offered }, replies };
}

async function heard(deps: DialogDeps, before: DialogState, turn: Turn, said: string): Promise<Outcome> {
  const { knowledge } = deps;
  const { expectsCode = false, ...state } = before;
  const running: Running = { deps, turn, state, said };
  const match = knowledge.match(said, audienceOf(turn.actor));
  if (match.crisis) return inDanger(running, match);

  const open = openQuestion(state, deps);
  const interrupt = interruptIn(said, knowledge);
  if (interrupt === 'stop') return interrupted(running, interrupt);
  const ownChoice =
    open?.question.soort === 'vraag' &&
    pressed(
      said,
      open.question.keuzes.map(({ tekst }) => tekst),
    );
  if (open !== undefined && typeof ownChoice === 'number') return goOn(running, open.flow, answerTo(open, running));
  if (interrupt !== undefined) return interrupted(running, interrupt);

  const writing = open?.question.soort === 'invoer';
  const found = writing && !isOnlyFollowCode(said, knowledge) ? undefined : followCodeIn(said, knowledge, expectsCode);
  if (found !== undefined) {
    const replies = await follow({ deps, turn, code: found.code, said: found.rest });
    // Who mistyped it tries again, and may type it in the same way.
    return { state: { ...state, offered: [], expectsCode }, replies: [...replies, ...repeatQuestion(running)] };
  }
  return open === undefined ? idle(running, match) : inFlow(running, match);
}

type Open = NonNullable<ReturnType<typeof openQuestion>>;

function answerTo({ flow, position }: Open, running: Running) {
  return step(flow, position, answerInput(running));
}

/** Numbers first; then the talk goes on where it was, and words that were being written are not lost. */
async function inDanger(running: Running, match: Match): Promise<Outcome> {
  const { deps, state } = running;
  const { knowledge } = deps;
  const first = crisisReply(match, knowledge);
  const open = openQuestion(state, deps);
  if (open === undefined) {
    const choices = [knowledge.text('keuze.verder'), knowledge.text('keuze.mens')];
    return { state: { ...state, offered: [] }, replies: [first, offer(knowledge.text('crisis.verder'), choices)] };
  }
  const titles = optionsOf(open.question, flowWords(knowledge)).map(({ title }) => title);
  const answers = open.question.soort === 'invoer' || pressed(running.said, titles) !== undefined;
  const result = answers ? answerTo(open, running) : undefined;
  if (result === undefined) {
    return { state, replies: [first, say([knowledge.text('crisis.vraag-blijft')]), ...repeatQuestion(running)] };
  }
  // The outcome that this choice leads to has its own urgent words and the same numbers.
  if (result.kind === 'ends' && result.step.toon === 'spoed') return goOn(running, open.flow, result);
  const next = await goOn(running, open.flow, result);
  const kept = open.question.soort === 'invoer' && result.kind !== 'too-long' && result.kind !== 'refused';
  const between = kept ? [say([knowledge.text('crisis.woorden-bewaard')])] : [];
  return { ...next, replies: [first, ...between, ...next.replies] };
}

/** An answer to the open question; else a question in between, after which the open one is asked again. */
async function inFlow(running: Running, match: Match): Promise<Outcome> {
  const { deps, turn, state, said } = running;
  const open = openQuestion(state, deps);
  if (open === undefined) return idle(running, match);
  const result = answerTo(open, running);
  if (result.kind !== 'refused' || result.because !== 'no-choice') return goOn(running, open.flow, result);
  const other = startedBy(running);
  if (other !== undefined && other.id !== open.flow.id) return startFlow(running, other);
  const answer =
    match.decided === 'answer' && match.answerId !== null ? deps.knowledge.answer(match.answerId) : undefined;
  if (answer === undefined || said.trim() === '') return { state, replies: refused(result, running) };
  const text = answerText(answer, turn.actor, deps.knowledge);
  return { state, replies: [text, say([deps.knowledge.text('flow.verder')]), ...repeatQuestion(running)] };
}

async function idle(running: Running, match: Match): Promise<Outcome> {
  const { deps, turn, state, said } = running;
  const { knowledge } = deps;
  const { actor } = turn;
  const at = chosen(
    said,
    state.offered.map(({ title }) => title),
  );
  const none = state.offered.find(({ to }) => to.kind === 'none' && isSaid(said, 'herken.geen-van-deze', knowledge));
  const pick = at === undefined ? none : state.offered[at];
  if (pick !== undefined) return followOffer(running, pick.to);
  if (said.trim() === '') {
    const choices = firstChoices(actor, knowledge);
    return {
      state: { ...state, offered: choices.offered },
      replies: [say([knowledge.text('niet-begrepen')]), ...choices.replies],
    };
  }
  if (actor.kind === 'officer' && isSaid(said, 'herken.mijn-kaarten', knowledge)) {
    return { state: { ...state, offered: [] }, replies: await myCards(deps, turn) };
  }
  const flow =
    startedBy(running) ??
    (await asksForCheck(running)) ??
    (match.decided === 'answer' ? undefined : await namesOwnFamily(running));
  if (flow !== undefined) return startFlow(running, flow);
  if (match.decided !== 'answer' && said.includes(knowledge.text('bsn.verwijderd'))) {
    const choices = firstChoices(actor, knowledge);
    const replies = [say([knowledge.text('bsn.niet-nodig')]), ...choices.replies];
    return { state: { ...state, offered: choices.offered }, replies };
  }
  const { replies, offered } = answerMatch(match, actor, knowledge);
  return { state: { ...state, offered }, replies };
}

async function followOffer(running: Running, to: DialogState['offered'][number]['to']): Promise<Outcome> {
  const { deps, turn, state } = running;
  const { knowledge } = deps;
  if (to.kind === 'flow') {
    const flow = flowOf(to.id, turn.actor, knowledge);
    if (flow !== undefined) return startFlow(running, flow, to.gezin === undefined ? {} : { gezin: to.gezin });
    return { state: { ...state, offered: [] }, replies: [say([knowledge.text('flow.is-er-niet')])] };
  }
  const answer = to.kind === 'answer' ? knowledge.answer(to.id) : undefined;
  const { replies, offered } = answer === undefined ? declined(knowledge) : giveAnswer(answer, turn.actor, knowledge);
  return { state: { ...state, offered }, replies };
}
