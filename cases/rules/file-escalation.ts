/** Filing: a question lands on the desk of somebody who owns it, with a date, in one write. */
import {
  type Actor,
  type Author,
  type Escalation,
  type EscalationStep,
  type FamilyCase,
  type FilingAnswers,
  type Instant,
  newCourse,
  newProceedings,
  type ParentProposal,
  type Reading,
  type StoredFiling,
} from '../model.ts';
import type { EscalationContext } from './escalation/context.ts';
import { isOpen } from './escalation/due.ts';
import { firstOnDuty } from './escalation/duty.ts';
import { withFiling } from './escalation/filings.ts';
import { behalfOf, type OnBehalfInput, problemsOfBehalf } from './escalation/on-behalf.ts';
import { type ProposalInput, proposalOf } from './escalation/proposal.ts';
import { type NewStep, written } from './escalation/step.ts';
import { keptWords, tidyOrNull } from './escalation/words.ts';
import type { Refusal } from './refusal.ts';
import { askOfficer, auditLine, nextVersion } from './change.ts';
import { invalid, longestText, longestWords, problemOfOptional, problemOfText } from './fields.ts';
import { crockford } from './follow-code.ts';
import { maskBsn } from './mask-bsn.ts';
import { ownedAfterJoining } from './hand-over.ts';
import { addWerkdagen, localDay } from './werkdagen.ts';

export interface FileCommand {
  readonly kind: 'file';
  readonly commandId: string;
  readonly by: { readonly kind: Actor['kind'] | 'system'; readonly id: string | null; readonly name: string | null };
  readonly ownWords: string;
  readonly summary: string | null;
  /** Only the parent can say so; of anybody else it is not taken. */
  readonly summaryConfirmed?: boolean;
  readonly answers: FilingAnswers;
  /** Sentences of the own words in which the computer saw possible danger. */
  readonly danger?: readonly string[];
  readonly replyTo: string | null;
  readonly followCodeHash: string;
  /** Who speaks for the family; refused without its consent. */
  readonly onBehalf?: OnBehalfInput | null;
  /** What the parent proposes; it gets an answer of its own. */
  readonly proposal?: ProposalInput | null;
}

export type { EscalationContext };

/** Six characters for people. Two filings may share a number one day: it is never used to find anything. */
const numberOf = (hash: string): string => {
  const characters = Array.from({ length: 6 }, (_, place) => Number.parseInt(hash.slice(2 * place, 2 * place + 2), 16));
  return `L-${characters.map((value) => crockford(value)).join('')}`;
};

type NewEscalation = Omit<FileCommand, 'kind' | 'commandId'>;

const problemsOf = ({ ownWords, summary, onBehalf, proposal }: FileCommand, now: Date): Refusal | undefined =>
  invalid({
    ownWords: problemOfText(ownWords, longestWords),
    summary: problemOfOptional(summary, longestText),
    ...(onBehalf ? problemsOfBehalf(onBehalf, now) : {}),
    ...(proposal
      ? { proposal: problemOfText(proposal.text, longestWords), proposalWho: problemOfOptional(proposal.who) }
      : {}),
  });

const authorOf = ({ kind, id, name }: FileCommand['by']): Author => {
  if (kind === 'parent') return { kind };
  return kind === 'system' || id === null ? { kind: 'system' } : { kind, id, name: name ?? id };
};

/** A summary in a parent's filing was made by the chat. */
const readingOf = ({ by, summaryConfirmed }: NewEscalation, author: Author, at: Instant): Reading =>
  by.kind === 'parent'
    ? { by: { kind: 'system' }, at, answer: summaryConfirmed === true ? { kind: 'confirmed', at } : null }
    : { by: author, at, answer: null };

/** The words stay as they were typed; taking a BSN out is the only change, and the hash is of what is stored. */
const filingFrom = (command: NewEscalation, context: EscalationContext): StoredFiling => {
  const { by, answers, danger = [], followCodeHash, replyTo, onBehalf } = command;
  const summary = tidyOrNull(command.summary);
  return {
    filedBy: { kind: by.kind, id: by.id, name: by.name },
    ownWords: keptWords(command.ownWords, context),
    summary,
    reading: summary === null ? null : readingOf(command, authorOf(by), context.now.toISOString()),
    answers,
    ...(danger.length === 0 ? {} : { danger: danger.map((one) => maskBsn(one)) }),
    onBehalf: onBehalf === undefined || onBehalf === null ? null : behalfOf(onBehalf),
    followCodeHash,
    replyTo,
  };
};

const proposedIn = ({ proposal }: NewEscalation, by: Author, context: EscalationContext): readonly ParentProposal[] =>
  proposal === undefined || proposal === null ? [] : [proposalOf(proposal, by, context)];

const newEscalation = (command: NewEscalation, owner: string, context: EscalationContext): Escalation => {
  const { now, settings } = context;
  const id = context.newId();
  const due = addWerkdagen(localDay(now), settings.answerWithinWerkdagen, settings.holidays);
  const by = authorOf(command.by);
  const at = now.toISOString();
  const step = (kind: EscalationStep['kind'], about: string | null = null): EscalationStep => ({
    ...{ id: context.newId(), kind, at, by, reason: null, day: due, about, owner, due },
  });
  const proposed = proposedIn(command, by, context);
  return {
    id,
    number: numberOf(context.sha256(id)),
    filedAt: at,
    owner,
    due,
    ...newProceedings(due),
    ...filingFrom(command, context),
    proposals: proposed,
    steps: [step('filed'), ...proposed.map((one) => step('proposed', one.id))],
    state: { kind: 'filed' },
  };
};

/** On the desk of the first officer on duty who did not file it, with the card and its notice; no new version yet. */
export const addEscalation = (familyCase: FamilyCase, command: NewEscalation, context: EscalationContext) => {
  const today = localDay(context.now);
  const filers = command.by.id === null ? [] : [command.by.id];
  const officer = firstOnDuty(context.officers, { today, filers });
  if (officer === undefined) return { kind: 'nobody-to-ask' } as const;
  const escalation = newEscalation(command, officer.id, context);
  const asked = askOfficer(familyCase, escalation.id, officer.id, context);
  const line = auditLine({
    now: context.now,
    event: 'escalation-filed',
    actor: command.by.id ?? command.by.kind,
    subject: escalation.id,
  });
  const escalations = [...asked.escalations, escalation];
  return { kind: 'added', familyCase: { ...asked, escalations, audit: [...asked.audit, line] }, escalation } as const;
};

/**
 * A family has one open card, which grows: who files while it is open joins it. The day that was promised stays, and who
 * owns it hears of it.
 */
const joinOpen = (familyCase: FamilyCase, open: Escalation, command: NewEscalation, context: EscalationContext) => {
  const id = context.newId();
  const by: Author = command.by.kind === 'parent' ? { kind: 'parent', filing: id } : authorOf(command.by);
  const filed = withFiling(open, { ...filingFrom(command, context), id, withdrawn: null });
  const owned = ownedAfterJoining(familyCase, filed, command.by.id, context);
  if (owned === undefined) return { kind: 'nobody-to-ask' } as const;
  const proposed = proposedIn(command, by, context);
  const escalation = { ...owned.escalation, proposals: [...filed.proposals, ...proposed] };
  const steps: readonly NewStep[] = [
    // Who gets the card now, reads it there.
    { kind: 'joined', by, day: open.due, about: id, tell: escalation.owner === open.owner ? ['owner'] : [] },
    ...proposed.map((one) => ({ kind: 'proposed', by, day: open.due, about: one.id, tell: [] }) as const),
  ];
  return { kind: 'added', ...written(open, { familyCase: owned.familyCase, escalation, steps }, context) } as const;
};

export const fileEscalation = (familyCase: FamilyCase, command: FileCommand, context: EscalationContext) => {
  const carriedOut = familyCase.processed.find(({ commandId }) => commandId === command.commandId);
  const earlier = familyCase.escalations.find(({ id }) => carriedOut?.result === `file:${id}`);
  if (earlier !== undefined) return { kind: 'unchanged', familyCase, escalation: earlier } as const;
  const problem = problemsOf(command, context.now);
  if (problem !== undefined) return problem;
  const open = familyCase.escalations.find(isOpen);
  const added =
    open === undefined ? addEscalation(familyCase, command, context) : joinOpen(familyCase, open, command, context);
  if (added.kind === 'nobody-to-ask') return added;
  const { escalation } = added;
  const at = context.now.toISOString();
  const processed = { commandId: command.commandId, at, result: `file:${escalation.id}` };
  const next: FamilyCase = { ...added.familyCase, processed: [...added.familyCase.processed, processed] };
  const lines = next.audit.slice(familyCase.audit.length);
  return { kind: 'changed', familyCase: nextVersion(familyCase, next, context.now, lines), escalation } as const;
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
  ...newCourse,
  escalations: [],
  cards: [],
  notices: [],
  processed: [],
  audit: [],
});
