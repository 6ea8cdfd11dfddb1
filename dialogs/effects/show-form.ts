import { type Attempt, type FamilyRow, filingFormCard, firstAttempt, wordsOf } from '../../cards/index.ts';
import type { Cases, OnePlanFinding, StaffActor } from '../../cases/index.ts';
import { familiesIn } from '../family-in-text.ts';
import type { DialogDeps, DialogState, Reply } from '../types.ts';
import type { EffectContext, EffectResult } from './effect.ts';

/** One card for a whole filing, about the family in the text when one is named. */
export async function showForm({ deps, turn, said, answers }: EffectContext): Promise<EffectResult> {
  const { actor } = turn;
  if (actor.kind !== 'worker') return { outcome: 'niet-bevoegd', replies: [] };
  const own = await deps.cases.ownCases(actor);
  if (own.length === 0) return { outcome: 'geen-gezinnen', replies: [] };
  const named = own.filter(({ caseId }) => caseId === answers.gezin);
  const [found, ...others] = named.length > 0 ? named : familiesIn(said, own, deps.knowledge);
  const only = found === undefined && own.length === 1 ? own[0] : found;
  const caseId = only !== undefined && others.length === 0 ? only.caseId : null;
  const form = await formFor(deps, actor, { own, cardRef: deps.newId(), caseId, attempt: firstAttempt, drafts: [] });
  return form === undefined
    ? { outcome: 'niet-bevoegd', replies: [] }
    : { outcome: 'getoond', replies: [form.reply], drafts: form.drafts };
}

export interface FormRequest {
  readonly own: Awaited<ReturnType<Cases['ownCases']>>;
  readonly cardRef: string;
  readonly caseId: string | null;
  readonly attempt: Attempt;
  /** References handed out before; a family keeps the one it has, so that a choice made earlier stays valid. */
  readonly drafts: DialogState['drafts'];
  /** Set when this form takes the place of an earlier one. */
  readonly again?: boolean;
}

export interface Form {
  readonly reply: Reply;
  readonly drafts: DialogState['drafts'];
}

/** The form with what we know filled in; `undefined` when the worker has no task for this family (any more). */
export async function formFor(deps: DialogDeps, actor: StaffActor, request: FormRequest): Promise<Form | undefined> {
  const { own, cardRef, caseId, attempt, again = false } = request;
  const found = own.find((one) => one.caseId === caseId);
  if (caseId !== null && found === undefined) return undefined;
  const families: readonly (FamilyRow & { caseId: string })[] =
    found === undefined ? own.map((one) => ({ ...one, cardRef: refOf(one.caseId, request, deps) })) : [];
  const finding = found === undefined || again ? null : await findingOf(deps, actor, found.caseId);
  const about = found === undefined ? { families } : { label: found.label };
  const text = wordsOf(deps.knowledge);
  const card = filingFormCard({ cardRef, about, finding, attempt }, text);
  return {
    reply: { kind: 'card', card, summary: text('formulier.samenvatting'), replaces: again ? cardRef : null },
    drafts: [...families.map((row) => [row.cardRef, { caseId: row.caseId }] as const), [cardRef, { caseId }]],
  };
}

function refOf(caseId: string, { drafts, cardRef }: FormRequest, deps: DialogDeps): string {
  const known = drafts.find(
    ([ref, draft]) => ref !== cardRef && draft.caseId === caseId && draft.escalationId === undefined,
  );
  return known?.[0] ?? deps.newId();
}

/** Filling in beforehand is a service: when the check is refused the form simply comes empty. */
async function findingOf(deps: DialogDeps, actor: StaffActor, caseId: string): Promise<OnePlanFinding | null> {
  const checked = await deps.cases.check(actor, caseId);
  return checked.kind === 'checked' ? checked.finding : null;
}
