/** Has this family one plan and one regisseur? `unknown` as soon as a source that must answer did not. */
import type {
  CaseSettings,
  Day,
  FamilyCase,
  OnePlanFinding,
  Plan,
  PlanFinding,
  Regisseur,
  RegisseurFinding,
} from '../model.ts';
import { providerNamed } from './providers.ts';
import { addDays, localDay } from './werkdagen.ts';

/** What an outside source says about a family. */
export type SourceAnswer =
  | { readonly kind: 'answered'; readonly plans: readonly Plan[]; readonly regisseurs: readonly Regisseur[] }
  | { readonly kind: 'unavailable'; readonly because: string };

export interface NamedAnswer {
  readonly name: string;
  readonly answer: SourceAnswer;
}

/** Codes of what a plan can lack; the words stand in `knowledge/`. */
const missingIn = (plan: Plan, familyCase: FamilyCase, today: Day): readonly string[] => {
  const family = familyCase.family.kind === 'known' ? familyCase.family : { members: [], domains: [] };
  const lacks = {
    members: family.members.some((member) => !plan.members.includes(member.id)),
    domains: family.domains.some((domain) => !plan.domains.includes(domain)),
    priorities: plan.priorities.length === 0,
    owner: plan.owner === null || plan.owner.trim() === '',
    'agreed-on': plan.agreedOn === null || plan.agreedOn > today,
  };
  return Object.entries(lacks).flatMap(([what, lacking]) => (lacking ? [what] : []));
};

const outdatedSince = (plan: Plan, settings: CaseSettings): Day | undefined =>
  plan.reviewBy ?? (plan.agreedOn === null ? undefined : addDays(plan.agreedOn, settings.planOutdatedAfterDays));

const findPlan = (plans: readonly Plan[], familyCase: FamilyCase, settings: CaseSettings, today: Day): PlanFinding => {
  const current = plans.filter(
    (plan) => settings.countingPlanKinds.includes(plan.planKind) && (plan.endedOn === null || plan.endedOn >= today),
  );
  const [plan] = current;
  if (plan === undefined) return { kind: 'none' };
  if (current.length > 1) return { kind: 'several', planIds: current.map(({ id }) => id) };
  const since = outdatedSince(plan, settings);
  if (since !== undefined && since < today) return { kind: 'outdated', planId: plan.id, since };
  const missing = missingIn(plan, familyCase, today);
  return missing.length > 0 ? { kind: 'incomplete', planId: plan.id, missing } : { kind: 'one', planId: plan.id };
};

const samePerson = (one: Regisseur, other: Regisseur): boolean => {
  const key = ({ name, organisation }: Regisseur) => `${name}\n${organisation}`.toLowerCase().replace(/[^\S\n]+/g, ' ');
  return one.id === other.id || key(one) === key(other);
};

/** A party that the register of providers knows can't lead, can't, unless somebody wrote down that this person can. */
const cannotLead = ({ canLead, organisation }: Regisseur, settings: CaseSettings): boolean =>
  canLead === 'no' || (canLead === 'unknown' && providerNamed(organisation, settings)?.canLead === 'no');

const findRegisseur = (regisseurs: readonly Regisseur[], settings: CaseSettings, today: Day): RegisseurFinding => {
  const started = regisseurs.filter(({ since }) => since <= today);
  const led = started.filter(({ until }) => until === null || until >= today);
  // On the day of a change the one who stops and the one who begins are one regisseur.
  const goOn = led.filter(({ until }) => until !== today);
  // The register and a case system may both know the same person, each under its own id: that is one regisseur.
  const current = (goOn.length > 0 ? goOn : led).filter(
    (regisseur, index, all) => all.findIndex((other) => samePerson(regisseur, other)) === index,
  );
  if (current.length > 1) return { kind: 'several', regisseurIds: current.map(({ id }) => id) };
  const [regisseur] = current;
  if (regisseur !== undefined)
    return cannotLead(regisseur, settings)
      ? { kind: 'cannot-lead', regisseurId: regisseur.id }
      : { kind: 'one', regisseurId: regisseur.id, since: regisseur.since };
  const last = started
    .flatMap(({ id, until }) => (until === null ? [] : [{ id, until }]))
    .reduce<{ id: string; until: Day } | undefined>(
      (latest, ended) => (latest === undefined || ended.until > latest.until ? ended : latest),
      undefined,
    );
  return last === undefined ? { kind: 'none' } : { kind: 'gone', regisseurId: last.id, since: last.until };
};

/**
 * `because` of an unknown finding holds the names of the sources that did not answer. A regisseur who left is `gone`
 * since the last day on which he was one; whether a party can lead only counts against it when it is surely `no`.
 */
export const findOnePlan = (
  familyCase: FamilyCase,
  answers: readonly NamedAnswer[],
  settings: CaseSettings,
  now: Date,
): OnePlanFinding => {
  const needed = familyCase.sources.map((name) => ({ name, answer: answers.find((one) => one.name === name)?.answer }));
  const silent = needed.filter(({ answer }) => answer?.kind !== 'answered').map(({ name }) => name);
  if (silent.length > 0) return { kind: 'unknown', because: silent, asOf: now.toISOString() };

  const answered = needed.flatMap(({ answer }) => (answer?.kind === 'answered' ? [answer] : []));
  const today = localDay(now);
  const plans = [...familyCase.plans, ...answered.flatMap((answer) => answer.plans)].filter(
    (plan, index, all) => all.findIndex(({ id }) => id === plan.id) === index,
  );
  const plan = findPlan(plans, familyCase, settings, today);
  const regisseur = findRegisseur(
    [...familyCase.regisseurs, ...answered.flatMap((answer) => answer.regisseurs)],
    settings,
    today,
  );
  return { kind: plan.kind === 'one' && regisseur.kind === 'one' ? 'in-order' : 'deviates', plan, regisseur };
};
