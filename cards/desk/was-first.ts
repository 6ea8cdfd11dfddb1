/** Somebody else was first: which step of theirs it was, for who comes too late with a form. */
import { type Escalation, type EscalationStep, isGiven, type Refusal } from '../../cases/index.ts';
import { choiceRef } from '../choice-ref.ts';
import { dutchDate } from '../dutch-date.ts';
import type { Words } from '../elements.ts';
import { authorName } from './names.ts';

type Typed = Readonly<Record<string, string>>;

/** What stands for who has it, sent along with a form about who has it. */
export const ownerRef = ({ owner }: Escalation): string => choiceRef(owner);
/** What stands for the explanation as it was shown, sent along with a form that replaces it. */
export const summaryRef = ({ summary }: Escalation): string => choiceRef(summary ?? '');

export const hasMoved = (escalation: Escalation, { owner }: Typed): boolean =>
  owner !== undefined && owner !== ownerRef(escalation);
export const isRewritten = (escalation: Escalation, { explained }: Typed): boolean =>
  explained !== undefined && explained !== summaryRef(escalation);

const stepAbout = ({ steps }: Escalation, ids: readonly (string | undefined)[]): EscalationStep | undefined =>
  steps.findLast(({ about }) => about !== null && ids.includes(about));

/** What was chosen in the form, or the order that it would give a second time. */
function chosenIn(escalation: Escalation, typed: Typed): readonly string[] {
  const { proposals, questions, orders, callBacks, complaints } = escalation;
  const given = { to: typed.orderTo ?? '', what: typed.orderWhat ?? '', due: typed.orderDue ?? '' };
  const chosen = Object.values(typed);
  return [
    ...[...proposals, ...questions, ...orders, ...callBacks, ...complaints].filter(({ id }) =>
      chosen.includes(choiceRef(id)),
    ),
    ...orders.filter((one) => isGiven({ orders: [one] }, given)),
  ].map(({ id }) => id);
}

/** The step with which who has it now got it. */
const gaveOwner = ({ steps, owner }: Escalation): EscalationStep | undefined =>
  steps.findLast((step, at) => step.owner === owner && steps[at - 1]?.owner !== owner);

/** `undefined`: no step tells of it. */
export function stepBefore(refusal: Refusal, escalation: Escalation, typed: Typed): EscalationStep | undefined {
  const last = (kind: EscalationStep['kind']) => escalation.steps.findLast((step) => step.kind === kind);
  switch (refusal.kind) {
    case 'already-withdrawn':
      return last('withdrawn');
    case 'not-decided':
      return last('reopened');
    case 'cannot-close':
      return stepAbout(escalation, refusal.ids);
    case 'not-open':
      if (hasMoved(escalation, typed)) return gaveOwner(escalation);
      if (isRewritten(escalation, typed)) return last('summarised');
      return stepAbout(escalation, chosenIn(escalation, typed));
    default:
      return undefined;
  }
}

/** Who did what when. */
export const stepInWords = ({ at, by, kind }: EscalationStep, words: Words): string =>
  words('bureau.was-eerder', {
    datum: dutchDate(at),
    stap: words(`bureau.stap.${kind}`),
    wie: authorName(by, words),
  });
