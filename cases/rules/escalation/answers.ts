/** Answers that somebody has a right to: of a proposal, of a promise to call, of a complaint; and a word added by the desk. */
import type { Complaint, Escalation, FactBeside, FamilyCase } from '../../model.ts';
import { invalid, longestWords, problemOfPast, problemOfReason, problemOfText } from '../fields.ts';
import { isStillToCall } from './calls.ts';
import { lessonOf, problemsOfLesson } from './close.ts';
import type { Action, At, Drafted } from './desk.ts';
import { factsOf } from './facts-of.ts';
import { bareRefusal, groundsOf, problemsOfGrounds } from './grounds.ts';
import { byName } from './step.ts';
import { keptWords, tidy } from './words.ts';

export const answerProposal = (at: At, action: Action<'answer-proposal'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const proposal = escalation.proposals.find(({ id }) => id === action.proposalId);
  if (proposal?.answer !== null) return { kind: 'not-open' };
  const { rule, ...grounds } = groundsOf(action);
  const problem =
    invalid({ reason: problemOfReason(action.reason), ...problemsOfGrounds(action) }) ??
    bareRefusal(action.verdict, { rule, ...grounds });
  if (problem !== undefined) return problem;
  const reason = rule === null ? tidy(action.reason) : `${tidy(action.reason)} (${rule})`;
  const answer = {
    ...grounds,
    verdict: action.verdict,
    reason,
    by: { id: by.id, name: by.name },
    at: context.now.toISOString(),
  };
  const proposals = escalation.proposals.map((one) => (one.id === proposal.id ? { ...one, answer } : one));
  return {
    familyCase,
    escalation: { ...escalation, proposals },
    steps: [{ kind: 'proposal-answered', by: byName(by), reason, about: proposal.id, tell: ['filer'] }],
  };
};

export const callBackDone = (at: At, { callBackId, on }: Action<'call-back-done'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const promise = escalation.callBacks.find((one) => one.id === callBackId && isStillToCall(escalation, one));
  if (promise === undefined) return { kind: 'not-open' };
  const problem = invalid({ on: problemOfPast(on, context.now) });
  if (problem !== undefined) return problem;
  const done = { on, by: { id: by.id, name: by.name } };
  const callBacks = escalation.callBacks.map((one) => (one.id === callBackId ? { ...one, done } : one));
  return {
    familyCase,
    escalation: { ...escalation, callBacks },
    steps: [{ kind: 'call-back-done', by: byName(by), day: on, about: callBackId, tell: ['filer'] }],
  };
};

/** What can be spoken about: the words, the summary, and every change. */
export const isThere = ({ steps, summary }: Escalation, about: string): boolean =>
  about === 'own-words' || (about === 'summary' && summary !== null) || steps.some(({ id }) => id === about);

export const commentByDesk = (at: At, { about, text }: Action<'comment'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const problem = invalid({
    about: isThere(escalation, about) ? undefined : 'unknown',
    text: problemOfText(text, longestWords),
  });
  if (problem !== undefined) return problem;
  const comment = { id: context.newId(), about, by: byName(by), words: keptWords(text, context) };
  return {
    familyCase,
    escalation: { ...escalation, comments: [...escalation.comments, comment] },
    steps: [{ kind: 'commented', by: byName(by), about: comment.id, tell: ['filer'] }],
  };
};

type StatementAnswer = Action<'answer-complaint'>['statements'][number];

/** Every statement gets its own answer, with facts of the case beside it; only "cannot say" does without a fact. */
const problemsOfAnswer = (complaint: Complaint, given: readonly StatementAnswer[], known: readonly FactBeside[]) => {
  const answerTo = (id: string) => given.find((one) => one.id === id);
  const refs = new Set(known.map(({ ref }) => ref));
  const needed = complaint.statements.map(({ id }) => answerTo(id));
  const bare = (one: StatementAnswer | undefined) =>
    one !== undefined && one.finding !== 'cannot-say' && one.facts.length === 0;
  return {
    statements: needed.includes(undefined) ? 'missing' : undefined,
    reason: needed.map((one) => (one === undefined ? undefined : problemOfReason(one.reason))).find(Boolean),
    facts: needed.some(bare)
      ? 'missing'
      : given.flatMap(({ facts }) => facts).every((ref) => refs.has(ref))
        ? undefined
        : 'unknown',
  };
};

const answeredStatements = (
  complaint: Complaint,
  given: readonly StatementAnswer[],
  familyCase: FamilyCase,
  id: string,
) => {
  const known = factsOf(familyCase, id);
  return complaint.statements.map((statement) => {
    const one = given.find((other) => other.id === statement.id);
    if (one === undefined) return statement;
    const facts = known.filter(({ ref }) => one.facts.includes(ref));
    return { ...statement, answer: { finding: one.finding, reason: tidy(one.reason), facts } };
  });
};

export const answerComplaint = (at: At, action: Action<'answer-complaint'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const complaint = escalation.complaints.find(({ id, answered }) => id === action.complaintId && answered === null);
  if (complaint === undefined) return { kind: 'not-open' };
  const problem = invalid({
    ...problemsOfAnswer(complaint, action.statements, factsOf(familyCase, escalation.id)),
    ...problemsOfLesson(action.lesson, context.now),
  });
  if (problem !== undefined) return problem;
  const answered = {
    ...complaint,
    statements: answeredStatements(complaint, action.statements, familyCase, escalation.id),
    answered: {
      at: context.now.toISOString(),
      by: { id: by.id, name: by.name },
      lesson: lessonOf(action.lesson),
    },
  };
  const complaints = escalation.complaints.map((one) => (one.id === complaint.id ? answered : one));
  return {
    familyCase,
    escalation: { ...escalation, complaints },
    steps: [
      {
        kind: 'complaint-answered',
        by: byName(by),
        reason: answered.answered.lesson.changes,
        about: complaint.id,
        tell: ['filer'],
      },
    ],
  };
};
