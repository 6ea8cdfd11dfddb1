/** What stands on the public page, for any officer: shown in parts, and taken off with one press. */
import { partOfPromises, promisesSubmitSchema, publishedCard, wordsOf, workSubmitSchema } from '../../cards/index.ts';
import type { StaffActor } from '../../cases/index.ts';
import { draftOf, handOut } from '../handed-out.ts';
import { refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Submit } from '../submits/submit.ts';
import type { DialogDeps, DialogState, Outcome } from '../types.ts';
import { unreadable } from './forms.ts';

interface Asked {
  readonly deps: DialogDeps;
  readonly state: DialogState;
  readonly actor: StaffActor;
  readonly part?: number;
  /** The card that this one takes the place of. */
  readonly place: string | null;
  readonly note?: string;
}

export async function showPublished({ deps, state, actor, part: asked = 1, place, note }: Asked): Promise<Outcome> {
  const { knowledge, cases, desk } = deps;
  const found = await cases.published(actor, await desk.caseIds(), () => deps.pause());
  if ('kind' in found) return { state, replies: refusalReplies(found, place, knowledge) };
  const { rows, part, parts } = partOfPromises(found, asked);
  const shown = rows.map((published) => ({ published, ref: handOut(deps, published.caseId) }));
  const card = publishedCard({ rows: shown, part, parts, cardRef: place ?? deps.newId(), note }, wordsOf(knowledge));
  return {
    state: withDrafts(
      { ...state, offered: [] },
      shown.map(({ ref, published: { caseId, escalationId } }) => [ref, { caseId, escalationId }]),
    ),
    replies: [{ kind: 'card', card, summary: knowledge.text('bureau.gepubliceerd'), replaces: place }],
  };
}

export async function openPublished(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = promisesSubmitSchema.safeParse(data);
  if (!parsed.success) return unreadable(submit);
  const { cardRef, part } = parsed.data;
  return showPublished({ deps, state, actor, part: Number(part), place: cardRef });
}

/** From the list; the card of the escalation has the same button. */
export async function unpublish(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, turn, data } = submit;
  const { knowledge } = deps;
  const parsed = workSubmitSchema.safeParse(data);
  const draft = parsed.success ? await draftOf(submit, parsed.data.cardRef) : undefined;
  if (typeof draft?.caseId !== 'string' || draft.escalationId === undefined)
    return { state, replies: [say([knowledge.text('weiger.verlopen')])] };
  const target = { caseId: draft.caseId, escalationId: draft.escalationId };
  const done = await deps.cases.asOfficer(actor, target, { kind: 'unpublish' }, turn.commandId);
  if (done.kind !== 'card' && done.kind !== 'not-open')
    return { state, replies: refusalReplies(done, null, knowledge) };
  return showPublished({ deps, state, actor, place: null, note: knowledge.text('bureau.klaar.unpublish') });
}
