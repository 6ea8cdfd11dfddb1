import type { FamilyCase, OnePlanFinding } from '../model.ts';
import type { CaseDeps, CaseSource } from '../ports.ts';
import { type CompleteCheck, completeCheck } from '../rules/complete-check.ts';
import { findOnePlan, type NamedAnswer, type SourceAnswer } from '../rules/one-plan.ts';

/** A source that throws all the same did not answer, and that must never look like "no plan". */
const ask = async (source: CaseSource, familyCase: FamilyCase): Promise<SourceAnswer> => {
  try {
    return await source.look(familyCase);
  } catch (fault) {
    return { kind: 'unavailable', because: fault instanceof Error ? fault.name : 'fault' };
  }
};

/** Asks only the sources this case names; adapters bound their own waiting time. */
const answersFor = (deps: CaseDeps, familyCase: FamilyCase): Promise<readonly NamedAnswer[]> => {
  const sources = deps.sources.filter(({ name }) => familyCase.sources.includes(name));
  return Promise.all(sources.map(async (source) => ({ name: source.name, answer: await ask(source, familyCase) })));
};

export const lookAtPlan = async (deps: CaseDeps, familyCase: FamilyCase): Promise<OnePlanFinding> =>
  findOnePlan(familyCase, await answersFor(deps, familyCase), deps.settings, deps.now());

/** The whole check, with the name of who looks. */
export const lookAtAllOfIt = async (deps: CaseDeps, familyCase: FamilyCase, by: string): Promise<CompleteCheck> => {
  const answers = await answersFor(deps, familyCase);
  const { settings } = deps;
  const now = deps.now();
  return completeCheck(familyCase, findOnePlan(familyCase, answers, settings, now), answers, { settings, now, by });
};
