/** The family that a card or a sentence is about. It is read anew every time: who lost the task sees nothing. */
import { type Attempt, firstAttempt, type FormContext, workSubmitSchema } from '../../cards/index.ts';
import { type FamilyCase, localDay, type StaffActor, type TeamMember } from '../../cases/index.ts';
import { draftOf, handOut } from '../handed-out.ts';
import { refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Submit } from '../submits/submit.ts';
import type { DialogDeps, DialogState, Outcome, Reply } from '../types.ts';

export interface OpenFamily {
  readonly caseId: string;
  readonly label: string;
  readonly familyCase: FamilyCase;
  readonly team: readonly TeamMember[];
}

/** What a card is made of: who asks, about whom, and in which conversation. */
export interface About {
  readonly deps: DialogDeps;
  readonly state: DialogState;
  readonly actor: StaffActor;
  readonly family: OpenFamily;
  /** Which of its promises, when it was pressed at one. */
  readonly promiseId?: string | undefined;
  /** What was said with the command that opened it. */
  readonly said?: string | undefined;
}

type Found =
  | { readonly kind: 'found'; readonly family: OpenFamily }
  | { readonly kind: 'not'; readonly replies: readonly Reply[] };

/** The look is recorded by the check; where that can't be done nothing is shown. */
export async function openFamily(deps: DialogDeps, actor: StaffActor, caseId: string): Promise<Found> {
  const checked = await deps.cases.check(actor, caseId);
  if (checked.kind !== 'checked') return { kind: 'not', replies: refusalReplies(checked, null, deps.knowledge) };
  const { label, familyCase, team } = checked;
  return { kind: 'found', family: { caseId, label, familyCase, team } };
}

/** A press on a card about a family: `then` gets the family, or the person hears why not. */
export async function onFamily(
  submit: Submit,
  then: (about: About, cardRef: string) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = workSubmitSchema.safeParse(data);
  const cardRef = parsed.success ? parsed.data.cardRef : undefined;
  const draft = cardRef === undefined ? undefined : await draftOf(submit, cardRef);
  const caseId = draft?.caseId;
  if (cardRef === undefined || typeof caseId !== 'string')
    return { state, replies: [say([deps.knowledge.text('weiger.verlopen')])] };
  const found = await openFamily(deps, actor, caseId);
  if (found.kind === 'not') return { state, replies: found.replies };
  return then({ deps, state, actor, family: found.family, promiseId: draft?.promiseId }, cardRef);
}

type MakeCard = (cardRef: string) => Extract<Reply, { kind: 'card' }>['card'];

/** A card with a reference of its own, or in the place of the card with this reference. */
export function shown(
  about: About,
  make: MakeCard,
  place: string | null = null,
  summary = 'werk.samenvatting',
): Outcome {
  const { deps, family } = about;
  return put(about, { cardRef: place ?? handOut(deps, family.caseId), make, replaces: place, summary });
}

/** In the place of a card that was open too long, under a reference of its own: a command that was never carried out. */
export function shownAnew(about: About, make: MakeCard, place: string): Outcome {
  const cardRef = handOut(about.deps, about.family.caseId);
  return put(about, { cardRef, make, replaces: place, summary: 'werk.samenvatting' });
}

interface Put {
  readonly cardRef: string;
  readonly make: MakeCard;
  readonly replaces: string | null;
  readonly summary: string;
}

function put({ deps, state, family }: About, { cardRef, make, replaces, summary }: Put): Outcome {
  const card: Reply = { kind: 'card', card: make(cardRef), summary: deps.knowledge.text(summary), replaces };
  const next = withDrafts(state, [[cardRef, { caseId: family.caseId }]]);
  return { state: { ...next, offered: [] }, replies: [card] };
}

export function today(deps: DialogDeps) {
  return localDay(deps.now());
}

/** What a look at a family that is already read needs of the moment and the municipality. */
export function looking({ deps }: Pick<About, 'deps'>) {
  return { now: deps.now(), settings: { planOutdatedAfterDays: deps.knowledge.settings.plannen.verouderdNaDagen } };
}

export function contextOf({ deps, family }: About, attempt: Attempt = firstAttempt): FormContext {
  const { plannen, regie } = deps.knowledge.settings;
  return {
    familyCase: family.familyCase,
    team: family.team,
    today: today(deps),
    attempt,
    planKinds: plannen.teltAlsPlan,
    providers: regie.aanbieders,
  };
}
