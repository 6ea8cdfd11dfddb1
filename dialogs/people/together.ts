/** While a colleague is in a chat, words go to the other side; the numbers come first all the same. */
import type { Match } from '../../knowledge/index.ts';
import { crisisReply } from '../crisis.ts';
import type { Running } from '../run-flow.ts';
import type { Outcome, Recognised, Reply } from '../types.ts';
import { talks } from './colleague.ts';
import { saidTogether } from './visitor.ts';

/** `undefined`: nobody else is there. */
export function saidToEachOther(running: Running, recognised: Recognised): Outcome | undefined {
  const { deps, turn } = running;
  const { actor, conversation } = turn;
  if (actor.kind !== 'parent') return deps.people.isTalking(actor.id) ? talks(running, actor) : undefined;
  if (!deps.people.isTalking(conversation)) return undefined;
  const outcome = saidTogether(running);
  const match = recognised();
  return match.crisis ? { ...outcome, replies: [numbers(running, match), ...outcome.replies] } : outcome;
}

/** Without the sentence that nobody reads along. */
function numbers({ deps: { knowledge } }: Running, match: Match): Reply {
  const reply = crisisReply(match, knowledge);
  if (reply.kind !== 'text') return reply;
  const alone = knowledge.text('crisis.geen-hulpdienst');
  return { ...reply, paragraphs: reply.paragraphs.filter((paragraph) => paragraph !== alone) };
}
