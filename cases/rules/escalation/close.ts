/** The end of an escalation: never without the lesson, never while something has a right to an answer, never untold. */
import type { Closing, Day, Escalation, FamilyCase, Lesson, ToldParent } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfOptional,
  problemOfOptionalPromise,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import { knownNames, wordsInCase } from '../public/known-names.ts';
import { recognisableIn } from '../public/recognisable.ts';
import type { ClosingObstacle, Refusal } from '../refusal.ts';
import { localDay } from '../werkdagen.ts';
import type { LessonInput } from './actions.ts';
import { isStillToCall } from './calls.ts';
import type { Action, At, Drafted } from './desk.ts';
import { filingsOf } from './filings.ts';
import { openAgain } from './open-again.ts';
import { startDayOf } from './start.ts';
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
    ['call-back-open', callBacks.filter((one) => isStillToCall(escalation, one))],
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

/** What everybody can read must not say who it is about, as far as the system knows who that is. */
const notForEverybody = (at: At, { published }: Action<'close'>): Refusal | undefined => {
  if (!published) return undefined;
  const { escalation, context } = at;
  const known = {
    names: knownNames(at),
    ownWords: wordsInCase(escalation),
    followCodeHashes: filingsOf(escalation).map(({ followCodeHash }) => followCodeHash),
    sha256: (text: string) => context.sha256(text),
  };
  const texts = { publishedAsked: published.asked, publishedDid: published.did };
  const fields = Object.entries(texts).flatMap(([field, text]) => {
    const words = recognisableIn(text, known);
    return words.length === 0 ? [] : [{ field, problem: 'recognisable', words }];
  });
  return fields.length === 0 ? undefined : { kind: 'invalid', fields };
};

/** Whether it may be closed at all; the cards ask this before they show the form. */
export const cannotClose = (escalation: Escalation, today: Day): Refusal | undefined => {
  const { closing, state } = escalation;
  if (closing !== null) return { kind: 'already-closed', closing, escalation };
  if (state.kind !== 'decided') return { kind: 'not-decided' };
  const [obstacle] = obstaclesOf(escalation);
  if (obstacle !== undefined) return { kind: 'cannot-close', ...obstacle };
  const from = startDayOf(escalation);
  return from !== null && from > today ? { kind: 'not-begun', from } : undefined;
};

export const close = (at: At, action: Action<'close'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const refusal =
    cannotClose(escalation, localDay(context.now)) ??
    invalid(problemsOf(action, context.now)) ??
    notForEverybody(at, action);
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
