/** Looks at an escalation: the card itself, and the pages behind it. Every look is recorded; none changes anything. */
import {
  complaintAnswerCard,
  factsCard,
  normsCard,
  openSubmitSchema,
  overviewCard,
  ownWordsCard,
  timelineCard,
  wordsOf,
  wordsSubmitSchema,
  type AdaptiveCard,
  type DeskView,
} from '../../cards/index.ts';
import { localDay, type Refusal, type StaffActor } from '../../cases/index.ts';
import { refusalReplies } from '../refusals.ts';
import type { Submit } from '../submits/submit.ts';
import type { DialogDeps, Outcome, Reply, Turn } from '../types.ts';
import { unreadable } from './forms.ts';
import { type AtDesk, refused, replyOf, shown, viewOf } from './shown.ts';

export async function openCard(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, data } = submit;
  const parsed = openSubmitSchema.safeParse(data);
  if (!parsed.success) return unreadable(submit);
  const at: AtDesk = { deps, actor, cardRef: parsed.data.cardRef };
  const view = await deps.cases.openCard(actor, at.cardRef);
  return { state, replies: view.kind === 'card' ? await shown(at, view) : await refused(at, view) };
}

export async function takeCard(submit: Submit): Promise<Outcome> {
  const { deps, state, actor, turn, data } = submit;
  const parsed = openSubmitSchema.safeParse(data);
  if (!parsed.success) return unreadable(submit);
  const at: AtDesk = { deps, actor, cardRef: parsed.data.cardRef };
  const taken = await deps.cases.take(actor, at.cardRef, turn.commandId);
  return { state, replies: taken.kind === 'card' ? await shown(at, taken) : await refused(at, taken) };
}

type Page = (view: DeskView, submit: Submit) => AdaptiveCard | Promise<AdaptiveCard | Refusal>;

function page(make: Page) {
  return async (submit: Submit): Promise<Outcome> => {
    const { deps, state, actor, data } = submit;
    const parsed = openSubmitSchema.safeParse(data);
    if (!parsed.success) return unreadable(submit);
    const at: AtDesk = { deps, actor, cardRef: parsed.data.cardRef };
    const view = await deps.cases.openCard(actor, at.cardRef);
    if (view.kind !== 'card') return { state, replies: await refused(at, view) };
    const made = await make(await viewOf(at, view), submit);
    const replies = 'type' in made ? [replyOf(at, made, 'escalatie.samenvatting')] : await refused(at, made);
    return { state, replies };
  };
}

const words = ({ deps }: Submit) => wordsOf(deps.knowledge);

export const pages: Readonly<Record<string, (submit: Submit) => Promise<Outcome>>> = {
  words: page((view, submit) => {
    const parsed = wordsSubmitSchema.safeParse(submit.data);
    return ownWordsCard(view, parsed.success ? Number(parsed.data.part) : 1, words(submit));
  }),
  timeline: page((view, submit) => timelineCard(view, words(submit))),
  facts: page((view, submit) => factsCard(view, words(submit))),
  norms: page(async (view, submit) => {
    const { deps, actor } = submit;
    const target = { caseId: view.familyCase.id, escalationId: view.escalation.id };
    const account = await deps.cases.account(actor, target);
    return account.kind === 'account' ? normsCard(view, account.norms, words(submit)) : account;
  }),
  answers: page((view, submit) => complaintAnswerCard(view, words(submit))),
};

/** What runs at an officer: one list without personal data, because a chat shows it again for years. */
export async function myCards(deps: DialogDeps, { actor }: Pick<Turn, 'actor'>): Promise<readonly Reply[]> {
  if (actor.kind === 'parent') return refusalReplies({ kind: 'not-allowed' }, null, deps.knowledge);
  return overview(deps, actor, null);
}

export async function openOverview({ deps, state, actor, data }: Submit): Promise<Outcome> {
  const parsed = openSubmitSchema.safeParse(data);
  return { state, replies: await overview(deps, actor, parsed.success ? parsed.data.cardRef : null) };
}

async function overview(deps: DialogDeps, actor: StaffActor, place: string | null): Promise<readonly Reply[]> {
  const { knowledge, cases } = deps;
  const running = await cases.running(actor);
  if ('kind' in running) return refusalReplies(running, null, knowledge);
  const card = overviewCard(
    { rows: running, today: localDay(deps.now()), cardRef: place ?? deps.newId() },
    wordsOf(knowledge),
  );
  return [{ kind: 'card', card, summary: knowledge.text('bureau.overzicht'), replaces: place }];
}
