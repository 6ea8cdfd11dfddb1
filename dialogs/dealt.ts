/** How a question in free text was dealt with, for the work list of the editors. Only a parent's, and never of danger. */
import type { Actor } from '../cases/index.ts';
import type { Match } from '../knowledge/index.ts';
import type { Dealt, Offer } from './types.ts';

const nothing = 'geen-antwoord';

/** Words with a signal of danger, however slight, are kept nowhere. */
export function dealtWith(match: Match, question: string, actor: Actor): Dealt | undefined {
  if (actor.kind !== 'parent' || match.level !== null) return undefined;
  if (match.decided === 'answer' && match.answerId !== null) {
    return { kind: 'answered', answer: match.answerId, question };
  }
  const nearest = match.ranked.find((id) => id !== nothing) ?? null;
  return match.decided === 'decline' ? { kind: 'declined', question, nearest } : undefined;
}

/** What was chosen from a list, or that none of it was meant. */
export function dealtByChoice(to: Offer['to'], offered: readonly Offer[], actor: Actor): Dealt | undefined {
  if (actor.kind !== 'parent') return undefined;
  switch (to.kind) {
    case 'flow':
    case 'said':
      return undefined;
    case 'answer':
      return { kind: 'answered', answer: to.id, question: to.asked ?? null };
    case 'none': {
      const first = offered[0]?.to;
      const nearest = first?.kind === 'answer' ? first.id : null;
      return to.asked === undefined ? undefined : { kind: 'none-of-these', question: to.asked, nearest };
    }
  }
}
