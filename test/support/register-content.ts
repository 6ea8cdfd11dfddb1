/** The next version of a family case, and a case that has to be there. */
import type { FamilyCase, Register } from '../../cases/index.ts';

export const next = (familyCase: FamilyCase, change: Partial<FamilyCase> = {}): FamilyCase => ({
  ...familyCase,
  ...change,
  version: familyCase.version + 1,
});

export const readWhole = async (register: Register, caseId: string): Promise<FamilyCase> => {
  const familyCase = await register.read(caseId);
  if (familyCase === undefined) throw new Error(`No case ${caseId}.`);
  return familyCase;
};
