/** Filing: a question lands on the desk of somebody who owns it, with a date, in one write. */
import type { Actor, CaseSettings, Escalation, FamilyCase, FilingAnswers } from '../model.ts';
import type { Refusal } from './refusal.ts';
import { askOfficer, auditLine, nextVersion } from './change.ts';
import { crockford } from './follow-code.ts';
import { maskBsn } from './mask-bsn.ts';
import { addWerkdagen, localDay } from './werkdagen.ts';

export interface FileCommand {
  readonly kind: 'file';
  readonly commandId: string;
  readonly by: { readonly kind: Actor['kind']; readonly id: string | null; readonly name: string | null };
  readonly ownWords: string;
  readonly summary: string | null;
  readonly answers: FilingAnswers;
  readonly replyTo: string | null;
  readonly followCodeHash: string;
}

export interface EscalationContext {
  readonly now: Date;
  readonly settings: CaseSettings;
  /** In order of duty. */
  readonly officers: readonly { readonly id: string }[];
  newId(): string;
  sha256(text: string): string;
}

const longestOwnWords = 8000;
const longestSummary = 4000;

/** Six characters for people. Two filings may share a number one day: it is never used to find anything. */
const numberOf = (hash: string): string => {
  const characters = Array.from({ length: 6 }, (_, place) => Number.parseInt(hash.slice(2 * place, 2 * place + 2), 16));
  return `L-${characters.map((value) => crockford(value)).join('')}`;
};

const problemsOf = ({ ownWords, summary }: FileCommand): Refusal | undefined => {
  const fields = [
    ...(ownWords.trim() === '' ? [{ field: 'ownWords', problem: 'missing' }] : []),
    ...(ownWords.length > longestOwnWords ? [{ field: 'ownWords', problem: 'too-long' }] : []),
    ...((summary?.length ?? 0) > longestSummary ? [{ field: 'summary', problem: 'too-long' }] : []),
  ];
  return fields.length > 0 ? { kind: 'invalid', fields } : undefined;
};

/** The words stay as they were typed; taking a BSN out is the only change, and the hash is of what is stored. */
const newEscalation = (command: FileCommand, owner: string, context: EscalationContext): Escalation => {
  const { now, settings } = context;
  const id = context.newId();
  const text = maskBsn(command.ownWords);
  const summary = command.summary?.trim() ?? '';
  return {
    id,
    number: numberOf(context.sha256(id)),
    filedAt: now.toISOString(),
    filedBy: { kind: command.by.kind, id: command.by.id, name: command.by.name },
    ownWords: { text, sha256: context.sha256(text), writtenAt: now.toISOString() },
    summary: summary === '' ? null : maskBsn(summary),
    answers: command.answers,
    followCodeHash: command.followCodeHash,
    replyTo: command.replyTo,
    owner,
    due: addWerkdagen(localDay(now), settings.answerWithinWerkdagen, settings.holidays),
    state: { kind: 'filed' },
  };
};

export const fileEscalation = (familyCase: FamilyCase, command: FileCommand, context: EscalationContext) => {
  const carriedOut = familyCase.processed.find(({ commandId }) => commandId === command.commandId);
  const earlier = familyCase.escalations.find(({ id }) => carriedOut?.result === `file:${id}`);
  if (earlier !== undefined) return { kind: 'unchanged', familyCase, escalation: earlier } as const;
  const problem = problemsOf(command);
  if (problem !== undefined) return problem;
  const officer = context.officers.find(({ id }) => id !== command.by.id);
  if (officer === undefined) return { kind: 'nobody-to-ask' } as const;

  const { now } = context;
  const escalation = newEscalation(command, officer.id, context);
  const asked = askOfficer(familyCase, escalation.id, officer.id, context);
  const processed = { commandId: command.commandId, at: now.toISOString(), result: `file:${escalation.id}` };
  const next: FamilyCase = {
    ...asked,
    escalations: [...asked.escalations, escalation],
    processed: [...asked.processed, processed],
  };
  const line = auditLine({
    now,
    event: 'escalation-filed',
    actor: command.by.id ?? command.by.kind,
    subject: escalation.id,
  });
  return { kind: 'changed', familyCase: nextVersion(familyCase, next, now, [line]), escalation } as const;
};

/** A case without a family: a parent filed without login. */
export const unmatchedCase = (id: string, now: Date): FamilyCase => ({
  schema: 1,
  id,
  version: 0,
  createdAt: now.toISOString(),
  family: { kind: 'unmatched' },
  workers: [],
  sources: [],
  parties: [],
  plans: [],
  regisseurs: [],
  escalations: [],
  cards: [],
  notices: [],
  processed: [],
  audit: [],
});
