/** Who has it on the desk, and what is still missing before it can be decided. */
import type { Escalation, FamilyCase, MoreAsked, Named } from '../../model.ts';
import {
  invalid,
  longestLine,
  longestText,
  longestWords,
  problemOfComing,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import { giveCard, isOpen } from '../hand-over.ts';
import type { Refusal } from '../refusal.ts';
import type { OfficerAction } from './actions.ts';
import type { EscalationContext } from './context.ts';
import { withOwner } from './due.ts';
import { isFiler } from './filings.ts';
import { byName, type Draft } from './step.ts';
import { keptWords, tidy, tidyOrNull } from './words.ts';

/** What an action starts from: what is stored, and who acts. */
export interface At {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly by: Named;
  readonly context: EscalationContext;
}

export type Action<Kind extends OfficerAction['kind']> = Extract<OfficerAction, { kind: Kind }>;

/** `undefined`: it is so already, nothing changes. */
export type Drafted = Draft | Refusal | undefined;

const takenBy = ({ escalation, by, context }: At): Escalation => ({
  ...withOwner(escalation, by.id),
  state: isOpen(escalation)
    ? { kind: 'taken', by: { id: by.id, name: by.name }, at: context.now.toISOString() }
    : escalation.state,
});

/** Taking what somebody else took changes nothing: the card says who has it, and anyone asked may still decide. */
export const take = (at: At, { reason }: Action<'take'>): Drafted => {
  if (at.escalation.state.kind === 'taken') return undefined;
  const problem = invalid({ reason: (reason?.length ?? 0) > longestText ? 'too-long' : undefined });
  if (problem !== undefined) return problem;
  const { familyCase, escalation, by } = at;
  const why = tidyOrNull(reason);
  const step = { kind: 'taken', by: byName(by), reason: why, day: escalation.due, tell: ['filer'] } as const;
  return { familyCase, escalation: takenBy(at), steps: [step] };
};

/** Whoever has a card that works keeps it: a new one beside it would be the same question twice. */
const hasCard = ({ familyCase, escalation, by }: At): boolean =>
  familyCase.cards.some(
    ({ escalationId, addressee, state }) => escalationId === escalation.id && addressee === by.id && state === 'live',
  );

export const takeOver = (at: At, { reason }: Action<'take-over'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  if (escalation.owner === by.id && escalation.state.kind !== 'filed') return undefined;
  const problem = invalid({ reason: problemOfReason(reason) });
  if (problem !== undefined) return problem;
  return {
    familyCase: hasCard(at) ? familyCase : giveCard(familyCase, escalation.id, by.id, context),
    escalation: takenBy(at),
    steps: [{ kind: 'taken-over', by: byName(by), reason: tidy(reason), tell: ['filer', 'before'] }],
  };
};

export const handOverTo = (at: At, { to, reason }: Action<'hand-over'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const known = context.officers.some(({ id }) => id === to) && !isFiler(escalation, to);
  const problem = invalid({ to: known ? undefined : 'unknown', reason: problemOfReason(reason) });
  if (problem !== undefined) return problem;
  if (to === escalation.owner) return undefined;
  const open = isOpen(escalation);
  return {
    familyCase: giveCard(familyCase, escalation.id, to, context),
    escalation: { ...withOwner(escalation, to), state: open ? { kind: 'filed' } : escalation.state },
    steps: [{ kind: 'handed-over', by: byName(by), reason: tidy(reason), tell: ['filer', 'before'] }],
  };
};

const problemOfAsked = ({ of }: Action<'ask-more'>, { workers }: FamilyCase) => {
  if (of.kind === 'outside') return problemOfText(of.name, longestLine);
  return of.kind === 'worker' && !workers.includes(of.id) ? 'unknown' : undefined;
};

/** An answer that comes after the day that was promised to the parent can not be waited for. */
const problemOfAskedBy = (due: string, escalation: Escalation, now: Date) =>
  problemOfComing(due, now) ?? (due > escalation.due ? 'too-far-ahead' : undefined);

/** The promise to the parent stays as it is: waiting for others is no reason to answer later. */
export const askMore = (at: At, action: Action<'ask-more'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const problem = invalid({
    question: problemOfText(action.question, longestText),
    of: problemOfAsked(action, familyCase),
    due: problemOfAskedBy(action.due, escalation, context.now),
  });
  if (problem !== undefined) return problem;
  const { of, due } = action;
  const asked: MoreAsked = {
    id: context.newId(),
    question: tidy(action.question),
    of: of.kind === 'outside' ? { kind: 'outside', name: tidy(of.name) } : of,
    by: { id: by.id, name: by.name },
    at: context.now.toISOString(),
    due,
    answer: null,
    missedOn: null,
  };
  const worker = of.kind === 'worker' ? [{ id: of.id }] : [];
  return {
    familyCase,
    escalation: { ...escalation, questions: [...escalation.questions, asked] },
    steps: [
      {
        kind: 'more-asked',
        by: byName(by),
        reason: asked.question,
        day: due,
        about: asked.id,
        tell: ['filer', ...worker],
      },
    ],
  };
};

export const moreReceived = (at: At, { questionId, words }: Action<'more-received'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const asked = escalation.questions.find(({ id }) => id === questionId);
  if (asked?.answer !== null) return { kind: 'not-open' };
  const problem = invalid({ words: problemOfText(words, longestWords) });
  if (problem !== undefined) return problem;
  const answer = { words: keptWords(words, context), by: byName(by) };
  const questions = escalation.questions.map((one) => (one.id === questionId ? { ...one, answer } : one));
  return {
    familyCase,
    escalation: { ...escalation, questions },
    steps: [{ kind: 'more-given', by: byName(by), about: questionId, tell: ['filer', 'owner'] }],
  };
};

export const summarise = (at: At, { text }: Action<'summarise'>): Drafted => {
  const { familyCase, escalation, by, context } = at;
  const problem = invalid({ text: problemOfText(text, longestText) });
  if (problem !== undefined) return problem;
  const reading = { by: byName(by), at: context.now.toISOString(), answer: null };
  return {
    familyCase,
    escalation: { ...escalation, summary: tidy(text), reading },
    // The earlier summary stays readable in the step that replaced it.
    steps: [{ kind: 'summarised', by: byName(by), reason: escalation.summary, tell: ['filer'] }],
  };
};
