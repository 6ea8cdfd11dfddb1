/** A family without a plan and a regisseur, in a world in which the stuck rules see what is recorded. */
import type { FamilyCase, Recorded, Refusal } from '../../../cases/index.ts';
import { isOpen } from '../../../cases/rules/hand-over.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aCaseWorld } from '../../support/case-world.ts';
import { aCry, aRequest } from '../../support/entries.ts';

export const today = '2026-11-23';
export const dayMs = 86_400_000;
export const noPause = () => Promise.resolve();

export const cry = aCry(today);
export const asks = aRequest(today);

export const done = (outcome: Recorded | Refusal): Recorded => {
  if (outcome.kind !== 'recorded') throw new Error(`Expected it to be recorded, got ${outcome.kind}.`);
  return outcome;
};
export const open = ({ escalations }: FamilyCase) => escalations.filter(isOpen);

export const aWorld = (wishes: Parameters<typeof aCaseWorld>[0] = {}) =>
  aCaseWorld({ cases: [aFamilyCase({ plans: 0, regisseurs: 0 })], ...wishes });
