/**
 * An escalation goes filed → taken → decided → closed, or is withdrawn before the decision; it can be opened again. `decide`
 * is pure: the same case, command and context give the same result, and everything that must happen together is in the one
 * case it returns.
 */
import type { Author, Escalation, FamilyCase, Named } from '../model.ts';
import type { FilerAction, OfficerAction } from './escalation/actions.ts';
import type { EscalationContext } from './escalation/context.ts';
import type { Drafted } from './escalation/desk.ts';
import { react } from './escalation/filer.ts';
import { spokenIn } from './escalation/filing-followed.ts';
import { asSeenBy, filingOf, isFiler, withoutFiling } from './escalation/filings.ts';
import { asOfficer } from './escalation/officer.ts';
import { type Draft, written } from './escalation/step.ts';
import { tidy } from './escalation/words.ts';
import { markSeen, nextVersion } from './change.ts';
import { invalid, longestText } from './fields.ts';
import { type FileCommand, fileEscalation } from './file-escalation.ts';
import type { Refusal } from './refusal.ts';
import { growStuck } from './stuck/grow.ts';

export interface TakeCommand {
  readonly kind: 'take';
  readonly commandId: string;
  readonly by: Named;
  readonly cardRef: string;
}

export interface DecideCommand {
  readonly kind: 'decide';
  readonly commandId: string;
  readonly by: Named;
  readonly cardRef: string;
  readonly input: Omit<Extract<OfficerAction, { kind: 'decide' }>, 'kind'>;
}

/** Anything an officer does: from a card, or from a list (`escalationId`). */
export interface OfficerCommand {
  readonly kind: 'officer';
  readonly commandId: string;
  readonly by: Named;
  readonly target: { readonly cardRef: string } | { readonly escalationId: string };
  readonly action: OfficerAction;
}

export interface ReactCommand {
  readonly kind: 'react';
  readonly commandId: string;
  readonly by: Author;
  /** Where the answer to this command is heard: the address key of a parent, or the id of a colleague. */
  readonly answeredAt?: string;
  readonly escalationId: string;
  readonly action: FilerAction;
}

export interface WithdrawCommand {
  readonly kind: 'withdraw';
  readonly commandId: string;
  /** Actor id, or `parent` for whoever holds the follow code. */
  readonly by: string;
  /** The same, with the name, where it is known. */
  readonly author?: Author;
  readonly answeredAt?: string;
  /** Whose filing it is; absent: of who takes it back. */
  readonly of?: Author;
  readonly escalationId: string;
  readonly reason: string;
}

export type EscalationCommand =
  | FileCommand
  | TakeCommand
  | DecideCommand
  | OfficerCommand
  | ReactCommand
  | WithdrawCommand;

export type EscalationOutcome =
  | { readonly kind: 'changed'; readonly familyCase: FamilyCase; readonly escalation: Escalation }
  | { readonly kind: 'unchanged'; readonly familyCase: FamilyCase; readonly escalation: Escalation }
  | Refusal;

interface Carried {
  readonly commandId: string;
  /** Of the command, as `processed` names it. */
  readonly kind: string;
  readonly cardRef?: string | undefined;
  readonly answeredAt?: string | undefined;
}

/** The steps, the notices about them, the audit lines and the command, all in the same new version. */
const finished = (
  before: FamilyCase,
  stored: Escalation,
  draft: Draft,
  { commandId, kind, cardRef, answeredAt }: Carried,
  context: EscalationContext,
): EscalationOutcome => {
  const { now } = context;
  const seen = cardRef === undefined ? draft.familyCase : markSeen(draft.familyCase, cardRef, now);
  const { familyCase, escalation } = written(stored, { ...draft, familyCase: seen }, context, answeredAt);
  const facts = familyCase.facts.length > before.facts.length;
  const grown = facts ? growStuck(familyCase, context).familyCase : familyCase;
  const processed = { commandId, at: now.toISOString(), result: `${kind}:${escalation.id}` };
  const next = { ...grown, processed: [...grown.processed, processed] };
  const lines = next.audit.slice(before.audit.length);
  return { kind: 'changed', familyCase: nextVersion(before, next, now, lines), escalation };
};

const concluded = (
  familyCase: FamilyCase,
  escalation: Escalation,
  drafted: Drafted,
  carried: Carried,
  context: EscalationContext,
): EscalationOutcome => {
  if (drafted === undefined) return { kind: 'unchanged', familyCase, escalation };
  return 'kind' in drafted ? drafted : finished(familyCase, escalation, drafted, carried, context);
};

const carriedOut = (familyCase: FamilyCase, { commandId, kind }: Carried, escalation: Escalation): boolean =>
  familyCase.processed.some((one) => one.commandId === commandId && one.result === `${kind}:${escalation.id}`);

/** What stands in the way of deciding or taking back what is finished. */
const over = (escalation: Escalation): Refusal | undefined => {
  const { state } = escalation;
  if (state.kind === 'decided') return { kind: 'already-decided', decision: state.decision, escalation };
  return state.kind === 'withdrawn' ? { kind: 'already-withdrawn', at: state.at, escalation } : undefined;
};

/** Everything before the decision; the rest is for after it, or for any time. */
const beforeDecision: readonly OfficerAction['kind'][] = ['take', 'ask-more', 'decide'];

const refusalFor = (escalation: Escalation, { kind }: OfficerAction): Refusal | undefined => {
  if (beforeDecision.includes(kind) || escalation.state.kind === 'withdrawn') return over(escalation);
  return undefined;
};

const officer = (familyCase: FamilyCase, command: OfficerCommand, context: EscalationContext): EscalationOutcome => {
  const { target, action, by, commandId } = command;
  const card = 'cardRef' in target ? familyCase.cards.find(({ cardRef }) => cardRef === target.cardRef) : undefined;
  const wanted = 'cardRef' in target ? card?.escalationId : target.escalationId;
  const escalation = familyCase.escalations.find(({ id }) => id === wanted);
  if (escalation === undefined) return { kind: 'not-found' };
  if (isFiler(escalation, by.id)) return { kind: 'own-escalation' };
  const carried = { commandId, kind: action.kind, cardRef: card?.cardRef, answeredAt: by.id };
  if (carriedOut(familyCase, carried, escalation)) return { kind: 'unchanged', familyCase, escalation };
  const refusal = refusalFor(escalation, action);
  if (refusal !== undefined) return refusal;
  if (card?.state === 'void') return { kind: 'card-void' };
  const drafted = asOfficer({ familyCase, escalation, by, context }, action);
  return concluded(familyCase, escalation, drafted, carried, context);
};

const reaction = (familyCase: FamilyCase, command: ReactCommand, context: EscalationContext): EscalationOutcome => {
  const { escalationId, action, commandId, answeredAt } = command;
  const found = familyCase.escalations.find(({ id }) => id === escalationId);
  if (found === undefined) return { kind: 'not-found' };
  const { escalation, by } = spokenIn(familyCase, { escalation: found, by: command.by }, action);
  const carried = { commandId, kind: `react-${action.kind}`, answeredAt };
  if (carriedOut(familyCase, carried, escalation)) return { kind: 'unchanged', familyCase, escalation };
  const drafted = react({ familyCase, escalation, by, context }, action);
  return concluded(familyCase, escalation, drafted, carried, context);
};

const authorOf = (by: string): Author => (by === 'parent' ? { kind: 'parent' } : { kind: 'worker', id: by, name: by });

/**
 * A reason may stay empty: nobody has to explain why a question is taken back. While the filing of somebody else stands, only
 * the own one goes.
 */
const withdraw = (familyCase: FamilyCase, command: WithdrawCommand, context: EscalationContext): EscalationOutcome => {
  const { escalationId, answeredAt, commandId, by } = command;
  const escalation = familyCase.escalations.find(({ id }) => id === escalationId);
  if (escalation === undefined) return { kind: 'not-found' };
  const carried = { commandId, kind: 'withdraw', answeredAt };
  if (carriedOut(familyCase, carried, escalation)) return { kind: 'unchanged', familyCase, escalation };
  const reason = command.reason.trim();
  const refusal = over(escalation) ?? invalid({ reason: reason.length > longestText ? 'too-long' : undefined });
  if (refusal !== undefined) return refusal;
  const at = context.now.toISOString();
  const author = command.author ?? authorOf(by);
  const withdrawn = { by, reason: tidy(reason), at };
  const filing = filingOf(escalation, command.of ?? author);
  if (filing !== undefined && filing.withdrawn !== null)
    return { kind: 'already-withdrawn', at: filing.withdrawn.at, escalation: asSeenBy(escalation, filing) };
  const left = filing && withoutFiling(escalation, filing.id, withdrawn);
  const step = { by: author, reason: withdrawn.reason } as const;
  const draft: Draft =
    left === undefined
      ? {
          familyCase,
          escalation: { ...escalation, state: { kind: 'withdrawn', ...withdrawn } },
          steps: [{ ...step, kind: 'withdrawn', tell: ['filer', 'owner'] }],
        }
      : {
          familyCase,
          escalation: left,
          steps: [{ ...step, kind: 'filing-withdrawn', about: filing?.id ?? null, tell: ['owner'] }],
        };
  return finished(familyCase, escalation, draft, carried, context);
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
    case 'decide': {
      const { commandId, by, cardRef } = command;
      const action: OfficerAction = command.kind === 'take' ? { kind: 'take' } : { kind: 'decide', ...command.input };
      return officer(familyCase, { kind: 'officer', commandId, by, target: { cardRef }, action }, context);
    }
    case 'officer':
      return officer(familyCase, command, context);
    case 'react':
      return reaction(familyCase, command, context);
    case 'withdraw':
      return withdraw(familyCase, command, context);
  }
};
