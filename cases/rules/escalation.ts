/**
 * An escalation goes filed → taken → decided, or is withdrawn before that. `decide` is pure: the same case, command and
 * context give the same result, and everything that must happen together is in the one case it returns.
 */
import type { Escalation, FamilyCase, Verdict } from '../model.ts';
import type { Refusal } from './refusal.ts';
import { auditLine, type Change, markSeen, newNotice, nextVersion, withEscalation } from './change.ts';
import { type EscalationContext, type FileCommand, fileEscalation } from './file-escalation.ts';
import { maskBsn } from './mask-bsn.ts';
import { isDay, localDay } from './werkdagen.ts';

interface Officer {
  readonly id: string;
  readonly name: string;
}

export interface TakeCommand {
  readonly kind: 'take';
  readonly commandId: string;
  readonly by: Officer;
  readonly cardRef: string;
}

export interface DecideCommand {
  readonly kind: 'decide';
  readonly commandId: string;
  readonly by: Officer;
  readonly cardRef: string;
  readonly input: { readonly verdict: Verdict; readonly reason: string; readonly effectiveOn: string };
}

export interface WithdrawCommand {
  readonly kind: 'withdraw';
  readonly commandId: string;
  /** Actor id, or `parent` for whoever holds the follow code. */
  readonly by: string;
  readonly escalationId: string;
  readonly reason: string;
}

export type EscalationCommand = FileCommand | TakeCommand | DecideCommand | WithdrawCommand;

export type EscalationOutcome =
  | { readonly kind: 'changed'; readonly familyCase: FamilyCase; readonly escalation: Escalation }
  | { readonly kind: 'unchanged'; readonly familyCase: FamilyCase; readonly escalation: Escalation }
  | Refusal;

const shortestReason = 10;
const longestReason = 4000;

const invalid = (problems: Readonly<Record<string, string | undefined>>): Refusal | undefined => {
  const fields = Object.entries(problems).flatMap(([field, problem]) =>
    problem === undefined ? [] : [{ field, problem }],
  );
  return fields.length > 0 ? { kind: 'invalid', fields } : undefined;
};

const problemOfReason = (reason: string): string | undefined => {
  const { length } = reason.trim();
  if (length < shortestReason) return 'too-short';
  return length > longestReason ? 'too-long' : undefined;
};

const problemOfDay = (day: string, now: Date): string | undefined => {
  if (!isDay(day)) return 'not-a-day';
  return day < localDay(now) ? 'in-the-past' : undefined;
};

/** What stands in the way of changing an escalation that is finished. */
const finished = (escalation: Escalation): Refusal | undefined => {
  const { state } = escalation;
  if (state.kind === 'decided') return { kind: 'already-decided', decision: state.decision, escalation };
  return state.kind === 'withdrawn' ? { kind: 'already-withdrawn', at: state.at, escalation } : undefined;
};

interface Step {
  readonly command: { readonly kind: string; readonly commandId: string; readonly cardRef?: string };
  readonly escalation: Escalation;
  readonly actor: string;
  readonly event: 'escalation-taken' | 'escalation-decided' | 'escalation-withdrawn';
  readonly tell: readonly ('filer' | 'owner')[];
}

const filerTarget = ({ filedBy, replyTo }: Escalation) => {
  if (filedBy.kind !== 'parent' && filedBy.id !== null) return { kind: 'actor', id: filedBy.id } as const;
  return replyTo === null ? undefined : ({ kind: 'address', key: replyTo } as const);
};

/** One step: the new state, the notices about it, the audit line and the command, all in the same new version. */
const changed = (before: FamilyCase, step: Step, context: EscalationContext): EscalationOutcome => {
  const { command, escalation, event } = step;
  const { now } = context;
  const change: Change = { now, event, actor: step.actor, subject: escalation.id };
  const notices = step.tell.flatMap((to) => {
    const target = to === 'owner' ? ({ kind: 'actor', id: escalation.owner } as const) : filerTarget(escalation);
    if (target === undefined) return [];
    const escalationId = escalation.id;
    return [newNotice({ id: context.newId(), noticeKind: event, escalationId, to: target, cardRef: null, now })];
  });
  const seen = command.cardRef === undefined ? before : markSeen(before, command.cardRef, now);
  const processed = { commandId: command.commandId, at: now.toISOString(), result: `${command.kind}:${escalation.id}` };
  const next = {
    ...withEscalation(seen, escalation),
    notices: [...seen.notices, ...notices],
    processed: [...seen.processed, processed],
  };
  return { kind: 'changed', familyCase: nextVersion(before, next, now, [auditLine(change)]), escalation };
};

const carriedOut = (familyCase: FamilyCase, command: { kind: string; commandId: string }, escalation: Escalation) =>
  familyCase.processed.some(
    ({ commandId, result }) => commandId === command.commandId && result === `${command.kind}:${escalation.id}`,
  );

const onCard = (
  familyCase: FamilyCase,
  command: TakeCommand | DecideCommand,
  context: EscalationContext,
): EscalationOutcome => {
  const card = familyCase.cards.find(({ cardRef }) => cardRef === command.cardRef);
  const escalation = familyCase.escalations.find(({ id }) => id === card?.escalationId);
  if (card === undefined || escalation === undefined) return { kind: 'not-found' };
  if (escalation.filedBy.id === command.by.id) return { kind: 'own-escalation' };
  if (carriedOut(familyCase, command, escalation)) return { kind: 'unchanged', familyCase, escalation };
  const refusal = finished(escalation);
  if (refusal !== undefined) return refusal;
  if (card.state === 'void') return { kind: 'card-void' };
  return command.kind === 'take'
    ? take(familyCase, escalation, command, context)
    : pronounce(familyCase, escalation, command, context);
};

/** Taking what somebody else took changes nothing: the card says who has it, and anyone asked may still decide. */
const take = (familyCase: FamilyCase, escalation: Escalation, command: TakeCommand, context: EscalationContext) => {
  if (escalation.state.kind === 'taken') return { kind: 'unchanged', familyCase, escalation } as const;
  const { by } = command;
  const taken: Escalation = {
    ...escalation,
    owner: by.id,
    state: { kind: 'taken', by: { id: by.id, name: by.name }, at: context.now.toISOString() },
  };
  const step: Step = { command, escalation: taken, actor: by.id, event: 'escalation-taken', tell: ['filer'] };
  return changed(familyCase, step, context);
};

const pronounce = (
  familyCase: FamilyCase,
  escalation: Escalation,
  command: DecideCommand,
  context: EscalationContext,
): EscalationOutcome => {
  const { by, input } = command;
  const { now } = context;
  const problem = invalid({
    reason: problemOfReason(input.reason),
    effectiveOn: problemOfDay(input.effectiveOn, now),
  });
  if (problem !== undefined) return problem;
  const decision = {
    verdict: input.verdict,
    reason: maskBsn(input.reason.trim()),
    effectiveOn: input.effectiveOn,
    by: { id: by.id, name: by.name },
    at: now.toISOString(),
  };
  const decided: Escalation = { ...escalation, state: { kind: 'decided', decision } };
  const step: Step = { command, escalation: decided, actor: by.id, event: 'escalation-decided', tell: ['filer'] };
  return changed(familyCase, step, context);
};

/** A reason may stay empty: nobody has to explain why a question is taken back. */
const withdraw = (familyCase: FamilyCase, command: WithdrawCommand, context: EscalationContext): EscalationOutcome => {
  const escalation = familyCase.escalations.find(({ id }) => id === command.escalationId);
  if (escalation === undefined) return { kind: 'not-found' };
  if (carriedOut(familyCase, command, escalation)) return { kind: 'unchanged', familyCase, escalation };
  const reason = command.reason.trim();
  const refusal = finished(escalation) ?? invalid({ reason: reason.length > longestReason ? 'too-long' : undefined });
  if (refusal !== undefined) return refusal;
  const at = context.now.toISOString();
  const withdrawn: Escalation = {
    ...escalation,
    state: { kind: 'withdrawn', by: command.by, reason: maskBsn(reason), at },
  };
  return changed(
    familyCase,
    { command, escalation: withdrawn, actor: command.by, event: 'escalation-withdrawn', tell: ['filer', 'owner'] },
    context,
  );
};

export const decide = (
  familyCase: FamilyCase,
  command: EscalationCommand,
  context: EscalationContext,
): EscalationOutcome => {
  switch (command.kind) {
    case 'file':
      return fileEscalation(familyCase, command, context);
    case 'take':
    case 'decide':
      return onCard(familyCase, command, context);
    case 'withdraw':
      return withdraw(familyCase, command, context);
  }
};
