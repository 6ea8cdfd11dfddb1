/** To whom a family is sent, and whether that helped. */
import type { CaseSettings, FamilyCase, Provider, Referral, ReferralOutcome, SignalCode } from '../../model.ts';
import { invalid, longestText, problemOfOptional, problemOfPast, problemOfText } from '../fields.ts';
import { isRegie, providerNamed, sameName } from '../providers.ts';
import type { Refusal } from '../refusal.ts';
import type { ReferralEntry, ReferralOutcomeEntry } from './entry.ts';
import { withChanged } from './one-of.ts';
import { type EntryOutcome, entered, line, newFact, type RecordContext, withFact } from './with-fact.ts';

/** Sent before for the same, or sent before to a party that could not help: both are the same referral again. */
const sameBefore = ({ referrals }: FamilyCase, { to, purpose }: ReferralEntry): Referral | undefined =>
  referrals.find(
    (earlier) =>
      earlier.outcome.kind !== 'done' &&
      sameName(earlier.to, to) &&
      (earlier.outcome.kind !== 'sent' || sameName(earlier.purpose, purpose)),
  );

const alternativesTo = (to: string, purpose: string, { providers }: CaseSettings): readonly Provider[] =>
  providers.filter(
    (provider) =>
      !sameName(provider.name, to) &&
      provider.waitingListSince === null &&
      (isRegie(purpose)
        ? provider.canLead === 'yes'
        : provider.delivers.some((delivered) => sameName(delivered, purpose))),
  );

const cannotDeliver = (entry: ReferralEntry, settings: CaseSettings): Refusal | undefined => {
  const provider = providerNamed(entry.to, settings);
  const alternatives = alternativesTo(entry.to, entry.purpose, settings);
  if (provider?.canLead === 'no' && isRegie(entry.purpose))
    return { kind: 'cannot-deliver', because: 'cannot-lead', since: null, alternatives };
  const since = provider?.waitingListSince ?? null;
  return since === null ? undefined : { kind: 'cannot-deliver', because: 'waiting-list', since, alternatives };
};

export const enterReferral = (familyCase: FamilyCase, entry: ReferralEntry, context: RecordContext): EntryOutcome => {
  const problem = invalid({
    to: problemOfText(entry.to),
    purpose: problemOfText(entry.purpose),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const earlier = sameBefore(familyCase, entry);
  if (earlier !== undefined) return { kind: 'referral-twice', earlier };
  const refusal = cannotDeliver(entry, context.settings);
  if (refusal !== undefined) return refusal;
  const { on } = entry;
  const to = line(entry.to);
  const fact = newFact(familyCase, { on, signals: ['referral'], note: to }, context);
  const referral: Referral = {
    id: context.newId(),
    factId: fact.id,
    to,
    purpose: line(entry.purpose),
    on,
    by: context.by.name,
    outcome: { kind: 'sent' },
  };
  const referrals = [...familyCase.referrals, referral];
  return entered({ ...withFact(familyCase, fact), referrals }, referral.id);
};

const outcomeCodes: Readonly<Record<ReferralOutcomeEntry['outcome'], readonly SignalCode[]>> = {
  refused: ['referral-cannot-deliver'],
  'cannot-deliver': ['referral-cannot-deliver'],
  'waiting-list': ['waiting-list'],
  done: [],
};

export const enterReferralOutcome = (
  familyCase: FamilyCase,
  entry: ReferralOutcomeEntry,
  context: RecordContext,
): EntryOutcome => {
  const referral = familyCase.referrals.find(({ id }) => id === entry.referralId);
  const { on } = entry;
  const needsReason = entry.outcome !== 'done';
  const problem = invalid({
    referralId: referral === undefined ? 'unknown' : referral.outcome.kind === 'done' ? 'not-open' : undefined,
    reason: needsReason ? problemOfText(entry.reason, longestText) : problemOfOptional(entry.reason, longestText),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const reason = line(entry.reason);
  const outcome: ReferralOutcome =
    entry.outcome === 'done' ? { kind: 'done', on } : { kind: entry.outcome, on, reason };
  const fact = newFact(familyCase, { on, signals: outcomeCodes[entry.outcome], note: reason }, context);
  const referrals = withChanged(familyCase.referrals, entry.referralId, { outcome });
  return entered({ ...withFact(familyCase, fact), referrals }, entry.referralId);
};
