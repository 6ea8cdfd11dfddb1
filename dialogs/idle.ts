/** What was said while nothing was asked: a choice that was offered, a command of a role, a flow, or a question. */
import { answersDanger, inViewAfterDanger, unsureAfterDanger } from './after-danger.ts';
import { answerMatch, declined, giveAnswer } from './answer-question.ts';
import { withoutBsn } from './bsn-in-text.ts';
import { chosenPlainly } from './choose.ts';
import { dealtByChoice, dealtWith } from './dealt.ts';
import { ownLists } from './desk/own-lists.ts';
import { firstChoices } from './greet.ts';
import { inDanger } from './in-danger.ts';
import { inTheirLanguage } from './language.ts';
import { flowOf } from './next-steps.ts';
import { aboutOwnQuestion } from './parent/about-own-question.ts';
import { withPerson } from './people/visitor.ts';
import { spoken } from './plain-words.ts';
import { isAlternative, plainTitlesOf } from './prepared.ts';
import { recogniser } from './recognised.ts';
import { type Running, startFlow } from './run-flow.ts';
import { say } from './say.ts';
import { smallTalk } from './small-words.ts';
import { asksForCheck, startedBy } from './start-by-text.ts';
import type { DialogState, Outcome, Recognised } from './types.ts';
import { workCommand } from './work/commands.ts';
import { commandsInDanger } from './work/danger-in-command.ts';
import { meantCommand } from './work/meant-command.ts';
import { meantFamily } from './work/meant-family.ts';
import { firstOfSeveral } from './work/one-at-a-time.ts';
import { ownOnce } from './work/own-once.ts';
import { roleAnswer } from './work/role-help.ts';
import { commandWithWords } from './work/words-behind.ts';
import { colleagueAsks, colleagueWorries } from './work/worry.ts';

/** `asked` is what was said without what stands in the place of a citizen service number. */
export async function idle(heard: Running, asked: string, recognised: Recognised): Promise<Outcome> {
  const running = { ...heard, deps: ownOnce(heard.deps) };
  const { deps, turn, state, said, plain } = running;
  const { knowledge } = deps;
  const { actor } = turn;
  const titles = plainTitlesOf(state.offered);
  // "check" asks for a check of a family, whatever choice on the screen begins with that word.
  const asksCheck = actor.kind === 'worker' && isAlternative(plain, 'herken.casus-check', knowledge);
  const at = asksCheck && !titles.includes(plain) ? undefined : chosenPlainly(plain, titles);
  const saysNone = isAlternative(plain, 'herken.geen-van-deze', knowledge);
  const none = saysNone ? state.offered.find(({ to }) => to.kind === 'none') : undefined;
  const pick = at === undefined ? none : state.offered[at];
  if (pick !== undefined) return followOffer(running, pick.to);
  const afterDanger = answersDanger(running);
  if (afterDanger !== undefined) return afterDanger;
  if (said.trim() === '') {
    const choices = firstChoices(actor, knowledge);
    return {
      state: { ...state, offered: choices.offered },
      replies: [say([knowledge.text('niet-begrepen')]), ...choices.replies],
    };
  }
  if (await commandsInDanger(running)) return inDanger(running, { ...recognised(), answerId: null, ranked: [] });
  const lists = await ownLists(running);
  if (lists !== undefined) return lists;
  const withWords = await commandWithWords(running, recognised);
  if (withWords !== undefined) return withWords;
  const several = await firstOfSeveral(running);
  if (several !== undefined) {
    const done = await hearAs(running, several.first);
    return { ...done, replies: [...done.replies, several.later] };
  }
  const meant = (await meantFamily(running)) ?? (await meantCommand(running));
  if (meant !== undefined) return meant;
  const work = (await workCommand(running, recognised)) ?? (await aboutOwnQuestion(running));
  if (work !== undefined) return work;
  const started = startedBy(running) ?? (await asksForCheck(running));
  if (started !== undefined) return startFlow(running, started);
  const match = recognised();
  if (match.crisis) return inDanger(running, match);
  const worry = await colleagueWorries(running, match);
  if (worry !== undefined) return worry;
  const asksOfDanger = colleagueAsks(running, match);
  if (asksOfDanger !== undefined) return asksOfDanger;
  if (asked === '') {
    const choices = firstChoices(actor, knowledge);
    return { state: { ...state, offered: choices.offered }, replies: choices.replies };
  }
  const small = smallTalk(running);
  if (small !== undefined) return small;
  const ofRole = await roleAnswer(running, match);
  if (ofRole !== undefined) return ofRole;
  const unsure = match.decided === 'decline' ? unsureAfterDanger(running) : undefined;
  if (unsure !== undefined) return unsure;
  const { isChild } = state;
  const { replies, offered } = answerMatch(
    match,
    { actor, isChild, asked: match.level === null ? asked : undefined },
    knowledge,
  );
  const subject = match.decided === 'answer' ? (match.answerId ?? undefined) : undefined;
  const outcome = { state: { ...state, offered, subject }, replies, dealt: dealtWith(match, asked, actor) };
  const isSmallTalk = subject !== undefined && knowledge.answer(subject)?.soort === 'smalltalk';
  const answered = await withPerson(
    running,
    subject ?? null,
    isSmallTalk ? inViewAfterDanger(running, outcome) : outcome,
  );
  return actor.kind === 'parent'
    ? inTheirLanguage(answered, asked === said ? running : spoken(asked), knowledge)
    : answered;
}

/** As if this was said instead, by who works here. */
function hearAs(before: Running, said: string): Promise<Outcome> {
  const { knowledge } = before.deps;
  const running = { ...before, state: { ...before.state, offered: [] }, ...spoken(said) };
  const asked = withoutBsn(said, knowledge);
  return idle(running, asked, recogniser(asked, running));
}

async function followOffer(running: Running, to: DialogState['offered'][number]['to']): Promise<Outcome> {
  const { deps, turn, state } = running;
  const { knowledge } = deps;
  if (to.kind === 'said') return hearAs(running, to.text);
  if (to.kind === 'flow') {
    const flow = flowOf(to.id, turn.actor, knowledge);
    if (flow !== undefined) return startFlow(running, flow, to.gezin === undefined ? {} : { gezin: to.gezin });
    return { state: { ...state, offered: [] }, replies: [say([knowledge.text('flow.is-er-niet')])] };
  }
  const answer = to.kind === 'answer' ? knowledge.answer(to.id) : undefined;
  const { replies, offered } =
    answer === undefined ? declined(knowledge, state.isChild) : giveAnswer(answer, turn.actor, knowledge);
  return {
    state: { ...state, offered, subject: answer?.id },
    replies,
    dealt: dealtByChoice(to, state.offered, turn.actor),
  };
}
