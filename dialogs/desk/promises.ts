/** "beloftes": what was promised, ordered or recommended and is not done, for an officer. Every look is recorded. */
import {
  partOfPromises,
  type PromiseAction,
  type PromiseRow,
  promisesCard,
  promisesInOrder,
  promisesSubmitSchema,
  wordsOf,
} from '../../cards/index.ts';
import type { CardView, Escalation, PromiseOfFamily, StaffActor, Tracked } from '../../cases/index.ts';
import { handOut } from '../handed-out.ts';
import { refusalReplies } from '../refusals.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Submit } from '../submits/submit.ts';
import type { DialogDeps, DialogState, Outcome, Turn } from '../types.ts';
import { unreadable } from './forms.ts';

export async function sayPromises(deps: DialogDeps, state: DialogState, { actor }: Turn): Promise<Outcome> {
  if (actor.kind === 'parent') return { state, replies: refusalReplies({ kind: 'not-allowed' }, null, deps.knowledge) };
  return showPromises({ deps, state, actor, asked: 1, place: null });
}

/** Another part of the list, in the place of the one that was pressed. */
export async function turnPromises(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = promisesSubmitSchema.safeParse(data);
  if (!parsed.success) return unreadable(submit);
  const { cardRef, part } = parsed.data;
  return showPromises({ deps, state, actor, asked: Number(part), place: cardRef });
}

interface Asked {
  readonly deps: DialogDeps;
  readonly state: DialogState;
  readonly actor: StaffActor;
  readonly asked: number;
  /** The card that this one takes the place of. */
  readonly place: string | null;
}

async function showPromises({ deps, state, actor, asked, place }: Asked): Promise<Outcome> {
  const { knowledge, cases, desk } = deps;
  const promises = await cases.openPromises(actor, await desk.caseIds(), () => deps.pause());
  if ('kind' in promises) return { state, replies: refusalReplies(promises, place, knowledge) };
  const near = await cases.running(actor);
  if ('kind' in near) return { state, replies: refusalReplies(near, place, knowledge) };
  const idle = { ...state, offered: [] };
  if (promises.length === 0) return { state: idle, replies: [say([knowledge.text('afspraken.geen')])] };
  const { rows, part, parts } = partOfPromises(
    promisesInOrder(promises, ({ promise }) => promise),
    asked,
  );
  const shown = rows.map((row) => rowOf(row, { near, newRef: (caseId) => handOut(deps, caseId) }));
  const count = (...states: readonly Tracked['state'][]) =>
    promises.filter(({ promise }) => states.includes(promise.state)).length;
  const counts = { open: promises.length, late: count('late'), undated: count('undated') };
  const card = promisesCard({ rows: shown, part, parts, counts, cardRef: place ?? deps.newId() }, wordsOf(knowledge));
  return {
    state: withDrafts(idle, shown.flatMap(draftOf)),
    replies: [{ kind: 'card', card, summary: knowledge.text('afspraken.samenvatting'), replaces: place }],
  };
}

interface Beside {
  /** What lies with who asks: only of these families is the name shown, and can something be done. */
  readonly near: readonly CardView[];
  readonly newRef: (caseId: string) => string;
}

function rowOf({ caseId, promise }: PromiseOfFamily, { near, newRef }: Beside): PromiseRow {
  const views = near.filter(({ familyCase }) => familyCase.id === caseId);
  const [view] = views;
  const ofEscalation = views.find(({ escalation }) => isOfEscalation(escalation, promise));
  return {
    promise,
    caseId,
    family: view === undefined ? null : { label: view.label },
    actions: writtenDown(promise) && view !== undefined ? forms(promise, newRef(caseId)) : opens(ofEscalation),
  };
}

/** Not the work of an escalation, which has its own forms: what somebody wrote down about the family. */
export const writtenDown = ({ kind }: Tracked): boolean =>
  kind === 'promise' || kind === 'commitment' || kind === 'recommendation';

const forms = ({ due }: Tracked, cardRef: string): readonly PromiseAction[] => [
  ...(due === null ? [{ verb: 'new-promise-date' as const, cardRef }] : []),
  { verb: 'new-promise-step', cardRef },
];

const opens = (view: CardView | undefined): readonly PromiseAction[] =>
  view === undefined ? [] : [{ verb: 'open', cardRef: view.cardRef }];

/** Part of the work of this escalation. */
export function isOfEscalation(
  { id, orders, callBacks, proposals, complaints }: Escalation,
  promise: Tracked,
): boolean {
  const parts = [...orders, ...callBacks, ...proposals, ...complaints];
  return promise.id === id || parts.some((one) => one.id === promise.id);
}

/** The forms behind these buttons ask again whether this officer may write about this family. */
const draftOf = ({ actions, caseId, promise }: PromiseRow): DialogState['drafts'] => {
  const form = actions.find(({ verb }) => verb !== 'open');
  return form === undefined ? [] : [[form.cardRef, { caseId, promiseId: promise.id }]];
};
