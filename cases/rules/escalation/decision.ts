/** The decision: once, with a reason and a day, on its grounds, with the order and the regisseur that come with it. */
import type { Decision } from '../../model.ts';
import { invalid, problemOfComing, problemOfReason, problemOfText, yearsAfter } from '../fields.ts';
import type { Refusal } from '../refusal.ts';
import { addDays, addWerkdagen, localDay } from '../werkdagen.ts';
import type { DecisionInput } from './actions.ts';
import { termsOf } from './context.ts';
import type { At, Drafted } from './desk.ts';
import { bareRefusal, groundsOf, problemsOfGrounds } from './grounds.ts';
import { newOrder, problemsOfOrder } from './orders.ts';
import { assigned } from './regisseur.ts';
import { byName, type NewStep } from './step.ts';
import { tidy, tidyOrNull } from './words.ts';

/** "Wij kijken opnieuw op …" is worth something within a year only. */
const lookAgainWithinYears = 1;

const problemOfLookAgain = ({ verdict, effectiveOn }: Partial<DecisionInput>, now: Date) =>
  verdict === 'refused' && (effectiveOn ?? '') > yearsAfter(localDay(now), lookAgainWithinYears)
    ? 'too-far-ahead'
    : undefined;

/** What is wrong with the words and the days of a decision, before anything is decided. */
export const problemOfDecision = (input: Omit<DecisionInput, 'verdict'> & Partial<DecisionInput>, now: Date) => {
  const { reason, effectiveOn, order, to } = input;
  const elsewhere = input.verdict === 'elsewhere';
  return invalid({
    reason: problemOfReason(reason),
    effectiveOn: problemOfComing(effectiveOn, now) ?? problemOfLookAgain(input, now),
    to: elsewhere ? problemOfText(to ?? '') : undefined,
    ...problemsOfGrounds(input),
    ...(order === undefined || order === null ? {} : problemsOfOrder(order, now)),
  });
};

const stored = (input: DecisionInput, { by, context }: At, regisseurId: string | null): Decision => {
  const grounds = { ...groundsOf(input), to: tidyOrNull(input.to), regisseurId };
  const said = Object.values(grounds).some((one) => one !== null && one !== false);
  return {
    verdict: input.verdict,
    reason: tidy(input.reason),
    effectiveOn: input.effectiveOn,
    by: { id: by.id, name: by.name },
    at: context.now.toISOString(),
    ...(said ? { grounds } : {}),
  };
};

/** A yes, an order or a referral has a day of its own; the lesson and the question "helped or sent on?" come after the last. */
const daysOf = (input: DecisionInput, { context: { now, settings } }: At) => {
  const { lessonWithinWerkdagen, helpedAfterDays } = termsOf(settings);
  const today = localDay(now);
  const begins = input.verdict === 'refused' ? today : input.effectiveOn;
  const ordered = input.order?.due ?? begins;
  const last = ordered > begins ? ordered : begins;
  const toCome = input.verdict === 'elsewhere' || last > today || (input.order ?? null) !== null;
  return {
    lessonBy: addWerkdagen(last, lessonWithinWerkdagen, settings.holidays),
    lookAgainOn: input.verdict === 'refused' && input.effectiveOn > today ? input.effectiveOn : null,
    helped: toCome ? { askOn: addDays(last, helpedAfterDays), askedAt: null, answer: null } : null,
  };
};

const problemOf = (input: DecisionInput, now: Date): Refusal | undefined =>
  problemOfDecision(input, now) ?? bareRefusal(input.verdict, groundsOf(input));

export const pronounce = (at: At, input: DecisionInput): Drafted => {
  const problem = problemOf(input, at.context.now);
  if (problem !== undefined) return problem;
  const { by } = at;
  const { regisseur = null, replaces = false } = input;
  const named = regisseur === null ? null : assigned(at, regisseur, replaces);
  if (named !== null && named.kind !== 'assigned') return named;
  const { familyCase, escalation } = named ?? at;
  const decision = stored(input, at, named?.regisseurId ?? null);
  const order = input.order === undefined || input.order === null ? null : newOrder(input.order, at);
  const author = byName(by);
  const steps: readonly NewStep[] = [
    { kind: 'decided', by: author, reason: decision.reason, day: decision.effectiveOn, tell: ['filer'] },
    // These are told with the decision itself.
    ...(order === null
      ? []
      : [{ kind: 'ordered' as const, by: author, reason: order.what, day: order.due, about: order.id, tell: [] }]),
    ...(named === null
      ? []
      : [
          {
            kind: 'regisseur-assigned' as const,
            by: author,
            reason: regisseur?.name.trim() ?? null,
            day: escalation.planBy,
            about: named.regisseurId,
            tell: [],
          },
        ]),
  ];
  return {
    familyCase,
    escalation: {
      ...escalation,
      ...daysOf(input, at),
      orders: order === null ? escalation.orders : [...escalation.orders, order],
      state: { kind: 'decided', decision },
    },
    steps,
  };
};
