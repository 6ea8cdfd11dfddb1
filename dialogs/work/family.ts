/** The family that a card or a sentence is about. It is read anew every time: who lost the task sees nothing. */
import { type Attempt, firstAttempt, type FormContext, workSubmitSchema } from '../../cards/index.ts';
import { type FamilyCase, localDay, type StaffActor } from '../../cases/index.ts';
import { refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Submit } from '../submits/submit.ts';
import type { DialogDeps, DialogState, Outcome, Reply } from '../types.ts';

export interface OpenFamily {
  readonly caseId: string;
  readonly label: string;
  readonly familyCase: FamilyCase;
}

/** What a card is made of: who asks, about whom, and in which conversation. */
export interface About {
  readonly deps: DialogDeps;
  readonly state: DialogState;
  readonly actor: StaffActor;
  readonly family: OpenFamily;
}

type Found =
  | { readonly kind: 'found'; readonly family: OpenFamily }
  | { readonly kind: 'not'; readonly replies: readonly Reply[] };

/** The look is recorded by the check; where that can't be done nothing is shown. */
export async function openFamily(deps: DialogDeps, actor: StaffActor, caseId: string): Promise<Found> {
  const checked = await deps.cases.check(actor, caseId);
  if (checked.kind !== 'checked') return { kind: 'not', replies: refusalReplies(checked, null, deps.knowledge) };
  const { label, familyCase } = checked;
  return { kind: 'found', family: { caseId, label, familyCase } };
}

/** A press on a card about a family: `then` gets the family, or the person hears why not. */
export async function onFamily(
  submit: Submit,
  then: (about: About, cardRef: string) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = workSubmitSchema.safeParse(data);
  const cardRef = parsed.success ? parsed.data.cardRef : undefined;
  const caseId = state.drafts.find(([ref]) => ref === cardRef)?.[1].caseId;
  if (cardRef === undefined || typeof caseId !== 'string')
    return { state, replies: [say([deps.knowledge.text('weiger.verlopen')])] };
  const found = await openFamily(deps, actor, caseId);
  if (found.kind === 'not') return { state, replies: found.replies };
  return then({ deps, state, actor, family: found.family }, cardRef);
}

/** A card with a reference of its own, or in the place of the card with this reference. */
export function shown(
  { deps, state, family }: About,
  make: (cardRef: string) => Extract<Reply, { kind: 'card' }>['card'],
  place: string | null = null,
  summary = 'werk.samenvatting',
): Outcome {
  const cardRef = place ?? deps.newId();
  const card: Reply = { kind: 'card', card: make(cardRef), summary: deps.knowledge.text(summary), replaces: place };
  const next = withDrafts(state, [[cardRef, { caseId: family.caseId }]]);
  return { state: { ...next, offered: [] }, replies: [card] };
}

export function today(deps: DialogDeps) {
  return localDay(deps.now());
}

export function contextOf({ deps, family }: About, attempt: Attempt = firstAttempt): FormContext {
  const { plannen, regie } = deps.knowledge.settings;
  return {
    familyCase: family.familyCase,
    today: today(deps),
    attempt,
    planKinds: plannen.teltAlsPlan,
    providers: regie.aanbieders,
  };
}
