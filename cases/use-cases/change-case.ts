/** Read → decide → write, again from the start when somebody else wrote in between. */
import type { FamilyCase } from '../model.ts';
import type { CaseDeps } from '../ports.ts';

const mostTries = 64;

export type Step<T> =
  | { readonly kind: 'write'; readonly familyCase: FamilyCase; readonly result: T }
  | { readonly kind: 'leave'; readonly result: T };

/** `step` sees a fresh case at every try, so what it refuses it refuses on what is stored now. */
export const changeCase = async <T>(
  deps: CaseDeps,
  caseId: string,
  step: (familyCase: FamilyCase | undefined) => Step<T> | Promise<Step<T>>,
): Promise<T> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const outcome = await step(await deps.register.read(caseId));
    if (outcome.kind === 'leave') return outcome.result;
    const { kind } = await deps.register.commit(outcome.familyCase);
    if (kind === 'committed') return outcome.result;
  }
  throw new Error(
    `Failed to change case ${caseId}: it was changed by somebody else at each of ${mostTries} tries. Try again later.`,
  );
};
