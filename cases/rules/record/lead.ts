/** Plans, regisseurs, parties, tasks and leefgebieden: who leads, and on what paper. */
import type { DomainLook, FamilyCase, Party, Plan, RegieTask, Regisseur, SignalCode } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfOptional,
  problemOfOptionalDay,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import { providerNamed } from '../providers.ts';
import type {
  LifeDomainsEntry,
  PartyEndedEntry,
  PartyEntry,
  PlanAgreedEntry,
  PlanEndedEntry,
  PlanEntry,
  RegisseurEntry,
  RegisseurLostEntry,
  TaskDoneEntry,
  TasksEntry,
  TrajectoryEntry,
} from './entry.ts';
import { answerRequests } from './requests.ts';
import { cleaned, type EntryOutcome, entered, line, newFact, type RecordContext, withFact } from './with-fact.ts';

const lines = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => cleaned(text) ?? []);
const problemOfLines = (texts: readonly string[]) => problemOfOptional(texts.join('\n'), longestText);

const counts = ({ planKind }: Pick<Plan, 'planKind'>, { settings }: RecordContext): boolean =>
  settings.countingPlanKinds.includes(planKind);

/** A kind that does not count as the plan, such as an ondersteuningsplan, changes nothing for the rules. */
export const enterPlan = (familyCase: FamilyCase, entry: PlanEntry, context: RecordContext): EntryOutcome => {
  const { plan, on } = entry;
  const members = familyCase.family.kind === 'known' ? familyCase.family.members.map(({ id }) => id) : [];
  const problem = invalid({
    planKind: problemOfText(plan.planKind),
    owner: problemOfOptional(plan.owner),
    reviewBy: problemOfOptionalDay(plan.reviewBy),
    members: plan.members.every((id) => members.includes(id)) ? undefined : 'unknown',
    priorities: problemOfLines(plan.priorities),
    agreedBy: problemOfLines(plan.agreedBy),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const agreedBy = lines(plan.agreedBy);
  const agreed = agreedBy.length > 0;
  const stored: Plan = {
    ...plan,
    id: context.newId(),
    planKind: line(plan.planKind),
    owner: cleaned(plan.owner),
    priorities: lines(plan.priorities),
    agreedBy,
    agreedOn: agreed ? on : null,
    endedOn: null,
  };
  const made: readonly SignalCode[] = agreed ? ['plan-made', 'plan-agreed'] : ['plan-made'];
  const fact = newFact(
    familyCase,
    { on, signals: counts(stored, context) ? made : [], note: stored.planKind },
    context,
  );
  return entered({ ...withFact(familyCase, fact), plans: [...familyCase.plans, stored] }, stored.id);
};

export const enterPlanAgreed = (
  familyCase: FamilyCase,
  entry: PlanAgreedEntry,
  context: RecordContext,
): EntryOutcome => {
  const plan = familyCase.plans.find(({ id }) => id === entry.planId);
  const agreedBy = lines(entry.agreedBy);
  const problem = invalid({
    planId: plan === undefined ? 'unknown' : undefined,
    agreedBy: agreedBy.length === 0 ? 'missing' : problemOfLines(agreedBy),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || plan === undefined) return problem ?? { kind: 'not-found' };
  const signals: readonly SignalCode[] = counts(plan, context) ? ['plan-agreed'] : [];
  const fact = newFact(familyCase, { on: entry.on, signals, note: plan.planKind }, context);
  const plans = familyCase.plans.map((one) => (one.id === plan.id ? { ...one, agreedBy, agreedOn: entry.on } : one));
  return entered({ ...withFact(familyCase, fact), plans }, plan.id);
};

export const enterPlanEnded = (familyCase: FamilyCase, entry: PlanEndedEntry, context: RecordContext): EntryOutcome => {
  const plan = familyCase.plans.find(({ id }) => id === entry.planId);
  const problem = invalid({
    planId: plan === undefined ? 'unknown' : plan.endedOn === null ? undefined : 'not-open',
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || plan === undefined) return problem ?? { kind: 'not-found' };
  const plans = familyCase.plans.map((one) => (one.id === plan.id ? { ...one, endedOn: entry.on } : one));
  const left = plans.some((one) => one.endedOn === null && counts(one, context));
  const fact = newFact(familyCase, { on: entry.on, signals: left ? [] : ['no-plan'], note: plan.planKind }, context);
  return entered({ ...withFact(familyCase, fact), plans }, plan.id);
};

/** Somebody who surely can't lead is written down, but ends no request: the family still has nobody. */
export const enterRegisseur = (familyCase: FamilyCase, entry: RegisseurEntry, context: RecordContext): EntryOutcome => {
  const { on, regisseur } = entry;
  const problem = invalid({
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
  const next: FamilyCase = {
    ...withFact(familyCase, fact),
    regisseurs: [...familyCase.regisseurs, stored],
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
    regisseurId: regisseur === undefined ? 'unknown' : regisseur.until === null ? undefined : 'not-open',
    reason: problemOfReason(entry.reason),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || regisseur === undefined) return problem ?? { kind: 'not-found' };
  const { on } = entry;
  const fact = newFact(familyCase, { on, signals: ['regisseur-lost'], note: line(entry.reason) }, context);
  const regisseurs = familyCase.regisseurs.map((one) => (one.id === regisseur.id ? { ...one, until: on } : one));
  return entered({ ...withFact(familyCase, fact), regisseurs }, regisseur.id);
};

export const enterParty = (familyCase: FamilyCase, entry: PartyEntry, context: RecordContext): EntryOutcome => {
  const problem = invalid({
    organisation: problemOfText(entry.organisation),
    person: problemOfOptional(entry.person),
    task: problemOfText(entry.task),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const party: Party = {
    id: context.newId(),
    organisation: line(entry.organisation),
    person: cleaned(entry.person),
    task: line(entry.task),
    domain: entry.domain,
    since: entry.on,
    until: null,
  };
  return entered({ ...familyCase, parties: [...familyCase.parties, party] }, party.id);
};

export const enterPartyEnded = (
  familyCase: FamilyCase,
  entry: PartyEndedEntry,
  context: RecordContext,
): EntryOutcome => {
  const party = familyCase.parties.find(({ id }) => id === entry.partyId);
  const problem = invalid({
    partyId: party === undefined ? 'unknown' : party.until === null ? undefined : 'not-open',
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const parties = familyCase.parties.map((one) => (one.id === entry.partyId ? { ...one, until: entry.on } : one));
  return entered({ ...familyCase, parties }, entry.partyId);
};

/** The newest look at a leefgebied of a member takes the place of the one before. */
export const enterLifeDomains = (
  familyCase: FamilyCase,
  entry: LifeDomainsEntry,
  context: RecordContext,
): EntryOutcome => {
  const known = familyCase.family.kind === 'known' && familyCase.family.members.some(({ id }) => id === entry.memberId);
  const problem = invalid({
    memberId: known ? undefined : 'unknown',
    looks: entry.looks.length === 0 ? 'missing' : undefined,
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const { memberId, on } = entry;
  const looks: readonly DomainLook[] = entry.looks.map(({ domain, state }) => ({
    memberId,
    domain,
    state,
    lookedOn: on,
    lookedBy: context.by.name,
  }));
  const replaced = (old: DomainLook) =>
    old.memberId === memberId && looks.some(({ domain }) => domain === old.domain) && old.lookedOn <= on;
  const lifeDomains = [...familyCase.lifeDomains.filter((old) => !replaced(old)), ...looks];
  return entered({ ...familyCase, lifeDomains }, memberId);
};

export const enterTasks = (familyCase: FamilyCase, entry: TasksEntry, context: RecordContext): EntryOutcome => {
  const worst = <T>(problems: readonly (T | undefined)[]) => problems.find((problem) => problem !== undefined);
  const problem = invalid({
    tasks: entry.tasks.length === 0 ? 'missing' : undefined,
    what: worst(entry.tasks.map(({ what }) => problemOfText(what))),
    who: worst(entry.tasks.map(({ who }) => problemOfText(who))),
    due: worst(entry.tasks.map(({ due }) => problemOfOptionalDay(due))),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const tasks = entry.tasks.map(
    ({ what, who, due }): RegieTask => ({
      id: context.newId(),
      what: line(what),
      who: line(who),
      agreedOn: entry.on,
      due,
      doneOn: null,
    }),
  );
  return entered({ ...familyCase, tasks: [...familyCase.tasks, ...tasks] }, tasks[0]?.id ?? familyCase.id);
};

export const enterTaskDone = (familyCase: FamilyCase, entry: TaskDoneEntry, context: RecordContext): EntryOutcome => {
  const task = familyCase.tasks.find(({ id }) => id === entry.taskId);
  const problem = invalid({
    taskId: task === undefined ? 'unknown' : task.doneOn === null ? undefined : 'not-open',
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const tasks = familyCase.tasks.map((one) => (one.id === entry.taskId ? { ...one, doneOn: entry.on } : one));
  return entered({ ...familyCase, tasks }, entry.taskId);
};

export const enterTrajectory = (
  familyCase: FamilyCase,
  entry: TrajectoryEntry,
  context: RecordContext,
): EntryOutcome => {
  const { trajectory } = entry;
  const problem = invalid({
    what: problemOfText(trajectory.what),
    organisation: problemOfText(trajectory.organisation),
    since: problemOfOptionalDay(trajectory.since),
    until: problemOfOptionalDay(trajectory.until),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const id = context.newId();
  const stored = { ...trajectory, id, what: line(trajectory.what), organisation: line(trajectory.organisation) };
  return entered({ ...familyCase, trajectories: [...familyCase.trajectories, stored] }, id);
};
