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
import { formFor } from '../effects/show-form.ts';
import { flowOf } from '../next-steps.ts';
import { finalCard, refusalReplies } from '../refusals.ts';
import { enterAt } from '../run-flow.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Submit } from './submit.ts';
import type { Draft, Outcome, Reply } from '../types.ts';
import { failedAttempt, wrongFields } from './form-errors.ts';

/** A row of the picker: the check goes on in its flow as if the family had been named. */
export async function checkPicked(submit: Submit): Promise<Outcome> {
  const { deps, state, turn, actor, data } = submit;
  const parsed = checkSubmitSchema.safeParse(data);
  const gezin = parsed.success ? draftOf(submit, parsed.data.cardRef)?.caseId : undefined;
  const flow = flowOf('casus-check', actor, deps.knowledge);
  if (typeof gezin !== 'string' || flow === undefined) return expired(submit);
  return enterAt({ deps, state, turn, said: '', plain: '' }, flow, 'gezin-controleren', { gezin });
}

/** From a verdict to the form about the same family. */
export async function openForm(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = formSubmitSchema.safeParse(data);
  const draft = parsed.success ? draftOf(submit, parsed.data.cardRef) : undefined;
  if (!draft) return expired(submit);
  const own = await deps.cases.ownCases(actor);
  const request = { own, cardRef: deps.newId(), caseId: draft.caseId, attempt: firstAttempt, drafts: state.drafts };
  const form = await formFor(deps, actor, request);
  if (form === undefined) return { state, replies: refusalReplies({ kind: 'not-allowed' }, null, deps.knowledge) };
  return { state: withDrafts(state, form.drafts), replies: [form.reply] };
}

/** The same form twice is one filing: its reference is the command, whatever id the second press arrives with. */
export async function fileForm(submit: Submit): Promise<Outcome> {
  const { deps, actor, turn, data } = submit;
  const ref = formSubmitSchema.safeParse(data);
  const draft = ref.success ? draftOf(submit, ref.data.cardRef) : undefined;
  if (!ref.success || draft === undefined) return expired(submit);
  const { cardRef } = ref.data;
  const parsed = fileSubmitSchema.safeParse(data);
  if (!parsed.success) return formAgain(submit, cardRef, draft, wrongFields(parsed.error));
  const { ownWords, summary, family, complex, stuck, harm } = parsed.data;
  const caseId = draft.caseId ?? (family === undefined ? null : (draftOf(submit, family)?.caseId ?? null));
  if (caseId === null) return formAgain(submit, cardRef, draft, ['family']);
  const filing = {
    ownWords,
    summary: summary.trim() === '' ? null : summary,
    answers: { complex, stuck, harm },
    caseId,
    replyTo: turn.conversation,
  };
  const filed = await deps.cases.file(actor, filing, `file:${cardRef}`);
  if (filed.kind === 'invalid')
    return formAgain(
      submit,
      cardRef,
      draft,
      filed.fields.map(({ field }) => field),
    );
  if (filed.kind !== 'filed') return { state: submit.state, replies: refusalReplies(filed, cardRef, deps.knowledge) };
  const followCode = filed.followCode ?? draft.followCode ?? null;
  return told(submit, cardRef, { caseId, filed: { ...filed, followCode }, ownWords });
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
  const level = knowledge.crisisLevel(ownWords);
  return {
    state: withDrafts(state, [[cardRef, { caseId, escalationId: escalation.id, followCode: followCode ?? undefined }]]),
    replies: [
      ...(level === 'acuut' || level === 'crisis' ? [dangerNow(knowledge)] : []),
      say([knowledge.text('ingediend.tekst', values)]),
      card,
    ],
  };
}

/** The same form with the errors; when the task for this family ended meanwhile, that is said instead. */
async function formAgain(submit: Submit, cardRef: string, draft: Draft, wrong: readonly string[]): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const own = await deps.cases.ownCases(actor);
  const attempt = failedAttempt(data, wrong, deps.knowledge);
  const { caseId } = draft;
  const form = await formFor(deps, actor, { own, cardRef, caseId, attempt, drafts: state.drafts, again: true });
  if (form === undefined) return { state, replies: refusalReplies({ kind: 'not-allowed' }, null, deps.knowledge) };
  return { state: withDrafts(state, form.drafts), replies: [form.reply] };
}

export async function withdrawFiled(submit: Submit): Promise<Outcome> {
  const { deps, state, turn, actor, data } = submit;
  const { knowledge } = deps;
  const parsed = withdrawSubmitSchema.safeParse(data);
  const draft = parsed.success ? draftOf(submit, parsed.data.cardRef) : undefined;
  if (!parsed.success || typeof draft?.caseId !== 'string' || draft.escalationId === undefined) return expired(submit);
  const { cardRef, reason } = parsed.data;
  const target = { caseId: draft.caseId, escalationId: draft.escalationId };
  const done = await deps.cases.withdraw(actor, target, reason, turn.commandId);
  if (done.kind !== 'followed') return { state, replies: refusalReplies(done, cardRef, knowledge) };
  const { number: nummer } = done.escalation;
  return {
    state,
    replies: [say([knowledge.text('intrekken.klaar', { nummer })]), finalCard(done.escalation, cardRef, knowledge)],
  };
}

function draftOf({ state }: Submit, cardRef: string): Draft | undefined {
  return state.drafts.find(([ref]) => ref === cardRef)?.[1];
}

function expired({ deps, state }: Submit): Outcome {
  return { state, replies: [say([deps.knowledge.text('weiger.verlopen')])] };
}
