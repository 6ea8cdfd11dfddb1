/** What a parent says about the own question in words, without a button: take it back, how it stands, what happens now. */
import type { Knowledge } from '../../knowledge/index.ts';
import { follow } from '../follow.ts';
import { OWN_QUESTION } from '../next-steps.ts';
import { saysInOrder, type Spoken } from '../plain-words.ts';
import { isAlternative, patternsOf } from '../prepared.ts';
import { openQuestion, repeatQuestion, type Running } from '../run-flow.ts';
import { offer, say } from '../say.ts';
import type { Outcome } from '../types.ts';
import { askCode } from './ask-code.ts';
import { lookUp } from './following.ts';
import { addsToQuestion } from './react-with.ts';
import { saidAgain } from './said-again.ts';
import { standsNow } from './standing.ts';
import { confirmsTakingBack, toTakeBack } from './taking-back.ts';
import { saysTakeBack, wantsTakenBack } from './wants-taken-back.ts';
import { saysReopened } from './wants-reopened.ts';

/** As many words as a question about the own filing has at most; a longer text is about something else. */
const LONGEST_QUESTION = 10;

/** Only where nothing is being asked, or where the own question is open; `undefined`: it is about something else. */
export async function aboutOwnQuestion(running: Running): Promise<Outcome | undefined> {
  const { deps, turn, state, plain } = running;
  const { knowledge } = deps;
  const open = openQuestion(state, deps);
  if (turn.actor.kind !== 'parent' || (open !== undefined && open.flow.id !== OWN_QUESTION)) return undefined;
  // Where a reaction is typed, only what can't be one.
  const isTyping = open?.question.soort === 'invoer';
  if (isTyping ? saysTakeBack(plain, knowledge) : wantsTakenBack(running, knowledge)) return toTakeBack(running);
  if (isTyping) return undefined;
  if (open === undefined) {
    const known = (await saidAgain(running)) ?? (await addsToQuestion(running));
    if (known !== undefined) return known;
  }
  const { followCode } = state;
  if (followCode !== undefined && wantsReopened(running))
    return follow(running, { code: followCode, rest: running.said });
  if (asksWhatNow(running)) return whatNow(running);
  if (!asksHowItStands(running, knowledge)) return undefined;
  return open === undefined ? howItStands(running) : whatNow(running);
}

/** "Het helpt niet", after an answer about something else, is about that answer. */
function wantsReopened(running: Running): boolean {
  const { deps, state } = running;
  const meant = saysReopened(running, deps.knowledge);
  return meant === 'the-question' || (meant === 'something' && state.subject === undefined);
}

function asksHowItStands({ plain, words }: Spoken, knowledge: Knowledge): boolean {
  if (isAlternative(plain, 'herken.volgen.heel', knowledge)) return true;
  return words.length <= LONGEST_QUESTION && saysInOrder(words, patternsOf('herken.volgen.zin', knowledge));
}

/** After an answer about something else, "en nu?" goes on about that. */
function asksWhatNow({ deps: { knowledge }, state, plain }: Running): boolean {
  if (isAlternative(plain, 'herken.en-nu.vraag', knowledge)) return true;
  if (state.subject !== undefined) return false;
  const hasCode = state.followCode !== undefined;
  // A child hears whom to talk to.
  if (isAlternative(plain, 'herken.en-nu', knowledge)) return hasCode || state.isChild !== true;
  return hasCode && isAlternative(plain, 'herken.wat-nu', knowledge);
}

/** Of what was filed or looked up in this conversation, else with the code that is asked for. */
export async function howItStands(running: Running): Promise<Outcome> {
  const { deps, state, turn } = running;
  const { followCode } = state;
  const open = openQuestion(state, deps);
  const isElsewhere = open !== undefined && open.flow.id !== OWN_QUESTION;
  if (turn.actor.kind !== 'parent' || isElsewhere) return askCode(running);
  if (followCode !== undefined) return follow(running, { code: followCode, rest: '' });
  const outcome = askCode(running);
  return { ...outcome, replies: [say([deps.knowledge.text('volgen.geen-in-gesprek')]), ...outcome.replies] };
}

/** With whom it lies and by when the answer comes; at the question whether to take it back, what a yes does. */
async function whatNow(running: Running): Promise<Outcome> {
  const { deps, state, turn } = running;
  const { knowledge } = deps;
  const open = openQuestion(state, deps);
  const again = repeatQuestion(running);
  if (open !== undefined && confirmsTakingBack(open))
    return { state, replies: [say([knowledge.text('intrekken.uitleg')]), ...again] };
  if (state.followCode === undefined) return howItStands(running);
  const seen = await lookUp(deps, turn, state.followCode);
  if (seen.kind === 'unseen') return { state, replies: [say([seen.because]), ...again] };
  const ways = [knowledge.text('keuze.volgen'), knowledge.text('keuze.mens')];
  return {
    state: { ...state, offered: open === undefined ? [] : state.offered },
    replies: [
      say(standsNow(seen, knowledge)),
      ...(open === undefined ? [offer(knowledge.text('antwoord.verder'), ways)] : again),
    ],
  };
}
