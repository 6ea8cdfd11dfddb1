/** Families of a worker, and a check that finds neither a plan nor a regisseur. */
import type { Cases } from '../../../cases/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aCheck } from '../../support/scripted-cases.ts';

export const deVries = { caseId: 'c-vries', label: 'Gezin De Vries' };
export const bakker = { caseId: 'c-bakker', label: 'Gezin Bakker' };
export const own =
  (...labels: readonly { caseId: string; label: string }[]): Cases['ownCases'] =>
  () =>
    Promise.resolve(labels);
export const deviates = { kind: 'deviates', plan: { kind: 'none' }, regisseur: { kind: 'none' } } as const;
export const check: Cases['check'] = () => Promise.resolve(aCheck(deviates, aFamilyCase({ plans: 0, regisseurs: 0 })));
export const question = 'heeft gezin De Vries één plan en één regisseur?';
