import type { FamilyCase, OnePlanFinding } from '../model.ts';
import type { CaseDeps, CaseSource } from '../ports.ts';
import { findOnePlan, type SourceAnswer } from '../rules/one-plan.ts';

/** A source that throws all the same did not answer, and that must never look like "no plan". */
const ask = async (source: CaseSource, familyCase: FamilyCase): Promise<SourceAnswer> => {
  try {
    return await source.look(familyCase);
  } catch (fault) {
    return { kind: 'unavailable', because: fault instanceof Error ? fault.name : 'fault' };
  }
};

/** Asks only the sources this case names; adapters bound their own waiting time. */
export const lookAtPlan = async (deps: CaseDeps, familyCase: FamilyCase): Promise<OnePlanFinding> => {
  const sources = deps.sources.filter(({ name }) => familyCase.sources.includes(name));
  const answers = await Promise.all(
    sources.map(async (source) => ({ name: source.name, answer: await ask(source, familyCase) })),
  );
  return findOnePlan(familyCase, answers, deps.settings, deps.now());
};
