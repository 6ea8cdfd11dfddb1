import { type Attempt, type FamilyRow, filingFormCard, firstAttempt, wordsOf } from '../../cards/index.ts';
import type { Cases, OnePlanFinding, Refusal, StaffActor } from '../../cases/index.ts';
import { familiesIn } from '../family-in-text.ts';
import { handOut } from '../handed-out.ts';
import type { DialogDeps, DialogState, Reply } from '../types.ts';
import { type EffectContext, type EffectResult, notShown } from './effect.ts';

/** One card for a whole filing, about the family in the text when one is named. */
export async function showForm(context: EffectContext): Promise<EffectResult> {
  const { deps, turn, answers } = context;
  const { actor } = turn;
  if (actor.kind !== 'worker') return { outcome: 'niet-bevoegd', replies: [] };
  const own = await deps.cases.ownCases(actor);
  if (own.length === 0) return { outcome: 'geen-gezinnen', replies: [] };
  const named = own.filter(({ caseId }) => caseId === answers.gezin);
  const [found, ...others] = named.length > 0 ? named : familiesIn(context, own, deps.knowledge);
  const only = found === undefined && own.length === 1 ? own[0] : found;
  const caseId = only !== undefined && others.length === 0 ? only.caseId : null;
  const form = await formFor(deps, actor, {
    own,
    cardRef: handOut(deps, caseId),
    caseId,
    attempt: firstAttempt,
    drafts: [],
  });
  return 'kind' in form
    ? { outcome: notShown(form), replies: [] }
    : { outcome: 'getoond', replies: [form.reply], drafts: form.drafts };
}

export interface FormRequest {
  readonly own: Awaited<ReturnType<Cases['ownCases']>>;
  readonly cardRef: string;
  readonly caseId: string | null;
  readonly attempt: Attempt;
  /** References handed out before; a family keeps the one it has, so that a choice made earlier stays valid. */
  readonly drafts: DialogState['drafts'];
  /** The card whose place this form takes: the same one with its faults, or one that was open too long. */
  readonly place?: string;
  /** What is said above it. */
  readonly note?: string | undefined;
}

export interface Form {
  readonly reply: Reply;
  readonly drafts: DialogState['drafts'];
}

/** The form with what we know filled in; refused when the worker has no task for this family (any more). Its names are a look. */
export async function formFor(deps: DialogDeps, actor: StaffActor, request: FormRequest): Promise<Form | Refusal> {
  const { own, cardRef, caseId, attempt, place = null, note } = request;
  const found = own.find((one) => one.caseId === caseId);
  if (caseId !== null && found === undefined) return { kind: 'not-allowed' };
  const shown = await deps.cases.showOwnCases(actor);
  if ('kind' in shown) return shown;
  const families: readonly (FamilyRow & { caseId: string })[] =
    found === undefined ? own.map((one) => ({ ...one, cardRef: refOf(one.caseId, request, deps) })) : [];
  const finding = found === undefined || place !== null ? null : await findingOf(deps, actor, found.caseId);
  const about = found === undefined ? { families } : { label: found.label };
  const text = wordsOf(deps.knowledge);
  const card = filingFormCard({ cardRef, about, finding, attempt, note }, text);
  return {
    reply: { kind: 'card', card, summary: text('formulier.samenvatting'), replaces: place },
    drafts: [...families.map((row) => [row.cardRef, { caseId: row.caseId }] as const), [cardRef, { caseId }]],
  };
}

function refOf(caseId: string, { drafts, cardRef }: FormRequest, deps: DialogDeps): string {
  const known = drafts.find(
    ([ref, draft]) => ref !== cardRef && draft.caseId === caseId && draft.escalationId === undefined,
  );
  return known?.[0] ?? handOut(deps, caseId);
}

/** Filling in beforehand is a service: when the check is refused the form simply comes empty. */
async function findingOf(deps: DialogDeps, actor: StaffActor, caseId: string): Promise<OnePlanFinding | null> {
  const checked = await deps.cases.check(actor, caseId);
  return checked.kind === 'checked' ? checked.finding : null;
}
