/** A follow code is looked up: the same words for every code that is not known, and not too often. */
import type { Escalation, Refusal } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { DialogDeps, Turn } from '../types.ts';

export type Seen =
  | { readonly kind: 'seen'; readonly escalation: Escalation }
  | { readonly kind: 'unseen'; readonly because: string };

/** A try counts before it is known to be good, so that many at the same moment gain nothing; a good one is given back. */
export async function lookUp(deps: DialogDeps, turn: Turn, code: string): Promise<Seen> {
  const { knowledge, cases } = deps;
  if (!deps.mayTryFollowCode(turn.conversation)) return { kind: 'unseen', because: knowledge.text('volgen.te-vaak') };
  const followed = await cases.follow(code);
  if (followed.kind !== 'followed') return { kind: 'unseen', because: notFollowed(followed, knowledge) };
  deps.followCodeWorked(turn.conversation);
  return { kind: 'seen', escalation: followed.escalation };
}

/** A code that can't be looked up now is not a wrong code. */
function notFollowed({ kind }: Refusal, knowledge: Knowledge): string {
  return knowledge.text(kind === 'audit-unavailable' ? 'storing' : 'volgen.onbekend');
}

/** What the officer asked of the parent and still waits for, oldest first. */
export function openForParent({ questions }: Escalation): Escalation['questions'] {
  return questions.filter(({ of, answer }) => of.kind === 'parent' && answer === null);
}
