/**
 * Writing something down: the entry, the fact it leaves, what the stuck rules make of it and the command that was carried
 * out, in one new version. Pure: a refused entry leaves the case as it was.
 */
import type { CaseSettings, FamilyCase, StuckCard, StuckFinding } from '../../model.ts';
import { auditLine, nextVersion } from '../change.ts';
import type { Refusal } from '../refusal.ts';
import { growStuck, stuckCardOf } from '../stuck/grow.ts';
import { localDay } from '../werkdagen.ts';
import { enterAftercare, enterAftercareEnded, enterAftercareMoment } from './aftercare.ts';
import { enterLifeDomains, enterParty, enterPartyEnded, enterTaskDone, enterTasks, enterTrajectory } from './around.ts';
import type { CaseEntry } from './entry.ts';
import { enterPlan, enterPlanAgreed, enterPlanEnded } from './plans.ts';
import { enterPromise, enterPromiseDate, enterPromiseStep } from './promises.ts';
import { enterRegisseur, enterRegisseurLost } from './regisseurs.ts';
import { enterReferral, enterReferralOutcome } from './referrals.ts';
import { enterAnswer, enterRejection, enterRequest } from './requests.ts';
import { enterSignalHandled, enterSignalOwner, enterSignals } from './signals.ts';
import type { EntryOutcome, RecordContext } from './with-fact.ts';
import { enterHandover, enterMeasure, enterMeasureStep, enterWorkerChange } from './workers.ts';

const enter = (familyCase: FamilyCase, entry: CaseEntry, context: RecordContext): EntryOutcome => {
  switch (entry.kind) {
    case 'request':
      return enterRequest(familyCase, entry, context);
    case 'answer':
      return enterAnswer(familyCase, entry, context);
    case 'rejection':
      return enterRejection(familyCase, entry, context);
    case 'signals':
      return enterSignals(familyCase, entry, context);
    case 'signal-handled':
      return enterSignalHandled(familyCase, entry, context);
    case 'signal-owner':
      return enterSignalOwner(familyCase, entry, context);
    case 'referral':
      return enterReferral(familyCase, entry, context);
    case 'referral-outcome':
      return enterReferralOutcome(familyCase, entry, context);
    case 'party':
      return enterParty(familyCase, entry, context);
    case 'party-ended':
      return enterPartyEnded(familyCase, entry, context);
    case 'plan':
      return enterPlan(familyCase, entry, context);
    case 'plan-agreed':
      return enterPlanAgreed(familyCase, entry, context);
    case 'plan-ended':
      return enterPlanEnded(familyCase, entry, context);
    case 'regisseur':
      return enterRegisseur(familyCase, entry, context);
    case 'regisseur-lost':
      return enterRegisseurLost(familyCase, entry, context);
    case 'worker-change':
      return enterWorkerChange(familyCase, entry, context);
    case 'handover':
      return enterHandover(familyCase, entry, context);
    case 'measure':
      return enterMeasure(familyCase, entry, context);
    case 'measure-appointment':
    case 'measure-ended':
      return enterMeasureStep(familyCase, entry, context);
    case 'promise':
      return enterPromise(familyCase, entry, context);
    case 'promise-date':
      return enterPromiseDate(familyCase, entry, context);
    case 'promise-kept':
    case 'promise-missed':
    case 'promise-dropped':
      return enterPromiseStep(familyCase, entry, context);
    case 'aftercare':
      return enterAftercare(familyCase, entry, context);
    case 'aftercare-moment':
      return enterAftercareMoment(familyCase, entry, context);
    case 'aftercare-ended':
      return enterAftercareEnded(familyCase, entry, context);
    case 'life-domains':
      return enterLifeDomains(familyCase, entry, context);
    case 'tasks':
      return enterTasks(familyCase, entry, context);
    case 'task-done':
      return enterTaskDone(familyCase, entry, context);
    case 'trajectory':
      return enterTrajectory(familyCase, entry, context);
  }
};

interface Outcome {
  readonly familyCase: FamilyCase;
  readonly id: string;
  readonly found: readonly StuckFinding[];
  readonly card: StuckCard | null;
}

/** `unchanged`: the same command was carried out before. */
export type RecordedChange = ({ readonly kind: 'changed' } & Outcome) | ({ readonly kind: 'unchanged' } & Outcome);

const commandOf = ({ processed }: FamilyCase, commandId: string) =>
  processed.find((one) => one.commandId === commandId);

/** The id that this command gave before, when it was carried out before. */
export const carriedOut = (familyCase: FamilyCase, commandId: string, kind: string): string | undefined => {
  const result = commandOf(familyCase, commandId)?.result;
  return result?.startsWith(`${kind}:`) === true ? result.slice(kind.length + 1) : undefined;
};

export interface Carried {
  readonly commandId: string;
  /** Of the command, as `processed` and the audit name it. */
  readonly kind: string;
  readonly id: string;
}

/** The rules over what was entered, and everything as one new version. */
export const finished = (
  before: FamilyCase,
  after: FamilyCase,
  { commandId, kind, id }: Carried,
  context: RecordContext,
): RecordedChange => {
  const { now, by } = context;
  const grown = growStuck(after, context);
  const command = {
    commandId,
    at: now.toISOString(),
    result: `${kind}:${id}`,
    ...(grown.found.length === 0 ? {} : { found: grown.found.map(({ key }) => key) }),
  };
  const processed = [...grown.familyCase.processed, command];
  const written = auditLine({ now, event: `recorded:${kind}`, actor: by.id, subject: id });
  const lines = [written, ...grown.familyCase.audit.slice(before.audit.length)];
  const familyCase = nextVersion(before, { ...grown.familyCase, processed }, now, lines);
  return { kind: 'changed', familyCase, id, found: grown.found, card: grown.card };
};

export interface Today {
  readonly now: Date;
  readonly settings: Pick<CaseSettings, 'planOutdatedAfterDays'>;
}

/** What the command led to when it was carried out: a second press hears what the first one heard. */
export const unchanged = (
  familyCase: FamilyCase,
  { commandId, id }: Pick<Carried, 'commandId' | 'id'>,
  { settings, now }: Today,
): RecordedChange => {
  const found = commandOf(familyCase, commandId)?.found ?? [];
  return {
    kind: 'unchanged',
    familyCase,
    id,
    found: familyCase.stuck.findings.filter(({ key }) => found.includes(key)),
    card: stuckCardOf(familyCase, settings, localDay(now)),
  };
};

/** An entry that was written down with this command before, whatever was chosen in the form at the second press. */
export const enteredBefore = (
  familyCase: FamilyCase,
  commandId: string,
  context: Today,
): RecordedChange | undefined => {
  const result = commandOf(familyCase, commandId)?.result;
  if (result === undefined) return undefined;
  return unchanged(familyCase, { commandId, id: result.slice(result.indexOf(':') + 1) }, context);
};

export const recordEntry = (
  familyCase: FamilyCase,
  entry: CaseEntry,
  commandId: string,
  context: RecordContext,
): RecordedChange | Refusal => {
  const earlier = enteredBefore(familyCase, commandId, context);
  if (earlier !== undefined) return earlier;
  const outcome = enter(familyCase, entry, context);
  if (outcome.kind !== 'entered') return outcome;
  return finished(familyCase, outcome.familyCase, { commandId, kind: entry.kind, id: outcome.id }, context);
};
