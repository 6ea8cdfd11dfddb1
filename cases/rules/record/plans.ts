/** Plans: the paper on which a family is helped. */
import type { FamilyCase, Plan, SignalCode } from '../../model.ts';
import {
  invalid,
  longestText,
  problemOfOptional,
  problemOfOptionalDay,
  problemOfPast,
  problemOfText,
} from '../fields.ts';
import type { PlanAgreedEntry, PlanEndedEntry, PlanEntry } from './entry.ts';
import { problemOfOpen, withChanged } from './one-of.ts';
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
  const plans = withChanged(familyCase.plans, plan.id, { agreedBy, agreedOn: entry.on });
  return entered({ ...withFact(familyCase, fact), plans }, plan.id);
};

export const enterPlanEnded = (familyCase: FamilyCase, entry: PlanEndedEntry, context: RecordContext): EntryOutcome => {
  const plan = familyCase.plans.find(({ id }) => id === entry.planId);
  const problem = invalid({
    planId: problemOfOpen(plan, ({ endedOn }) => endedOn === null),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined || plan === undefined) return problem ?? { kind: 'not-found' };
  const plans = withChanged(familyCase.plans, plan.id, { endedOn: entry.on });
  const left = plans.some((one) => one.endedOn === null && counts(one, context));
  const fact = newFact(familyCase, { on: entry.on, signals: left ? [] : ['no-plan'], note: plan.planKind }, context);
  return entered({ ...withFact(familyCase, fact), plans }, plan.id);
};
