/** A form that was sent after a colleague, the parent or a date was first: who did what when, and everything that was typed. */
import {
  type DeskForm,
  dutchDate,
  stepBefore,
  stepInWords,
  TYPED_BACK,
  typedBackCard,
  typedValues,
  typedWords,
  wordsOf,
} from '../../cards/index.ts';
import { type CardView, type Escalation, isFiler, type Refusal } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { plainName } from '../status.ts';
import { type AtDesk, formReply, refused, replyOf, shown, viewOf, whyNot } from './shown.ts';
import type { Reply } from '../types.ts';

type Typed = Readonly<Record<string, string>>;

const firstByOthers: readonly Refusal['kind'][] = [
  'already-decided',
  'already-withdrawn',
  'already-closed',
  'not-open',
  'not-decided',
  'cannot-close',
  'not-begun',
];

export const isFirstByOthers = ({ kind }: Refusal): boolean => firstByOthers.includes(kind);

/** These are for after a decision, which may have been taken back. */
const afterDecision: readonly string[] = ['order', 'close', 'reopen'];

/** Why this form, about which there is nothing to do any more, can not be sent. */
export function whyLate({ name }: DeskForm, { escalation }: CardView, typed: Typed): Refusal {
  const { state, closing } = escalation;
  const notOpen = { kind: 'not-open' } as const;
  if (state.kind === 'withdrawn') return { kind: 'already-withdrawn', at: state.at, escalation };
  if (stepBefore(notOpen, escalation, typed) !== undefined) return notOpen;
  if (closing !== null) return { kind: 'already-closed', closing, escalation };
  if (state.kind !== 'decided') return afterDecision.includes(name) ? { kind: 'not-decided' } : notOpen;
  return { kind: 'already-decided', decision: state.decision, escalation };
}

export interface Late {
  readonly form: DeskForm;
  readonly data: unknown;
  readonly refusal: Refusal;
}

/** What was typed comes back with nothing to send it; a form without words of anybody gives way to the card as it is now. */
export async function tooLate(at: AtDesk, view: CardView, { form, data, refusal }: Late): Promise<readonly Reply[]> {
  const { knowledge } = at.deps;
  const { escalation } = view;
  if (isFiler(escalation, at.actor.id)) return refused(at, { kind: 'own-escalation' });
  const typed = typedValues(data);
  const filled = { ...(await viewOf(at, view)), attempt: { typed, errors: {} } };
  const first = whoWasFirst(at, refusal, { escalation, typed });
  const lost = typedWords(form, filled, wordsOf(knowledge));
  if (lost.length > 0 && !areInDecision(lost, refusal)) {
    const note = [...first, knowledge.text(form.isOver(filled) ? form.overKey : TYPED_BACK)].join(' ');
    return [await formReply(form, at, { view, attempt: filled.attempt, note, tooLate: true })];
  }
  if (refusal.kind !== 'not-open') return refused(at, refusal);
  return shown(at, view, [...first, whyNot(at, refusal)].join(' '));
}

/** The same press twice, or two colleagues with the same words: they stand in the decision itself. */
function areInDecision(texts: readonly string[], refusal: Refusal): boolean {
  if (refusal.kind !== 'already-decided') return false;
  const { decision, escalation } = refusal;
  const { rule, alternative, to } = decision.grounds ?? { rule: null, alternative: null, to: null };
  const kept = [
    decision.reason,
    rule,
    alternative,
    to,
    ...escalation.orders.flatMap((one) => [one.to, one.what, one.basis]),
  ];
  return texts.every((text) => kept.includes(text));
}

/** Of a card that works no more nothing may be looked up: what was typed on it is all there is to show. */
export async function refusedTyped(at: AtDesk, refusal: Refusal, data: unknown): Promise<readonly Reply[]> {
  const { knowledge } = at.deps;
  if (refusal.kind !== 'card-void') return refused(at, refusal);
  const card = typedBackCard(data, knowledge.text('weiger.card-void'), wordsOf(knowledge));
  return card === undefined ? refused(at, refusal) : [replyOf(at, card, 'bureau.formulier')];
}

interface Came {
  readonly escalation: Escalation;
  readonly typed: Typed;
}

function whoWasFirst(at: AtDesk, refusal: Refusal, { escalation, typed }: Came): readonly string[] {
  const { knowledge } = at.deps;
  const step = stepBefore(refusal, escalation, typed);
  const told = step === undefined ? [] : [stepInWords(step, wordsOf(knowledge))];
  switch (refusal.kind) {
    case 'already-decided':
      return [doneBy(refusal.kind, refusal.decision, knowledge)];
    case 'already-closed':
      return [doneBy(refusal.kind, refusal.closing, knowledge)];
    case 'cannot-close':
      return [whyNot(at, refusal), ...told];
    case 'not-begun':
      return [whyNot(at, refusal)];
    case 'already-withdrawn':
      return told.length > 0 ? told : [knowledge.text('weiger.already-withdrawn', { datum: dutchDate(refusal.at) })];
    default:
      return told;
  }
}

interface Done {
  readonly by: { readonly name: string };
  readonly at: string;
}

const doneBy = (kind: 'already-decided' | 'already-closed', { by, at }: Done, knowledge: Knowledge): string =>
  knowledge.text(`weiger.${kind}`, { naam: plainName(by.name), datum: dutchDate(at) });
