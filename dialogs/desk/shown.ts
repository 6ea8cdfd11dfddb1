/** How an escalation is shown to the desk: open, decided or withdrawn; and why a press changed nothing. */
import {
  type Attempt,
  decidedDeskCard,
  type DeskForm,
  deskFormCard,
  type DeskFrame,
  type DeskView,
  dutchDate,
  dutchDay,
  escalationCard,
  wordsOf,
} from '../../cards/index.ts';
import { type CardView, type Escalation, localDay, type Refusal, type StaffActor } from '../../cases/index.ts';
import { finalCard, refusalReplies } from '../refusals.ts';
import { plainName } from '../status.ts';
import type { DialogDeps, Reply } from '../types.ts';

/** Who asks, and with which card. */
export interface AtDesk {
  readonly deps: DialogDeps;
  readonly actor: StaffActor;
  readonly cardRef: string;
}

async function frameOf({ deps, actor, cardRef }: AtDesk, escalation: Escalation): Promise<DeskFrame> {
  const { filedBy } = escalation;
  const colleague = filedBy.kind === 'parent' || filedBy.id === actor.id ? null : filedBy.id;
  return {
    cardRef,
    escalation,
    viewer: actor.id,
    today: localDay(deps.now()),
    officers: await deps.desk.officers(),
    chat: colleague === null ? null : await deps.desk.chatWith(colleague),
  };
}

export const viewOf = async (at: AtDesk, view: CardView): Promise<DeskView> => ({
  ...view,
  ...(await frameOf(at, view.escalation)),
});

type CardReply = Extract<Reply, { kind: 'card' }>;

export function replyOf(at: AtDesk, card: CardReply['card'], summary: string): CardReply {
  return { kind: 'card', card, summary: at.deps.knowledge.text(summary), replaces: at.cardRef };
}

export interface ShownForm {
  readonly view: CardView;
  readonly attempt: Attempt;
  /** Which showing of the form it is; absent: a new one. */
  readonly nonce?: string | undefined;
  readonly note?: string | undefined;
  /** Somebody was first: it can be read, and not be sent. */
  readonly tooLate?: boolean;
}

export async function formReply(form: DeskForm, at: AtDesk, shownForm: ShownForm): Promise<CardReply> {
  const { view, attempt, nonce = at.deps.newId(), note, tooLate } = shownForm;
  const filled = { ...(await viewOf(at, view)), attempt };
  const card = deskFormCard({ form, view: filled, nonce, note, tooLate }, wordsOf(at.deps.knowledge));
  return replyOf(at, card, 'bureau.formulier');
}

/** Taking over voids the card that was pressed and gives a new one: the buttons must carry the one that works now. */
function workingCard({ actor, cardRef }: AtDesk, { escalation, familyCase }: CardView): string {
  const own = familyCase.cards.filter(
    ({ escalationId, addressee, state }) =>
      escalationId === escalation.id && addressee === actor.id && state === 'live',
  );
  return own.some((card) => card.cardRef === cardRef) ? cardRef : (own.at(-1)?.cardRef ?? cardRef);
}

/** The card in its present state, with what the press did above it. */
export async function shown(at: AtDesk, view: CardView, note?: string): Promise<readonly Reply[]> {
  const reply = await standing({ ...at, cardRef: workingCard(at, view) }, view, note);
  return [{ ...reply, replaces: at.cardRef }];
}

async function standing(at: AtDesk, view: CardView, note?: string): Promise<CardReply> {
  const { knowledge } = at.deps;
  switch (view.escalation.state.kind) {
    case 'withdrawn':
      return finalCard(view.escalation, at.cardRef, knowledge, { note });
    case 'decided':
      return decidedReply(at, view.escalation, note);
    default: {
      const card = escalationCard(await viewOf(at, view), wordsOf(knowledge), note);
      return replyOf(at, card, 'escalatie.samenvatting');
    }
  }
}

async function decidedReply(at: AtDesk, escalation: Escalation, note?: string): Promise<CardReply> {
  const card = decidedDeskCard(await frameOf(at, escalation), wordsOf(at.deps.knowledge), note);
  return replyOf(at, card, 'besloten.samenvatting');
}

/** Who came late sees who decided and when, on the card as it is now. */
export async function refused(at: AtDesk, refusal: Refusal): Promise<readonly Reply[]> {
  const { knowledge, cases } = at.deps;
  switch (refusal.kind) {
    case 'already-decided': {
      const { by, at: when } = refusal.decision;
      const values = { naam: plainName(by.name), datum: dutchDate(when) };
      return [await decidedReply(at, refusal.escalation, knowledge.text('weiger.already-decided', values))];
    }
    case 'already-closed': {
      const { by, at: when } = refusal.closing;
      const values = { naam: plainName(by.name), datum: dutchDate(when) };
      return [await decidedReply(at, refusal.escalation, knowledge.text('weiger.already-closed', values))];
    }
    case 'not-open':
    case 'not-decided':
    case 'not-begun':
    case 'cannot-close': {
      // The card was older than what it stands for: it is shown as it is now, with the sentence on it.
      const now = await cases.openCard(at.actor, at.cardRef);
      if (now.kind !== 'card') return refusalReplies(now, at.cardRef, knowledge);
      return shown(at, now, whyNot(at, refusal));
    }
    default:
      return refusalReplies(refusal, at.cardRef, knowledge);
  }
}

export function whyNot({ deps }: AtDesk, refusal: Refusal): string {
  const { knowledge } = deps;
  switch (refusal.kind) {
    case 'cannot-close':
      return knowledge.text(`weiger.cannot-close.${refusal.because}`);
    case 'not-begun':
      return knowledge.text('weiger.not-begun', { datum: dutchDay(refusal.from) });
    default:
      return knowledge.text(`weiger.${refusal.kind}`);
  }
}
