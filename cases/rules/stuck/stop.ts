/** A worker may stop a finding, with a reason that the parent can read, or put a proposal on the desk at once. */
import type { FamilyCase } from '../../model.ts';
import { invalid, problemOfReason } from '../fields.ts';
import { maskBsn } from '../mask-bsn.ts';
import { carriedOut, finished, type RecordedChange, unchanged } from '../record/record.ts';
import type { RecordContext } from '../record/with-fact.ts';
import type { Refusal } from '../refusal.ts';
import { localDay } from '../werkdagen.ts';
import { decide } from '../escalation.ts';
import { filingOf } from '../escalation/filings.ts';
import { isOpen } from '../hand-over.ts';
import { openProposals, stuckCardOf } from './grow.ts';

/** When the last finding was stopped, what the rules put on the desk is taken back, and its owner hears why. */
const withdrawn = (familyCase: FamilyCase, commandId: string, reason: string, context: RecordContext): FamilyCase => {
  const card = stuckCardOf(familyCase, context.settings, localDay(context.now));
  const of = { kind: 'system' } as const;
  const filed = familyCase.escalations.find((one) => isOpen(one) && filingOf(one, of) !== undefined);
  if (card?.state.kind !== 'closed' || filed === undefined) return familyCase;
  const { kind, id, name } = context.by;
  const author = { kind: kind === 'officer' ? kind : 'worker', id, name } as const;
  const command = { kind: 'withdraw', commandId, by: id, author, of, escalationId: filed.id, reason } as const;
  const outcome = decide(familyCase, command, context);
  // The stop and what follows from it are one version.
  return 'familyCase' in outcome ? { ...outcome.familyCase, version: familyCase.version } : familyCase;
};

export const stopFinding = (
  familyCase: FamilyCase,
  { key, reason }: { readonly key: string; readonly reason: string },
  commandId: string,
  context: RecordContext,
): RecordedChange | Refusal => {
  if (carriedOut(familyCase, commandId, 'stop') === key) return unchanged(familyCase, { commandId, id: key }, context);
  const { stuck } = familyCase;
  const finding = stuck.findings.find((one) => one.key === key);
  if (finding === undefined) return { kind: 'not-found' };
  if (finding.mode === 'warn' || stuck.stops.some((one) => one.key === key)) return { kind: 'finding-not-open' };
  const problem = invalid({ reason: problemOfReason(reason) });
  if (problem !== undefined) return problem;
  const { now, by } = context;
  const stop = {
    key,
    by: { id: by.id, name: by.name },
    reason: maskBsn(reason.trim()),
    on: localDay(now),
    at: now.toISOString(),
  };
  const stopped = { ...familyCase, stuck: { ...stuck, stops: [...stuck.stops, stop] } };
  const next = withdrawn(stopped, `stop:${commandId}`, stop.reason, context);
  return finished(familyCase, next, { commandId, kind: 'stop', id: key }, context);
};

export const pushFinding = (
  familyCase: FamilyCase,
  key: string,
  commandId: string,
  context: RecordContext,
): RecordedChange | Refusal => {
  if (carriedOut(familyCase, commandId, 'push') === key) return unchanged(familyCase, { commandId, id: key }, context);
  const { stuck } = familyCase;
  const today = localDay(context.now);
  if (!stuck.findings.some((one) => one.key === key)) return { kind: 'not-found' };
  if (!openProposals(familyCase, today).some((one) => one.key === key)) return { kind: 'finding-not-open' };
  const pushes = [...stuck.pushes, { key, by: context.by.id, on: today }];
  const next = { ...familyCase, stuck: { ...stuck, pushes } };
  return finished(familyCase, next, { commandId, kind: 'push', id: key }, context);
};
