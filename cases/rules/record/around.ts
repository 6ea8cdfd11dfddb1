/** Around the family: parties, leefgebieden, tasks and earlier help. */
import type { DomainLook, FamilyCase, Party, RegieTask } from '../../model.ts';
import { invalid, problemOfOptional, problemOfOptionalDay, problemOfPast, problemOfText } from '../fields.ts';
import type {
  LifeDomainsEntry,
  PartyEndedEntry,
  PartyEntry,
  TaskDoneEntry,
  TasksEntry,
  TrajectoryEntry,
} from './entry.ts';
import { problemOfOpen, withChanged } from './one-of.ts';
import { cleaned, type EntryOutcome, entered, line, type RecordContext } from './with-fact.ts';

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
    partyId: problemOfOpen(party, ({ until }) => until === null),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const parties = withChanged(familyCase.parties, entry.partyId, { until: entry.on });
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
    taskId: problemOfOpen(task, ({ doneOn }) => doneOn === null),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const tasks = withChanged(familyCase.tasks, entry.taskId, { doneOn: entry.on });
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
