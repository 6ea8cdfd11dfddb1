import {
  type Attempt,
  decideSubmitSchema,
  escalationBaseCard,
  escalationCard,
  firstAttempt,
  openSubmitSchema,
  wordsOf,
} from '../../cards/index.ts';
import type { CardView, Refusal } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { finalCard, refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import type { Submit } from './submit.ts';
import type { DialogDeps, Outcome, Reply, Turn } from '../types.ts';
import { failedAttempt, wrongFields } from './form-errors.ts';

const MOST_CARDS = 10;

export async function openCard(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = openSubmitSchema.safeParse(data);
  if (!parsed.success) return unreadable(submit);
  const { cardRef } = parsed.data;
  return { state, replies: shown(await deps.cases.openCard(actor, cardRef), cardRef, deps.knowledge) };
}

export async function takeCard(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, turn, data } = submit;
  const parsed = openSubmitSchema.safeParse(data);
  if (!parsed.success) return unreadable(submit);
  const { cardRef } = parsed.data;
  return { state, replies: shown(await deps.cases.take(actor, cardRef, turn.commandId), cardRef, deps.knowledge) };
}

/** A wrong form comes back with the error at its field and everything typed still in it; nothing is saved. */
export async function decideOnCard(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, turn, data } = submit;
  const ref = openSubmitSchema.safeParse(data);
  if (!ref.success) return unreadable(submit);
  const { cardRef } = ref.data;
  const parsed = decideSubmitSchema.safeParse(data);
  if (!parsed.success) return askAgain(submit, cardRef, wrongFields(parsed.error));
  const { verdict, reason, effectiveOn } = parsed.data;
  const decided = await deps.cases.decide(actor, cardRef, { verdict, reason, effectiveOn }, turn.commandId);
  if (decided.kind === 'invalid')
    return askAgain(
      submit,
      cardRef,
      decided.fields.map(({ field }) => field),
    );
  return { state, replies: shown(decided, cardRef, deps.knowledge) };
}

async function askAgain(submit: Submit, cardRef: string, wrong: readonly string[]): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const attempt = failedAttempt(data, wrong, deps.knowledge);
  return { state, replies: shown(await deps.cases.openCard(actor, cardRef), cardRef, deps.knowledge, attempt) };
}

function shown(
  result: CardView | Refusal,
  cardRef: string,
  knowledge: Knowledge,
  attempt: Attempt = firstAttempt,
): readonly Reply[] {
  if (result.kind !== 'card') return refusalReplies(result, cardRef, knowledge);
  const { kind } = result.escalation.state;
  if (kind === 'decided' || kind === 'withdrawn') return [finalCard(result.escalation, cardRef, knowledge)];
  const card = escalationCard(result, wordsOf(knowledge), attempt);
  return [{ kind: 'card', card, summary: knowledge.text('escalatie.samenvatting'), replaces: cardRef }];
}

function unreadable({ deps, state }: Submit): Outcome {
  return { state, replies: refusalReplies({ kind: 'not-found' }, null, deps.knowledge) };
}

/** What lies open at an officer: cards without personal data, because a chat shows them again for years. */
export async function myCards(deps: DialogDeps, turn: Turn): Promise<readonly Reply[]> {
  const { knowledge, cases } = deps;
  const { actor } = turn;
  if (actor.kind === 'parent') return refusalReplies({ kind: 'not-allowed' }, null, knowledge);
  const open = await cases.openEscalations(actor);
  if ('kind' in open) return refusalReplies(open, null, knowledge);
  if (open.length === 0) return [say([knowledge.text('aanspreekpunt.niets')])];
  const cards = open.slice(0, MOST_CARDS).map(({ escalation, cardRef }): Reply => {
    const card = escalationBaseCard(escalation, cardRef, wordsOf(knowledge));
    return { kind: 'card', card, summary: knowledge.text('escalatie.nieuw.samenvatting'), replaces: null };
  });
  if (open.length <= MOST_CARDS) return cards;
  const values = { aantal: String(open.length), getoond: String(MOST_CARDS) };
  return [say([knowledge.text('aanspreekpunt.aantal', values)]), ...cards];
}
