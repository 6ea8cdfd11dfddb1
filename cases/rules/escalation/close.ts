/** The end of an escalation: never without the lesson, never while something has a right to an answer, never untold. */
import type { Closing, Escalation, FamilyCase, Lesson, ToldParent } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfOptional,
  problemOfOptionalPromise,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import type { ClosingObstacle, Refusal } from '../refusal.ts';
import type { LessonInput } from './actions.ts';
import type { Action, At, Drafted } from './desk.ts';
import { openAgain } from './open-again.ts';
import { byName } from './step.ts';
import { tidy, tidyOrNull } from './words.ts';

export const problemsOfLesson = ({ cameAcross, why, changes, by, due }: LessonInput, now: Date) => ({
  cameAcross: problemOfReason(cameAcross),
  why: problemOfReason(why),
  changes: problemOfReason(changes),
  lessonBy: problemOfOptional(by ?? null),
  lessonDue: problemOfOptionalPromise(due ?? null, now),
});

export const lessonOf = ({ cameAcross, why, changes, by, due }: LessonInput): Lesson => ({
  cameAcross: tidy(cameAcross),
  why: tidy(why),
  changes: tidy(changes),
  by: tidyOrNull(by),
  due: due ?? null,
});

/** What still has a right to an answer. */
export const obstaclesOf = (escalation: Escalation) => {
  const { proposals, orders, callBacks, complaints } = escalation;
  const open: readonly (readonly [ClosingObstacle, readonly { readonly id: string }[]])[] = [
    ['proposal-unanswered', proposals.filter(({ answer }) => answer === null)],
    ['order-open', orders.filter(({ done }) => done === null)],
    ['call-back-open', callBacks.filter(({ done }) => done === null)],
    ['complaint-open', complaints.filter(({ answered }) => answered === null)],
  ];
  return open.flatMap(([because, of]) => (of.length === 0 ? [] : [{ because, ids: of.map(({ id }) => id) }]));
};

const toldOf = (
  { workers }: FamilyCase,
  { filedBy, replyTo }: Escalation,
  told: Action<'close'>['told'],
): ToldParent | undefined => {
  if (told !== undefined && told !== null) return { kind: 'in-person', how: tidy(told.how), on: told.on };
  if (filedBy.kind === 'parent') return { kind: replyTo === null ? 'follow-code' : 'address' };
  const ids = filedBy.id === null ? workers : [filedBy.id];
  return ids.length === 0 ? undefined : { kind: 'through-worker', ids };
};

const problemsOf = ({ lesson, published, told }: Action<'close'>, now: Date) => ({
  ...problemsOfLesson(lesson, now),
  publishedAsked: published ? problemOfText(published.asked, longestText) : undefined,
  publishedDid: published ? problemOfText(published.did, longestText) : undefined,
  toldHow: told ? problemOfText(told.how, longestText) : undefined,
  toldOn: told ? problemOfPast(told.on, now) : undefined,
});

/** Whether it may be closed at all; the cards ask this before they show the form. */
export const cannotClose = (escalation: Escalation): Refusal | undefined => {
  const { closing, state } = escalation;
  if (closing !== null) return { kind: 'already-closed', closing, escalation };
  if (state.kind !== 'decided') return { kind: 'not-decided' };
  const [obstacle] = obstaclesOf(escalation);
  return obstacle && { kind: 'cannot-close', ...obstacle };
};

export const close = (at: At, action: Action<'close'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const refusal = cannotClose(escalation) ?? invalid(problemsOf(action, context.now));
  if (refusal !== undefined) return refusal;
  const told = toldOf(familyCase, escalation, action.told);
  if (told === undefined) return invalid({ toldHow: 'missing' });
  const { published } = action;
  const closing: Closing = {
    at: context.now.toISOString(),
    by: { id: by.id, name: by.name },
    lesson: lessonOf(action.lesson),
    published: published ? { asked: tidy(published.asked), did: tidy(published.did) } : null,
    told,
  };
  return {
    familyCase,
    escalation: { ...escalation, closing },
    steps: [{ kind: 'closed', by: byName(by), reason: closing.lesson.changes, tell: ['filer'] }],
  };
};

export const reopen = (at: At, { reason }: Action<'reopen'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  if (escalation.state.kind !== 'decided') return { kind: 'not-decided' };
  const problem = invalid({ reason: problemOfReason(reason) });
  if (problem !== undefined) return problem;
  return openAgain(familyCase, escalation, { by: byName(by), reason: tidy(reason), told: true }, context);
};
