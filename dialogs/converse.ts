/** One turn of talk. The order is the point: danger first, then what works everywhere, then the flow, then the question. */
import { maskBsn } from '../cases/index.ts';
import { answersDanger, backToQuestion, dangerBesideThanks, remarksAfterDanger } from './after-danger.ts';
import { toldOfBsn, withoutBsn } from './bsn-in-text.ts';
import { speaksAsChild, speaksOfOwnParents } from './child.ts';
import { filingGate, type Left, leaveClosed } from './filing-gate.ts';
import { follow } from './follow.ts';
import { firstChoices, greet } from './greet.ts';
import { idle } from './idle.ts';
import { answerTo, likeDanger, inDanger } from './in-danger.ts';
import { interrupted } from './interrupts.ts';
import { FILING } from './next-steps.ts';
import { aboutOwnQuestion } from './parent/about-own-question.ts';
import { lostCode } from './parent/ask-code.ts';
import { earlyStory, saysNotKept } from './parent/early-story.ts';
import { noAnswer } from './parent/no-answer.ts';
import { noOwnWords } from './parent/no-own-words.ts';
import { stillWaiting } from './parent/own-words.ts';
import { aboutFiling, answerBeside, asks, sideQuestion } from './parent/side-question.ts';
import { isShownBack, saysLeftOut, typedReaction } from './parent/typed-reaction.ts';
import { colleagueSays } from './people/colleague.ts';
import { saidToEachOther } from './people/together.ts';
import { takesBack } from './people/visitor.ts';
import { saysTakeBack } from './parent/wants-taken-back.ts';
import { plainWords, spoken } from './plain-words.ts';
import { followCodeIn, isOnlyFollowCode, plainInterruptIn } from './recognise.ts';
import { isDanger, recogniser } from './recognised.ts';
import { goOn, openQuestion, type Running, refused, repeatQuestion, startFlow } from './run-flow.ts';
import { say } from './say.ts';
import { smallTalk } from './small-words.ts';
import { startedBy } from './start-by-text.ts';
import { submitted } from './submits.ts';
import type { Converse, DialogDeps, DialogState, Outcome, Recognised, Reply, Turn } from './types.ts';

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
      case 'text': {
        const { knowledge } = deps;
        const said = maskBsn(input.text, knowledge.text('bsn.verwijderd'));
        return toldOfBsn(await heard(deps, state, turn, said), said, knowledge);
      }
    }
  };
}

function opened(deps: DialogDeps, state: DialogState, turn: Turn): Outcome {
  const left = leaveClosed(state, turn.actor.kind, deps.knowledge);
  if (left !== undefined) return goneOn(deps, turn, left);
  const open = repeatQuestion({ deps, turn, state });
  if (open.length > 0) return { state, replies: [say([deps.knowledge.text('flow.verder')]), ...open] };
  const { replies, offered } = greet(turn.actor, deps.knowledge);
  // What was told under a promise to read it back stays.
  const flow = Object.keys(stillWaiting(state.flow)).length > 0 ? state.flow : null;
  return { state: { ...state, flow, offered }, replies };
}

/** After a flow that was closed while it ran: the first choices, which no longer offer it. */
function goneOn({ knowledge }: DialogDeps, { actor }: Turn, left: Left): Outcome {
  const { replies, offered } = firstChoices(actor, knowledge);
  return { state: { ...left.state, offered }, replies: [...left.replies, ...replies] };
}

async function heard(deps: DialogDeps, before: DialogState, turn: Turn, said: string): Promise<Outcome> {
  const { knowledge } = deps;
  const { expectsCode = false, saidBeforeCode, beforeDanger, ...rest } = before;
  const { plain, words } = spoken(said);
  const saysToBeChild = turn.actor.kind === 'parent' && speaksAsChild(plain, knowledge);
  const state = saysToBeChild ? { ...rest, isChild: true } : rest;
  const running: Running = { deps, turn, state, said, plain, words, beforeDanger };
  const asked = withoutBsn(said, knowledge);
  const recognised = recogniser(asked, running);
  const joint = saidToEachOther(running, recognised);
  if (joint !== undefined) return joint;
  const alone = takesBack(running);
  if (alone !== undefined) return alone;
  if (isDanger(asked, running, recognised)) {
    const remark = remarksAfterDanger(running);
    if (remark !== undefined) return remark;
    const meant = (await knownCode(running)) ?? (await saidInFull(running, expectsCode));
    return meant ?? (await likeDanger(running)) ?? inDanger(asChild(running), recognised());
  }
  const beside = dangerBesideThanks(running);
  if (beside !== undefined) return inDanger(asChild(running), beside);
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
  const found =
    writing && !isOnlyFollowCode(running, knowledge) ? undefined : followCodeIn(running, knowledge, expectsCode);
  if (found !== undefined) {
    const outcome = await follow(running, { ...found, rest: saidBeforeCode ?? found.rest });
    const isKnown = outcome.state.followCode === found.code;
    // Who mistyped it tries again, and may type it in the same way.
    return {
      ...outcome,
      state: { ...outcome.state, expectsCode, saidBeforeCode: isKnown ? undefined : saidBeforeCode },
    };
  }
  const withoutCode = lostCode(running, expectsCode);
  if (withoutCode !== undefined) return withoutCode;
  return open === undefined ? idle(running, asked, recognised) : inFlow(running, asked, recognised);
}

/** Who tells of danger between the own parents is spoken to as a child from here on. */
function asChild(running: Running): Running {
  const { deps, turn, state, plain } = running;
  if (turn.actor.kind !== 'parent' || !speaksOfOwnParents(plain, deps.knowledge)) return running;
  return { ...running, state: { ...state, isChild: true } };
}

/** Letters of a code can look like anything, also like danger; a code that exists is a code. */
async function knownCode(running: Running): Promise<Outcome | undefined> {
  const { knowledge } = running.deps;
  const found = isOnlyFollowCode(running, knowledge) ? followCodeIn(running, knowledge) : undefined;
  if (found === undefined) return undefined;
  const outcome = await follow(running, found);
  return outcome.state.followCode === found.code ? outcome : undefined;
}

/** "Ik trek mijn vraag in", "ik heb hem niet meer" about the code: the whole message says it, whatever it looks like. */
async function saidInFull(running: Running, expectsCode: boolean): Promise<Outcome | undefined> {
  const { plain, deps } = running;
  return (
    lostCode(running, expectsCode) ??
    (saysTakeBack(plain, deps.knowledge) ? await aboutOwnQuestion(running) : undefined)
  );
}

/** An answer to the open question; else a question in between, after which the open one is asked again. */
async function inFlow(running: Running, asked: string, recognised: Recognised): Promise<Outcome> {
  const { deps, state, said } = running;
  const open = openQuestion(state, deps);
  if (open === undefined) return idle(running, asked, recognised);
  const own = await aboutOwnQuestion(running);
  if (own !== undefined) return own;
  const aside = open.question.soort === 'vraag' ? answersDanger(running) : sideQuestion(open, running, recognised);
  if (aside !== undefined) return aside;
  const typesCommand =
    open.question.soort === 'invoer' ? (noAnswer(open, running) ?? noOwnWords(open, running)) : undefined;
  if (typesCommand !== undefined) return typesCommand;
  const result = answerTo(open, running);
  if (result.kind !== 'refused' || result.because !== 'no-choice') return goOn(running, open.flow, result);
  const other = startedBy(running);
  if (other !== undefined && other.id !== open.flow.id) return startFlow(running, other);
  const answered = said.trim() === '' ? undefined : answeredInBetween(open, running, recognised);
  const isFiling = open.flow.id === FILING;
  const shownBack = isFiling || isShownBack(open);
  const isAnswered = shownBack && answered !== undefined && asks(said, deps.knowledge);
  const saysLittle = smallTalk(running) !== undefined;
  const isSmall = saysLittle || noAnswer(open, running) !== undefined;
  const reaction = isAnswered || isSmall ? undefined : typedReaction(open, running);
  if (isFiling && running.beforeDanger !== undefined && (reaction !== undefined || answered === undefined))
    return backToQuestion(running, saysLeftOut(open, running));
  if (reaction !== undefined) {
    const next = await goOn(running, open.flow, reaction);
    if (reaction.kind === 'too-long' || shownBack) return next;
    const fits = answered === undefined ? [] : [answered];
    return { ...next, replies: [...fits, say([deps.knowledge.text('flow.reactie-bewaard')]), ...next.replies] };
  }
  const story = running.beforeDanger === undefined && !isAnswered ? earlyStory(open, running) : undefined;
  if (story !== undefined) return story;
  if (answered === undefined || saysLittle) return { state, replies: refused(result, running) };
  const notKept = isAnswered ? [] : saysNotKept(open, running);
  const again = [say([deps.knowledge.text('flow.verder')]), ...repeatQuestion(running)];
  return { state, replies: [answered, ...notKept, ...again] };
}

type Open = NonNullable<ReturnType<typeof openQuestion>>;

/** What was asked about the filing itself, else what the knowledge answers surely. */
function answeredInBetween(open: Open, running: Running, recognised: Recognised): Reply | undefined {
  const about = aboutFiling(open, running);
  if (about !== undefined) return about;
  const { decided, answerId } = recognised();
  const answer = decided === 'answer' && answerId !== null ? running.deps.knowledge.answer(answerId) : undefined;
  return answer === undefined ? undefined : answerBeside(answer, running);
}
