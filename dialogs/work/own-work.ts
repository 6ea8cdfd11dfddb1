/** What waits for a worker, and the register of parties to refer to: cards that are not about one family. */
import { openWorkSubmitSchema, providersCard, workCard, wordsOf } from '../../cards/index.ts';
import type { FamilyWork, StaffActor } from '../../cases/index.ts';
import { handOut } from '../handed-out.ts';
import { refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Submit } from '../submits/submit.ts';
import type { DialogDeps, DialogState, Outcome } from '../types.ts';

const LAST = '9999-12-31';

export async function showWork(
  deps: DialogDeps,
  state: DialogState,
  actor: StaffActor,
  place: string | null = null,
): Promise<Outcome> {
  const { knowledge, cases } = deps;
  const work = await cases.ownWork(actor);
  if ('kind' in work) return { state, replies: refusalReplies(work, place, knowledge) };
  if (work.length === 0)
    return { state: { ...state, offered: [] }, replies: [say([knowledge.text('mijn-werk.niets')])] };
  const rows = [...work].sort(byFirstDue).map((family) => ({ ...family, cardRef: handOut(deps, family.caseId) }));
  const card = workCard(rows, wordsOf(knowledge));
  return {
    state: withDrafts(
      { ...state, offered: [] },
      rows.map(({ cardRef, caseId }) => [cardRef, { caseId }]),
    ),
    replies: [{ kind: 'card', card, summary: knowledge.text('mijn-werk.samenvatting'), replaces: place }],
  };
}

/** The card shows a number of families: what is due first may not fall off. */
function byFirstDue({ items: [one] }: FamilyWork, { items: [other] }: FamilyWork): number {
  return (one?.due ?? LAST).localeCompare(other?.due ?? LAST);
}

/** The button of the card that is pushed once a day. Its reference opens nothing: the list is that of who presses. */
export function openWork({ deps, state, actor, data }: Submit): Promise<Outcome> | Outcome {
  const parsed = openWorkSubmitSchema.safeParse(data);
  if (!parsed.success) return { state, replies: [say([deps.knowledge.text('weiger.verlopen')])] };
  return showWork(deps, state, actor, parsed.data.cardRef);
}

export function showProviders(deps: DialogDeps, state: DialogState): Outcome {
  const { knowledge } = deps;
  const card = providersCard(knowledge.settings.regie.aanbieders, wordsOf(knowledge));
  return {
    state: { ...state, offered: [] },
    replies: [{ kind: 'card', card, summary: knowledge.text('aanbieder.samenvatting'), replaces: null }],
  };
}
