import {
  checkSubmitSchema,
  dutchDay,
  filedCard,
  fileSubmitSchema,
  firstAttempt,
  formSubmitSchema,
  withdrawSubmitSchema,
  wordsOf,
} from '../../cards/index.ts';
import type { Filed } from '../../cases/index.ts';
import { dangerNow } from '../crisis.ts';
import { dangerIn, isDangerous } from '../danger-in-words.ts';
import { formFor } from '../effects/show-form.ts';
import { draftOf, handOut, wasOpenLong } from '../handed-out.ts';
import { flowOf } from '../next-steps.ts';
import { finalCard, refusalReplies } from '../refusals.ts';
import { spoken } from '../plain-words.ts';
import { enterAt } from '../run-flow.ts';
import { say } from '../say.ts';
import { draftsOf, withDrafts } from '../state.ts';
import type { Submit } from './submit.ts';
import type { Draft, Outcome, Reply } from '../types.ts';
import { failedAttempt, wrongFields } from './form-errors.ts';

/** A row of the picker: the check goes on in its flow as if the family had been named. */
export async function checkPicked(submit: Submit): Promise<Outcome> {
  const { deps, state, turn, actor, data } = submit;
  const parsed = checkSubmitSchema.safeParse(data);
  const gezin = parsed.success ? (await draftOf(submit, parsed.data.cardRef))?.caseId : undefined;
  const flow = flowOf('casus-check', actor, deps.knowledge);
  if (typeof gezin !== 'string' || flow === undefined) return expired(submit);
  return enterAt({ deps, state, turn, ...spoken('') }, flow, 'gezin-controleren', { gezin });
}

/** From a verdict to the form about the same family. */
export async function openForm(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = formSubmitSchema.safeParse(data);
  const draft = parsed.success ? await draftOf(submit, parsed.data.cardRef) : undefined;
  if (!draft) return expired(submit);
  const own = await deps.cases.ownCases(actor);
  const request = {
    own,
    cardRef: handOut(deps, draft.caseId),
    caseId: draft.caseId,
    attempt: firstAttempt,
    drafts: draftsOf(state),
  };
  const form = await formFor(deps, actor, request);
  if ('kind' in form) return { state, replies: refusalReplies(form, null, deps.knowledge) };
  return { state: withDrafts(state, form.drafts), replies: [form.reply] };
}

/** The same form twice is one filing: its reference is the command, whatever id the second press arrives with. */
export async function fileForm(submit: Submit): Promise<Outcome> {
  const { deps, actor, turn, data } = submit;
  const ref = formSubmitSchema.safeParse(data);
  const draft = ref.success ? await draftOf(submit, ref.data.cardRef) : undefined;
  if (!ref.success || draft === undefined) return expired(submit);
  const { cardRef } = ref.data;
  const parsed = fileSubmitSchema.safeParse(data);
  if (!parsed.success) return formAgain(submit, { cardRef, draft, wrong: wrongFields(parsed.error) });
  const { ownWords, summary, family, complex, stuck, harm } = parsed.data;
  const chosen = draft.caseId ?? (family === undefined ? null : ((await draftOf(submit, family))?.caseId ?? null));
  // One form is one filing: sent again for another family, it says what it was filed about.
  const before = draft.caseId === null ? await deps.cases.filedBefore(actor, `file:${cardRef}`) : null;
  const caseId = before ?? chosen;
  if (caseId === null) return formAgain(submit, { cardRef, draft, wrong: ['family'] });
  if (wasOpenLong(cardRef, deps.now()) && (await filedDraftOf(submit, cardRef))?.escalationId === undefined)
    return formAgain(submit, { cardRef, draft, wrong: [], anew: true });
  const danger = dangerIn(ownWords, deps.knowledge);
  const filing = {
    ownWords,
    summary: summary.trim() === '' ? null : summary,
    answers: { complex, stuck, harm },
    ...(danger.length === 0 ? {} : { danger }),
    caseId,
    replyTo: turn.conversation,
  };
  const filed = await deps.cases.file(actor, filing, `file:${cardRef}`);
  if (filed.kind === 'invalid')
    return formAgain(submit, { cardRef, draft, wrong: filed.fields.map(({ field }) => field) });
  if (filed.kind !== 'filed') return { state: submit.state, replies: refusalReplies(filed, cardRef, deps.knowledge) };
  const followCode = filed.followCode ?? draft.followCode ?? null;
  const outcome = told(submit, cardRef, { caseId, filed: { ...filed, followCode }, ownWords });
  if (before === null || before === chosen) return outcome;
  return { ...outcome, replies: [say([deps.knowledge.text('ingediend.ander-gezin')]), ...outcome.replies] };
}

function told(
  { deps, state }: Submit,
  cardRef: string,
  { caseId, filed, ownWords }: { caseId: string; filed: Filed; ownWords: string },
): Outcome {
  const { knowledge } = deps;
  const { escalation, followCode } = filed;
  const open = escalation.state.kind === 'filed' || escalation.state.kind === 'taken';
  const card: Reply = open
    ? {
        kind: 'card',
        card: filedCard({ cardRef, escalation, followCode }, wordsOf(knowledge)),
        summary: knowledge.text('ingediend.samenvatting'),
        replaces: cardRef,
      }
    : finalCard(escalation, cardRef, knowledge);
  const values = { nummer: escalation.number, datum: dutchDay(escalation.due) };
  return {
    state: withDrafts(state, [[cardRef, { caseId, escalationId: escalation.id, followCode: followCode ?? undefined }]]),
    replies: [
      ...(isDangerous(ownWords, knowledge) ? [dangerNow(knowledge)] : []),
      say([knowledge.text('ingediend.tekst', values)]),
      card,
    ],
  };
}

interface Again {
  readonly cardRef: string;
  readonly draft: Draft;
  readonly wrong: readonly string[];
  /** Under a reference of its own, because it was open too long. */
  readonly anew?: boolean;
}

/** The same form with the errors; when the task for this family ended meanwhile, that is said instead. */
async function formAgain(submit: Submit, { cardRef: place, draft, wrong, anew = false }: Again): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const own = await deps.cases.ownCases(actor);
  const attempt = failedAttempt(data, wrong, deps.knowledge);
  const { caseId } = draft;
  const cardRef = anew ? handOut(deps, caseId) : place;
  const note = anew ? deps.knowledge.text('werk.stond-open') : undefined;
  const form = await formFor(deps, actor, { own, cardRef, caseId, attempt, drafts: draftsOf(state), place, note });
  if ('kind' in form) return { state, replies: refusalReplies(form, null, deps.knowledge) };
  return { state: withDrafts(state, form.drafts), replies: [form.reply] };
}

export async function withdrawFiled(submit: Submit): Promise<Outcome> {
  const { deps, state, turn, actor, data } = submit;
  const { knowledge } = deps;
  const parsed = withdrawSubmitSchema.safeParse(data);
  const draft = parsed.success ? await filedDraftOf(submit, parsed.data.cardRef) : undefined;
  if (!parsed.success || typeof draft?.caseId !== 'string' || draft.escalationId === undefined) return expired(submit);
  const { cardRef, reason } = parsed.data;
  const target = { caseId: draft.caseId, escalationId: draft.escalationId };
  const done = await deps.cases.withdraw(actor, target, reason, turn.commandId);
  if (done.kind !== 'followed') return { state, replies: refusalReplies(done, cardRef, knowledge, reason) };
  const { number: nummer } = done.escalation;
  return {
    state,
    replies: [say([knowledge.text('intrekken.klaar', { nummer })]), finalCard(done.escalation, cardRef, knowledge)],
  };
}

/** What was filed with this card; when the conversation forgot it, the family still knows the command. */
async function filedDraftOf(submit: Submit, cardRef: string): Promise<Draft | undefined> {
  const { deps, actor } = submit;
  const draft = await draftOf(submit, cardRef);
  if (draft === undefined || draft.caseId === null || draft.escalationId !== undefined) return draft;
  const checked = await deps.cases.check(actor, draft.caseId);
  if (checked.kind !== 'checked') return draft;
  const filed = checked.familyCase.processed.find(({ commandId }) => commandId === `file:${cardRef}`)?.result;
  return filed?.startsWith('file:') === true ? { ...draft, escalationId: filed.slice('file:'.length) } : draft;
}

function expired({ deps, state }: Submit): Outcome {
  return { state, replies: [say([deps.knowledge.text('weiger.verlopen')])] };
}
