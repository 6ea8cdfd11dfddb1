/** Families about which something was filed, and what the use cases answered. */
import type { AuditLog, CardView, Cases, Filed, Refusal } from '../../cases/index.ts';
import { aFamilyCase } from './a-family-case.ts';
import { aCaseWorld, aFiling, worker1 } from './case-world.ts';

export const brokenLog: AuditLog = { append: () => Promise.reject(new Error('disk full')) };
export const aDecision = {
  verdict: 'granted',
  reason: 'Team Een levert een regisseur.',
  effectiveOn: '2026-12-01',
} as const;

export const filedBy = async (cases: Cases, ...given: Parameters<Cases['file']>): Promise<Filed> => {
  const outcome = await cases.file(...given);
  if (outcome.kind !== 'filed') throw new Error(`Expected a filing, got ${outcome.kind}.`);
  return outcome;
};
export const aWorld = (wishes: Parameters<typeof aCaseWorld>[0] = {}) =>
  aCaseWorld({ cases: [aFamilyCase()], ...wishes });
/** A world in which worker-1 has filed for case-1; `cardRef` is the card of officer-1. */
export const aFiledWorld = async (wishes: Parameters<typeof aCaseWorld>[0] = {}) => {
  const world = await aWorld(wishes);
  const filed = await filedBy(world.cases, worker1, aFiling(), 'file-1');
  const [card] = (await world.stored()).cards;
  return { ...world, filed, cardRef: card!.cardRef };
};
export const kindOf = (outcome: { kind: string }) => outcome.kind;
export const shown = (outcome: CardView | Refusal): CardView => {
  if (outcome.kind !== 'card') throw new Error(`Expected a card, got ${outcome.kind}.`);
  return outcome;
};
