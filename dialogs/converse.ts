/** One turn of talk. The order is the point: danger first, then what works everywhere, then the flow, then the question. */
import { maskBsn } from '../cases/index.ts';
import type { Knowledge, Match } from '../knowledge/index.ts';
import { answerMatch, answerText, audienceOf, declined, giveAnswer } from './answer-question.ts';
import { chosenPlainly } from './choose.ts';
import { crisisReply } from './crisis.ts';
import { dealtByChoice, dealtWith } from './dealt.ts';
import { asksForCheck, namesOwnFamily, startedBy } from './start-by-text.ts';
import { optionsOf, step } from './flow.ts';
import { filingGate, type Left, leaveClosed } from './filing-gate.ts';
import { follow } from './follow.ts';
import { firstChoices, greet } from './greet.ts';
import { inView } from './in-view.ts';
import { interrupted } from './interrupts.ts';
import { flowOf } from './next-steps.ts';
import { flowWords } from './ask.ts';
import { colleagueSays } from './people/colleague.ts';
import { saidToEachOther } from './people/together.ts';
import { withPerson } from './people/visitor.ts';
import { plainWords } from './plain-words.ts';
import { isAlternative, plainTitlesOf } from './prepared.ts';
import { followCodeIn, isOnlyFollowCode, plainInterruptIn } from './recognise.ts';
import { answerInput, goOn, openQuestion, type Running, refused, repeatQuestion, startFlow } from './run-flow.ts';
import { offer, say } from './say.ts';
import { submitted } from './submits.ts';
import { myCards } from './desk/pages.ts';
import { workCommand } from './work/commands.ts';
import type { Converse, DialogDeps, DialogState, Outcome, Turn } from './types.ts';

/** Everything a conversation can be asked, over plain data. Faults of the register are thrown; the host says so. */
export function converse(always: DialogDeps): Converse {
  const gate = filingGate(always);
  return async (state, turn) => {
    const { input } = turn;
    const deps = gate();
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
  const left = leaveClosed(state, turn.actor.kind, deps.knowledge);
  if (left !== undefined) return goneOn(deps, turn, left);
  const open = repeatQuestion({ deps, turn, state });
  if (open.length > 0) return { state, replies: [say([deps.knowledge.text('flow.verder')]), ...open] };
  const { replies, offered } = greet(turn.actor, deps.knowledge);
  return { state: { ...state, flow: null, offered }, replies };
}

/** After a flow that was closed while it ran: the first choices, which no longer offer it. */
function goneOn({ knowledge }: DialogDeps, { actor }: Turn, left: Left): Outcome {
  const { replies, offered } = firstChoices(actor, knowledge);
  return { state: { ...left.state, offered }, replies: [...left.replies, ...replies] };
}

async function heard(deps: DialogDeps, before: DialogState, turn: Turn, said: string): Promise<Outcome> {
  const { knowledge } = deps;
  const { expectsCode = false, ...state } = before;
  const plain = plainWords(said);
  const running: Running = { deps, turn, state, said, plain };
  const match = knowledge.match(said, audienceOf(turn.actor));
  const joint = saidToEachOther(running, match);
  if (joint !== undefined) return joint;
  if (match.crisis) return (await knownCode(running)) ?? inDanger(running, match);
  const ofColleague = await colleagueSays(running);
  if (ofColleague !== undefined) return ofColleague;

  const left = leaveClosed(state, turn.actor.kind, knowledge);
  if (left !== undefined)
    return left.replies.length > 0 ? goneOn(deps, turn, left) : heard(deps, left.state, turn, said);
  const open = openQuestion(state, deps);
  const interrupt = plainInterruptIn(plain, knowledge);
  if (interrupt === 'stop') return interrupted(running, interrupt);
  const isOwnChoice =
    open?.question.soort === 'vraag' && open.question.keuzes.some(({ tekst }) => plainWords(tekst) === plain);
  if (open !== undefined && isOwnChoice) return goOn(running, open.flow, answerTo(open, running));
  if (interrupt !== undefined) return interrupted(running, interrupt);

  const writing = open?.question.soort === 'invoer';
  const found = writing && !isOnlyFollowCode(said, knowledge) ? undefined : followCodeIn(said, knowledge, expectsCode);
  if (found !== undefined) {
    const outcome = await follow(running, found);
    // Who mistyped it tries again, and may type it in the same way.
    return { ...outcome, state: { ...outcome.state, expectsCode } };
  }
  return open === undefined ? idle(running, match) : inFlow(running, match);
}

/** Letters of a code can look like anything, also like danger; a code that exists is a code. */
async function knownCode(running: Running): Promise<Outcome | undefined> {
  const { deps, said } = running;
  const found = isOnlyFollowCode(said, deps.knowledge) ? followCodeIn(said, deps.knowledge) : undefined;
  if (found === undefined) return undefined;
  const outcome = await follow(running, found);
  return outcome.state.followCode === found.code ? outcome : undefined;
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
  const options = optionsOf(open.question, flowWords(knowledge));
  const isPressed = options.some(({ title }) => plainWords(title) === running.plain);
  const answers = open.question.soort === 'invoer' || isPressed;
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
  const { deps, turn, state, said, plain } = running;
  const { knowledge } = deps;
  const { actor } = turn;
  const at = chosenPlainly(plain, plainTitlesOf(state.offered));
  const saysNone = isAlternative(plain, 'herken.geen-van-deze', knowledge);
  const none = saysNone ? state.offered.find(({ to }) => to.kind === 'none') : undefined;
  const pick = at === undefined ? none : state.offered[at];
  if (pick !== undefined) return followOffer(running, pick.to);
  if (said.trim() === '') {
    const choices = firstChoices(actor, knowledge);
    return {
      state: { ...state, offered: choices.offered },
      replies: [say([knowledge.text('niet-begrepen')]), ...choices.replies],
    };
  }
  if (actor.kind === 'officer' && isAlternative(plain, 'herken.mijn-kaarten', knowledge)) {
    return { state: { ...state, offered: [] }, replies: await myCards(deps, turn) };
  }
  if (actor.kind === 'officer' && isAlternative(plain, 'herken.cijfers', knowledge)) {
    return { state: { ...state, offered: [] }, replies: await inView(deps, turn) };
  }
  const work = await workCommand(running, match);
  if (work !== undefined) return work;
  const flow =
    startedBy(running) ??
    (await asksForCheck(running)) ??
    (match.decided === 'answer' ? undefined : await namesOwnFamily(running));
  if (flow !== undefined) return startFlow(running, flow);
  if (isOnlyNumber(said, knowledge)) {
    const choices = firstChoices(actor, knowledge);
    const replies = [say([knowledge.text('bsn.niet-nodig')]), ...choices.replies];
    return { state: { ...state, offered: choices.offered }, replies };
  }
  const { replies, offered } = answerMatch(match, actor, knowledge, match.level === null ? said : undefined);
  const outcome = { state: { ...state, offered }, replies, dealt: dealtWith(match, said, actor) };
  return withPerson(running, match.decided === 'answer' ? match.answerId : null, outcome);
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
  return { state: { ...state, offered }, replies, dealt: dealtByChoice(to, state.offered, turn.actor) };
}

/** As many words as introduce a number ("mijn bsn is …"); a question has more. */
const introduction = 4;

/** Whether there is little more in the message than a citizen service number, which was taken out. */
function isOnlyNumber(said: string, knowledge: Knowledge): boolean {
  const removed = knowledge.text('bsn.verwijderd');
  if (!said.includes(removed)) return false;
  const rest = said.replaceAll(removed, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return rest.length <= introduction;
}
