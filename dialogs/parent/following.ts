/** A follow code is looked up: the same words for every code that is not known, and not too often. */
import type { Escalation, Followed, Refusal } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { DialogDeps, Turn } from '../types.ts';

export type Seen =
  | ({ readonly kind: 'seen' } & Pick<Followed, 'escalation' | 'stopped' | 'dropped' | 'names'>)
  | { readonly kind: 'unseen'; readonly because: string };

/** A try counts before it is known to be good, so that many at the same moment gain nothing; a good one is given back. */
export async function lookUp(deps: DialogDeps, turn: Turn, code: string): Promise<Seen> {
  const { knowledge, cases } = deps;
  if (!deps.mayTryFollowCode(turn.conversation)) return { kind: 'unseen', because: knowledge.text('volgen.te-vaak') };
  const followed = await cases.follow(turn.actor, code);
  if (followed.kind !== 'followed') return { kind: 'unseen', because: notFollowed(followed, turn, knowledge) };
  deps.followCodeWorked(turn.conversation);
  const { escalation, stopped, dropped, names } = followed;
  return { kind: 'seen', escalation, stopped, dropped, names };
}

/** A code that can't be looked up now is not a wrong code. A colleague doesn't learn whether somebody else's code exists. */
function notFollowed({ kind }: Refusal, { actor }: Turn, knowledge: Knowledge): string {
  if (kind === 'audit-unavailable') return knowledge.text('storing');
  return knowledge.text(actor.kind === 'parent' ? 'volgen.onbekend' : 'volgen.medewerker');
}

/** What the officer asked of the parent and still waits for, oldest first. */
export function openForParent(escalation: Escalation): Escalation['questions'] {
  return escalation.questions.filter((one) => one.of.kind === 'parent' && isWaitedFor(one, escalation));
}

/** A decision ends the waiting for what was asked before it, also when the question is opened again. */
export function isWaitedFor({ id, answer }: Escalation['questions'][number], { steps }: Escalation): boolean {
  const asked = steps.findIndex(({ kind, about }) => kind === 'more-asked' && about === id);
  return answer === null && asked >= steps.findLastIndex(({ kind }) => kind === 'decided');
}
