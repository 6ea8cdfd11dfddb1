/** Regisseurs: who leads, since when, and when one is lost. */
import type { Day, FamilyCase, Regisseur } from '../../model.ts';
import { invalid, problemOfOptional, problemOfPast, problemOfReason, problemOfText } from '../fields.ts';
import { providerNamed } from '../providers.ts';
import { addDays, localDay } from '../werkdagen.ts';
import type { RegisseurEntry, RegisseurLostEntry } from './entry.ts';
import { problemOfOpen, withChanged } from './one-of.ts';
import { answerRequests } from './requests.ts';
import { cleaned, type EntryOutcome, entered, line, newFact, type RecordContext, withFact } from './with-fact.ts';

/** Who leads and goes on leading. A family has one, so whoever names another one ends these. */
export const leadingRegisseurs = ({ regisseurs }: Pick<FamilyCase, 'regisseurs'>, today: Day): readonly Regisseur[] =>
  regisseurs.filter(({ until }) => until === null || until > today);

/** The last day of somebody who is followed by one who leads from `since`: the day before, and never before the first. */
export const lastDayOf = (earlier: Pick<Regisseur, 'since'>, since: Day): Day => {
  const before = addDays(since, -1);
  return earlier.since > before ? earlier.since : before;
};

/** Somebody who surely can't lead is written down, but ends no request: the family still has nobody. */
export const enterRegisseur = (familyCase: FamilyCase, entry: RegisseurEntry, context: RecordContext): EntryOutcome => {
  const { on, regisseur, replaces = false } = entry;
  const earlier = leadingRegisseurs(familyCase, localDay(context.now));
  const problem = invalid({
    replaces: earlier.length > 0 && !replaces ? 'missing' : undefined,
    name: problemOfText(regisseur.name),
    organisation: problemOfText(regisseur.organisation),
    deputy: problemOfOptional(regisseur.deputy),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const organisation = line(regisseur.organisation);
  const known = providerNamed(organisation, context.settings)?.canLead;
  const canLead = regisseur.canLead === 'unknown' ? (known ?? 'unknown') : regisseur.canLead;
  const stored: Regisseur = {
    ...regisseur,
    id: context.newId(),
    name: line(regisseur.name),
    organisation,
    deputy: cleaned(regisseur.deputy),
    canLead,
    since: on,
    until: null,
  };
  const leads = canLead !== 'no';
  const fact = newFact(familyCase, { on, signals: leads ? ['regisseur-assigned'] : [], note: organisation }, context);
  const answer = {
    factId: fact.id,
    on,
    outcome: 'regisseur-assigned',
    reason: stored.name,
    by: context.by.name,
  } as const;
  const before = familyCase.regisseurs.map((one) =>
    earlier.includes(one) ? { ...one, until: lastDayOf(one, on) } : one,
  );
  const next: FamilyCase = {
    ...withFact(familyCase, fact),
    regisseurs: [...before, stored],
    requests: leads ? answerRequests(familyCase.requests, null, answer) : familyCase.requests,
  };
  return entered(next, stored.id);
};

export const enterRegisseurLost = (
  familyCase: FamilyCase,
  entry: RegisseurLostEntry,
  context: RecordContext,
): EntryOutcome => {
  const regisseur = familyCase.regisseurs.find(({ id }) => id === entry.regisseurId);
  const problem = invalid({
    regisseurId: problemOfOpen(regisseur, ({ until }) => until === null),
    reason: problemOfReason(entry.reason),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || regisseur === undefined) return problem ?? { kind: 'not-found' };
  const { on } = entry;
  const fact = newFact(familyCase, { on, signals: ['regisseur-lost'], note: line(entry.reason) }, context);
  const regisseurs = withChanged(familyCase.regisseurs, regisseur.id, { until: on });
  return entered({ ...withFact(familyCase, fact), regisseurs }, regisseur.id);
};
