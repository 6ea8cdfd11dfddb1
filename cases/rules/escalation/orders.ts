/** A decision as an order to an organisation, and what came of it. */
import type { Day, Escalation, Order } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfComing,
  problemOfOptional,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import { addDays, addWerkdagen, localDay } from '../werkdagen.ts';
import type { OrderInput } from './actions.ts';
import { termsOf } from './context.ts';
import type { Action, At, Drafted } from './desk.ts';
import { byName } from './step.ts';
import { tidy, tidyOrNull } from './words.ts';

export const problemsOfOrder = (order: OrderInput, now: Date) => ({
  orderTo: problemOfText(order.to),
  orderWhat: problemOfText(order.what, longestText),
  orderBasis: problemOfText(order.basis, longestText),
  orderDue: problemOfComing(order.due, now),
});

/** The same organisation was told to do the same by the same day, and did not do it yet. */
export const isGiven = (
  { orders }: Pick<Escalation, 'orders'>,
  { to, what, due }: Omit<OrderInput, 'basis'>,
): boolean =>
  orders.some((one) => one.done === null && one.due === due && one.to === tidy(to) && one.what === tidy(what));

export const newOrder = (input: OrderInput, { by, context, escalation }: At): Order => ({
  id: context.newId(),
  to: tidy(input.to),
  what: tidy(input.what),
  basis: tidy(input.basis),
  by: { id: by.id, name: by.name },
  at: context.now.toISOString(),
  due: input.due,
  nextDue: input.due,
  owner: escalation.owner,
  blocker: null,
  missed: [],
  done: null,
});

const later = (one: Day | null, other: Day): Day => (one === null || one < other ? other : one);

/** The days that follow from an order: when it is closed, and when the parent is asked whether it helped. */
export const daysAfter = (from: Day, { context: { settings } }: At) => {
  const { lessonWithinWerkdagen, helpedAfterDays } = termsOf(settings);
  return {
    lessonBy: addWerkdagen(from, lessonWithinWerkdagen, settings.holidays),
    askOn: addDays(from, helpedAfterDays),
  };
};

export const order = (at: At, action: Action<'order'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const { state, closing } = escalation;
  if (state.kind !== 'decided') return { kind: 'not-decided' };
  if (closing !== null) return { kind: 'already-closed', closing, escalation };
  const problem = invalid(problemsOfOrder(action.order, context.now));
  if (problem !== undefined) return problem;
  if (isGiven(escalation, action.order)) return { kind: 'not-open' };
  const given = newOrder(action.order, at);
  const { lessonBy, askOn } = daysAfter(given.due, at);
  const helped =
    escalation.helped?.askedAt === null || escalation.helped === null
      ? { askOn: later(escalation.helped?.askOn ?? null, askOn), askedAt: null, answer: null }
      : escalation.helped;
  return {
    familyCase,
    escalation: {
      ...escalation,
      orders: [...escalation.orders, given],
      lessonBy: later(escalation.lessonBy, lessonBy),
      helped,
    },
    steps: [{ kind: 'ordered', by: byName(by), reason: given.what, day: given.due, about: given.id, tell: ['filer'] }],
  };
};

const changed = (at: At, next: Order): readonly Order[] =>
  at.escalation.orders.map((one) => (one.id === next.id ? next : one));

const openOrder = ({ escalation }: At, orderId: string) =>
  escalation.orders.find(({ id, done }) => id === orderId && done === null);

export const orderCarriedOut = (at: At, { orderId, on, note }: Action<'order-carried-out'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const given = openOrder(at, orderId);
  if (given === undefined) return { kind: 'not-open' };
  const problem = invalid({
    on: problemOfPast(on, context.now) ?? (on < localDay(new Date(given.at)) ? 'in-the-past' : undefined),
    note: problemOfOptional(note ?? null, longestText),
  });
  if (problem !== undefined) return problem;
  const done = { on, by: { id: by.id, name: by.name }, note: tidyOrNull(note) };
  return {
    familyCase,
    escalation: { ...escalation, orders: changed(at, { ...given, done }) },
    steps: [{ kind: 'order-carried-out', by: byName(by), reason: done.note, day: on, about: orderId, tell: ['filer'] }],
  };
};

/** Why it is not carried out. The day stays, and what is missed goes one level up all the same. */
export const orderBlocked = (at: At, { orderId, blocker, reason }: Action<'order-blocked'>): Drafted => {
  const { familyCase, escalation, by } = at;
  const given = openOrder(at, orderId);
  if (given === undefined) return { kind: 'not-open' };
  const problem = invalid({ reason: problemOfReason(reason) });
  if (problem !== undefined) return problem;
  return {
    familyCase,
    escalation: { ...escalation, orders: changed(at, { ...given, blocker }) },
    steps: [{ kind: 'order-blocked', by: byName(by), reason: tidy(reason), about: orderId, tell: ['filer'] }],
  };
};
